extension JSONTokenizer {
  /// Reads digits and signs to the byte after the number; false when the piece ends first.
  mutating func scanNumber(_ reader: inout Reader) throws(JSONError) -> Bool {
    let bytes = reader.bytes
    var index = reader.index
    var state = self.state
    defer {
      reader.index = index
      self.state = state
    }
    while index < bytes.count {
      let byte = bytes[index]
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      switch state {
      case .integer, .fraction, .exponent:
        if !isDigit {
          if state == .integer && byte == UInt8(ascii: ".") {
            state = .point
          } else if state != .exponent && byte | 0x20 == UInt8(ascii: "e") {
            state = .exponentMark
          } else {
            return true
          }
        }
      case .minus:
        guard isDigit else { throw error(.unexpectedByte(byte, expected: .digit), at: reader.base + index) }
        state = byte == UInt8(ascii: "0") ? .zero : .integer
      case .zero:
        if isDigit { throw error(.leadingZero, at: reader.base + index) }
        if byte == UInt8(ascii: ".") {
          state = .point
        } else if byte | 0x20 == UInt8(ascii: "e") {
          state = .exponentMark
        } else {
          return true
        }
      case .exponentMark where byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"):
        state = .exponentSign
      default:
        guard isDigit else { throw error(.unexpectedByte(byte, expected: .digit), at: reader.base + index) }
        state = state == .point ? .fraction : .exponent
      }
      index += 1
    }
    return false
  }

  /// Reads the rest of true, false or null; false when the piece ends first.
  mutating func scanLiteral(_ reader: inout Reader) throws(JSONError) -> Bool {
    let literal: StaticString =
      switch tokenKind {
      case .true: "true"
      case .false: "false"
      default: "null"
      }
    while Int(progress) < literal.utf8CodeUnitCount {
      guard let byte = reader.byte else { return false }
      guard byte == literal.utf8Start[Int(progress)] else {
        throw error(.unexpectedByte(byte, expected: literalExpectation), at: reader.offset)
      }
      reader.index += 1
      progress += 1
    }
    return true
  }

  var literalExpectation: JSONError.Expectation {
    switch tokenKind {
    case .true: .restOfTrue
    case .false: .restOfFalse
    default: .restOfNull
    }
  }

  /// Reads the byte order mark that some editors put first; RFC 8259 section 8.1 lets a reader ignore it.
  mutating func scanByteOrderMark(_ reader: inout Reader) throws(JSONError) -> Bool {
    let mark: StaticString = "\u{FEFF}"
    while Int(progress) < mark.utf8CodeUnitCount {
      guard let byte = reader.byte else { return false }
      guard byte == mark.utf8Start[Int(progress)] else {
        throw error(.unexpectedByte(byte, expected: .restOfByteOrderMark), at: reader.offset)
      }
      reader.index += 1
      progress += 1
    }
    state = .betweenTokens
    lineStart = reader.offset
    return true
  }
}
