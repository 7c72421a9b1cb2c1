/// What is wrong with a settings file, where, and what to do; the rest of the file counts all the same.
package struct SettingsProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  package var file: String
  /// From 1; nil where the file as a whole is meant.
  package var line: Int?
  package var message: String

  package init(file: String, line: Int? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(message)"
  }
}
