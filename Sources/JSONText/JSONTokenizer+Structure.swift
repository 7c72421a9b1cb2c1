extension JSONTokenizer {
  mutating func skipWhitespace(_ reader: inout Reader) {
    let bytes = reader.bytes
    var index = reader.index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"):
        line += 1
        lineStart = reader.base + index + 1
        continuationBytes = 0
      default:
        reader.index = index
        return
      }
      index += 1
    }
    reader.index = index
  }

  /// Takes the first byte of a token: the token where that byte is all of it, else nil and the state to read on in.
  mutating func structure(_ byte: UInt8, _ reader: inout Reader) throws(JSONError) -> JSONToken? {
    let start = reader.offset
    switch byte {
    case UInt8(ascii: "\""):
      switch expectation {
      case .value, .valueOrEnd: tokenKind = .string
      case .key, .keyOrEnd: tokenKind = .key
      default: throw unexpected(byte, at: start)
      }
      begin(.string, at: start)
      reader.index += 1
      return nil
    case UInt8(ascii: ","):
      guard expectation == .commaOrEnd else { throw unexpected(byte, at: start) }
      expectation = isInObject ? .key : .value
      return single(.comma, &reader, depth: depth)
    case UInt8(ascii: ":"):
      guard expectation == .colon else { throw unexpected(byte, at: start) }
      expectation = .value
      return single(.colon, &reader, depth: depth)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard expectation == .value || expectation == .valueOrEnd else { throw unexpected(byte, at: start) }
      let isObject = byte == UInt8(ascii: "{")
      try open(isObject: isObject, at: start)
      return single(isObject ? .objectStart : .arrayStart, &reader, depth: depth - 1)
    case UInt8(ascii: "}"):
      guard depth > 0, isInObject, expectation == .keyOrEnd || expectation == .commaOrEnd else {
        throw unexpected(byte, at: start)
      }
      close()
      return single(.objectEnd, &reader, depth: depth)
    case UInt8(ascii: "]"):
      guard depth > 0, !isInObject, expectation == .valueOrEnd || expectation == .commaOrEnd else {
        throw unexpected(byte, at: start)
      }
      close()
      return single(.arrayEnd, &reader, depth: depth)
    case 0xEF where start == 0:
      state = .byteOrderMark
      progress = 0
      return nil
    default:
      guard expectation == .value || expectation == .valueOrEnd else { throw unexpected(byte, at: start) }
      switch byte {
      case UInt8(ascii: "-"): (tokenKind, state) = (.number, .minus)
      case UInt8(ascii: "0"): (tokenKind, state) = (.number, .zero)
      case UInt8(ascii: "1")...UInt8(ascii: "9"): (tokenKind, state) = (.number, .integer)
      case UInt8(ascii: "t"): (tokenKind, state) = (.true, .literal)
      case UInt8(ascii: "f"): (tokenKind, state) = (.false, .literal)
      case UInt8(ascii: "n"): (tokenKind, state) = (.null, .literal)
      default: throw unexpected(byte, at: start)
      }
      begin(state, at: start)
      reader.index += 1
      return nil
    }
  }

  private mutating func begin(_ state: State, at offset: Int) {
    self.state = state
    tokenStart = offset
    hasEscapes = false
    progress = 1
  }

  private func single(_ kind: JSONToken.Kind, _ reader: inout Reader, depth: Int) -> JSONToken {
    let start = reader.offset
    reader.index += 1
    return JSONToken(kind: kind, range: start..<start + 1, depth: depth)
  }

  private func unexpected(_ byte: UInt8, at offset: Int) -> JSONError {
    switch (byte, expectation) {
    case (UInt8(ascii: "}"), .key): error(.trailingComma(before: byte), at: offset)
    case (UInt8(ascii: "]"), .value) where depth > 0 && !isInObject: error(.trailingComma(before: byte), at: offset)
    default: error(.unexpectedByte(byte, expected: described(expectation)), at: offset)
    }
  }
}
