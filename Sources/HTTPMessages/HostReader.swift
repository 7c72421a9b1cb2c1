/// Checks the value of Host byte by byte: a host and perhaps a port (RFC 9110 §7.2, RFC 3986 §3.2.2).
struct HostReader: Sendable {
  private enum State: UInt8 { case start, name, percent, percentDigit, literal, afterLiteral, port, afterEnd }

  private var state = State.start
  private(set) var isInvalid = false

  mutating func take(_ byte: UInt8) {
    // White space around the value is not part of it; inside it is wrong.
    if Byte.isWhitespace(byte) {
      if state == .percent || state == .percentDigit || state == .literal { isInvalid = true }
      if state != .start { state = .afterEnd }
      return
    }
    switch state {
    case .start where byte == Byte.openingBracket:
      state = .literal
    case .start, .name:
      if byte == Byte.colon {
        state = .port
      } else if byte == Byte.percent {
        state = .percent
      } else {
        state = .name
        if !ByteClass.contains(byte, .registeredName) { isInvalid = true }
      }
    case .percent, .percentDigit:
      if !ByteClass.contains(byte, .hexDigit) { isInvalid = true }
      state = state == .percent ? .percentDigit : .name
    case .literal:
      if byte == Byte.closingBracket {
        state = .afterLiteral
      } else if byte != Byte.colon, byte == Byte.percent || !ByteClass.contains(byte, .registeredName) {
        isInvalid = true
      }
    case .afterLiteral:
      if byte != Byte.colon { isInvalid = true }
      state = .port
    case .port:
      if !ByteClass.contains(byte, .digit) { isInvalid = true }
    case .afterEnd:
      isInvalid = true
    }
  }

  /// True where the value that was taken is a host with or without a port, or empty.
  var isValid: Bool {
    !isInvalid && state != .percent && state != .percentDigit && state != .literal
  }
}
