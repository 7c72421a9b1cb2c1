/// What is wrong with a regular expression, for a person.
package struct ExpressionError: Error, Sendable, Hashable {
  /// A sentence without its full stop.
  package var message: String
  /// Which character of the expression it is about, counted from one.
  package var place: Int
}
