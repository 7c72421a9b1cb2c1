import CByteMasks

/// Tokens that are wholly in a piece, taken sixteen bytes at a time.
extension JSONTokenizer {
  /// Bytes behind a token that must be there to look at it.
  private static let lookahead = 32

  /// The string of ASCII without escapes, number or word that begins with a byte; nil, and nothing is taken, where there
  /// is none that is right and ends in the piece: the states of a token tell then what it is.
  @inline(__always)
  mutating func wholeToken(_ byte: UInt8, _ reader: inout Reader) -> JSONToken? {
    let bytes = reader.bytes.assumingMemoryBound(to: UInt8.self)
    guard let first = bytes.baseAddress, reader.index + Self.lookahead < bytes.count else { return nil }
    let isKey = expectation == .key || expectation == .keyOrEnd
    guard isKey || expectation == .value || expectation == .valueOrEnd else { return nil }
    let start = first + reader.index
    let last = first + (bytes.count - Self.lookahead)
    let end: UnsafePointer<UInt8>?
    let kind: JSONToken.Kind
    switch byte {
    case UInt8(ascii: "\""):
      kind = isKey ? .key : .string
      end = barewire_json_plain_string(start + 1, last)
    case UInt8(ascii: "-"), 0x30...0x39:
      kind = .number
      end = isKey ? nil : barewire_json_number(start, last)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      kind = byte == UInt8(ascii: "t") ? .true : byte == UInt8(ascii: "f") ? .false : .null
      end = isKey ? nil : barewire_json_word(start)
    default: return nil
    }
    guard let end else { return nil }
    let offset = reader.offset
    reader.index += end - start
    if isKey { expectation = .colon } else { endValue() }
    return JSONToken(kind: kind, range: offset..<reader.offset, depth: depth)
  }
}
