/// Characters as a person sees them: grapheme clusters where the bytes are UTF-8, single bytes where they are not.
///
/// CR LF is one character where `joinsLineEnds`, two bytes that are each seen where not.
extension TextReader {
  /// The end of the character that starts at an offset before the end.
  package mutating func boundary(after offset: Int, joinsLineEnds: Bool = true) -> Int {
    let first = self[offset]
    if first < 0x80 {
      guard offset + 1 < count else { return offset + 1 }
      let second = self[offset + 1]
      if second < 0x80 {
        let isLineEnd = joinsLineEnds && first == TextLeaf.carriageReturn && second == TextLeaf.lineFeed
        return isLineEnd ? offset + 2 : offset + 1
      }
      if first < 0x20 || first == 0x7F { return offset + 1 }
    }
    // Nearly every character is short; look further only for those that fill the first look.
    for limit in [32, TextRope.longestCharacter] {
      let end = validEnd(from: offset, limit: min(offset + limit, count))
      guard end > offset else { return offset + 1 }
      let length = String(decoding: bytes(in: offset..<end), as: UTF8.self).first?.utf8.count ?? 1
      if offset + length < end || limit == TextRope.longestCharacter { return offset + length }
    }
    return offset + 1
  }

  /// The start of the character that ends at, or holds, the byte before an offset above 0; one starts at `floor`.
  package mutating func boundary(before offset: Int, floor: Int, joinsLineEnds: Bool = true) -> Int {
    var position = offset - 1
    while position > floor, !isSurelyBoundary(position, joinsLineEnds) { position -= 1 }
    while true {
      let next = boundary(after: position, joinsLineEnds: joinsLineEnds)
      if next >= offset { return position }
      position = next
    }
  }

  private mutating func isSurelyBoundary(_ offset: Int, _ joinsLineEnds: Bool) -> Bool {
    let before = self[offset - 1]
    let after = self[offset]
    guard before < 0x80, after < 0x80 else { return false }
    return !joinsLineEnds || before != TextLeaf.carriageReturn || after != TextLeaf.lineFeed
  }

  /// How far valid UTF-8 reaches from an offset: one scalar and the scalars above ASCII that follow it.
  private mutating func validEnd(from offset: Int, limit: Int) -> Int {
    var position = offset
    while position < limit, position == offset || self[position] >= 0x80 {
      let length = scalarLength(at: position)
      guard length > 0, position + length <= limit else { break }
      position += length
    }
    return position
  }

  /// The bytes of the scalar at an offset, 0 where there is none (RFC 3629 §4).
  private mutating func scalarLength(at offset: Int) -> Int {
    let first = self[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + length <= count, second.contains(self[offset + 1]) else { return 0 }
    for index in (offset + 2)..<max(offset + 2, offset + length) where self[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
