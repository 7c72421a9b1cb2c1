/// Checks chunk extensions byte by byte: *( BWS ";" BWS name [ BWS "=" BWS value ] ) (RFC 9112 §7.1.1).
struct ChunkExtensionReader: Sendable {
  private enum State: UInt8 {
    case beforeName, name, afterName, beforeValue, value, quoted, quotedPair, afterValue
  }

  private var state = State.beforeName
  private(set) var isInvalid = false
  /// White space was seen outside of quotes, and something behind it.
  private(set) var hasWhitespace = false
  private var endsInWhitespace = false

  /// Takes the next byte after the first semicolon.
  mutating func take(_ byte: UInt8) {
    let isControl = Byte.isControl(byte)
    switch state {
    case .quotedPair:
      if isControl { isInvalid = true }
      state = .quoted
      return
    case .quoted:
      if byte == Byte.quote {
        state = .afterValue
      } else if byte == Byte.backslash {
        state = .quotedPair
      } else if isControl {
        isInvalid = true
      }
      return
    default:
      break
    }
    if !Byte.isWhitespace(byte) {
      if endsInWhitespace { hasWhitespace = true }
      endsInWhitespace = false
    }
    if Byte.isWhitespace(byte) {
      endsInWhitespace = true
      if state == .name { state = .afterName }
      if state == .value { state = .afterValue }
    } else if byte == Byte.semicolon {
      if state == .beforeName || state == .beforeValue { isInvalid = true }
      state = .beforeName
    } else if byte == Byte.equals, state == .name || state == .afterName {
      state = .beforeValue
    } else if byte == Byte.quote, state == .beforeValue {
      state = .quoted
    } else if ByteClass.contains(byte, .token) {
      switch state {
      case .beforeName: state = .name
      case .beforeValue: state = .value
      case .afterName, .afterValue: isInvalid = true
      default: break
      }
    } else {
      isInvalid = true
    }
  }

  /// True where the extension may end here.
  var isComplete: Bool {
    switch state {
    case .name, .afterName, .value, .afterValue: !isInvalid
    default: false
    }
  }
}
