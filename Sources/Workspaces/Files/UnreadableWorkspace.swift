/// A file that is no workspace; it is shown and never written.
package struct UnreadableWorkspace: Sendable, Hashable {
  package var path: String
  /// From 1; nil where the file could not be read at all.
  package var line: Int?
  package var column: Int?
  /// A sentence.
  package var reason: String

  package init(path: String, line: Int? = nil, column: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension UnreadableWorkspace: CustomStringConvertible {
  /// The place and the reason, without the path.
  package var description: String {
    guard let line, let column else { return reason }
    return "Line \(line), column \(column): \(reason)"
  }
}
