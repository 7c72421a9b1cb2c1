/// Reads the options of Connection that this reader's rules name (RFC 9110 §7.6.1, RFC 9112 §9.3).
struct ConnectionOptionReader: Sendable {
  private(set) var closes = false
  private(set) var keepsAlive = false
  private(set) var namesTE = false
  private(set) var namesUpgrade = false
  private var namesEndToEndField = false
  private var hasParameters = false

  /// Begins another field line of the same message.
  mutating func beginLine() {
    namesEndToEndField = false
    hasParameters = false
  }

  mutating func take(_ member: ListTokenReader.Member) {
    if member.hasParameters { hasParameters = true }
    switch member.token {
    case PackedToken.close: closes = true
    case PackedToken.keepAlive: keepsAlive = true
    case PackedToken.te: namesTE = true
    case PackedToken.upgrade: namesUpgrade = true
    default: if PackedToken.isEndToEndField(member.token) { namesEndToEndField = true }
    }
  }

  /// What is wrong with the field line whose list is `list`.
  func code(_ list: ListTokenReader) -> Diagnostic.Code {
    if list.isInvalid || hasParameters { return .connectionInvalid }
    return namesEndToEndField ? .connectionEndToEndField : .none
  }
}
