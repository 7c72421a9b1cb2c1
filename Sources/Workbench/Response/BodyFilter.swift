/// A filter of a body, from when it is asked for on.
package struct BodyFilter: Sendable, Hashable {
  /// The query or command as it was typed.
  package var text: String
  /// Counts the filters, so that late answers are dropped.
  package var number: Int
  package var isRunning = true
}
