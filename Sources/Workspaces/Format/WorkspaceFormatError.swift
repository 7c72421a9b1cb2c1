package import JSONText

/// Why a file is not a workspace, and where in it.
package struct WorkspaceFormatError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case syntax(JSONError)
    /// A value of the wrong kind; `member` is the name it stands under, empty for the whole file.
    case wrongKind(member: String, expected: String, found: String)
    case missing(member: String, of: String)
    case duplicate(member: String)
    /// A value that is none of those known, such as a kind of body.
    case unknownValue(member: String, value: String, known: [String])
    case outOfRange(member: String, value: String)
    case invalidHex(String)
    case otherFormat(Int)
  }

  package var reason: Reason
  package var position: JSONPosition

  package init(_ reason: Reason, at position: JSONPosition) {
    self.reason = reason
    self.position = position
  }

  /// The reason as a sentence without the place.
  package var message: String {
    switch reason {
    case .syntax(let error): error.message
    case .wrongKind("", let expected, let found): "Expected \(expected), found \(found)."
    case .wrongKind(let member, let expected, let found): "“\(member)” must be \(expected), not \(found)."
    case .missing(let member, let whole): "\(whole) has no “\(member)”."
    case .duplicate(let member): "“\(member)” stands twice in one object: remove one of them."
    case .unknownValue(let member, let value, let known):
      "“\(value)” is not known as “\(member)”; known: \(known.joined(separator: ", "))."
    case .outOfRange(let member, let value): "“\(member)” must be a whole number of 0 or more, not \(value)."
    case .invalidHex(let text): "“\(text)” is not bytes in hexadecimal, such as \"0D 0A\"."
    case .otherFormat(let version):
      "The file is in format \(version), and this Barewire reads format 1: open it with the Barewire that wrote it."
    }
  }
}

extension WorkspaceFormatError: CustomStringConvertible {
  /// The reason with its place, for a person.
  package var description: String {
    "Line \(position.line), column \(position.column): \(message)"
  }
}
