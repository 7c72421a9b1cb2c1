/// A search in the body as it stands.
package struct SearchState: Sendable, Hashable {
  package var needle: String
  /// Counts the questions, so that late answers are dropped.
  package var generation = 0
  package var isRunning = false
  package var isBackward = false
  /// What the answer was, in words; nil while none came.
  package var message: String?
  /// Where the match is that the cursor stands on.
  package var row: Int?

  package init(needle: String) {
    self.needle = needle
  }
}
