/// With which status a command exits.
package enum CommandStatus: Int32, Sendable {
  /// An answer came, or the bytes are well formed.
  case success = 0
  /// The answer, or the bytes, break a rule.
  case malformed = 1
  /// Wrong arguments, files, names, URLs or variables.
  case usage = 2
  /// No answer came.
  case noAnswer = 3
  /// Interrupted from the keyboard, as shells tell it.
  case interrupted = 130
}
