/// Reads a comma-separated list of tokens with parameters byte by byte: Transfer-Encoding, Connection (RFC 9110 §5.6.1).
///
/// A token of up to 16 bytes is packed into an integer, small letters, last byte lowest.
struct ListTokenReader: Sendable {
  /// One member of a list.
  struct Member {
    /// The packed token; zero where it is too long to be known.
    var token: UInt128
    var hasParameters: Bool
  }

  private enum State: UInt8 { case beforeToken, token, afterToken, parameters, quoted, quotedPair }

  private var state = State.beforeToken
  private var token: UInt128 = 0
  private var length = 0
  private var hasParameters = false
  private(set) var isInvalid = false

  static func pack(_ token: StaticString) -> UInt128 {
    var packed: UInt128 = 0
    for index in 0..<token.utf8CodeUnitCount { packed = packed << 8 | UInt128(token.utf8Start[index]) }
    return packed
  }

  /// Takes the next byte; returns a member when the byte ends it.
  mutating func take(_ byte: UInt8) -> Member? {
    switch state {
    case .quotedPair:
      state = .quoted
      return nil
    case .quoted:
      if byte == Byte.quote { state = .parameters }
      if byte == Byte.backslash { state = .quotedPair }
      return nil
    case .parameters:
      if byte == Byte.quote { state = .quoted }
      return byte == Byte.comma ? end() : nil
    case .beforeToken, .token, .afterToken:
      break
    }
    if byte == Byte.comma { return end() }
    if Byte.isWhitespace(byte) {
      if state == .token { state = .afterToken }
    } else if byte == Byte.semicolon {
      if length == 0 { isInvalid = true }
      hasParameters = true
      state = .parameters
    } else {
      if state == .afterToken || !ByteClass.contains(byte, .token) { isInvalid = true }
      state = .token
      length += 1
      token = length > 16 ? 0 : token << 8 | UInt128(Byte.lowercased(byte))
    }
    return nil
  }

  /// Ends the member under way; nil for an empty one.
  mutating func end() -> Member? {
    if state == .quoted || state == .quotedPair { isInvalid = true }
    defer {
      state = .beforeToken
      token = 0
      length = 0
      hasParameters = false
    }
    return length == 0 ? nil : Member(token: length > 16 ? 0 : token, hasParameters: hasParameters)
  }
}
