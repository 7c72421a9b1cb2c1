/// Finding bytes in a text.
extension TextRope {
  /// The first place of some bytes that does not start before an offset, nor more than `atMost` behind it; where case is
  /// ignored, which it is of ASCII, the bytes are small letters.
  package func firstRange(
    of needle: [UInt8], from offset: Int, ignoringCase: Bool = false, atMost: Int = .max
  ) -> Range<Int>? {
    guard let first = needle.first, offset + needle.count <= count else { return nil }
    var reader = TextReader(self)
    var start = max(0, offset)
    for piece in pieces(in: start..<(atMost < count - start ? start + atMost : count)) {
      var rest = piece
      while let found = Self.firstIndex(of: first, in: rest, ignoringCase) {
        let place = start + found - piece.startIndex
        if place + needle.count > count { return nil }
        if reader.has(needle, at: place, ignoringCase) { return place..<place + needle.count }
        rest = rest[(found + 1)...]
      }
      start += piece.count
    }
    return nil
  }

  /// The last place of some bytes that starts before an offset, and not more than `atMost` before it.
  package func lastRange(
    of needle: [UInt8], before offset: Int, ignoringCase: Bool = false, atMost: Int = .max
  ) -> Range<Int>? {
    guard let first = needle.first, needle.count <= count else { return nil }
    var reader = TextReader(self)
    var end = min(offset, count - needle.count + 1)
    while end > 0, offset - end <= atMost {
      let (leaf, start) = root.leaf(at: end - 1)
      var rest = leaf.bytes[..<(end - start)]
      while let found = rest.lastIndex(where: { $0 == first || ignoringCase && $0.lowercased == first }) {
        if reader.has(needle, at: start + found, ignoringCase) {
          return start + found..<start + found + needle.count
        }
        rest = rest[..<found]
      }
      end = start
    }
    return nil
  }

  private static func firstIndex(of byte: UInt8, in bytes: ArraySlice<UInt8>, _ ignoringCase: Bool) -> Int? {
    ignoringCase ? bytes.firstIndex { $0.lowercased == byte } : bytes.firstIndex(of: byte)
  }
}

extension TextReader {
  fileprivate mutating func has(_ needle: [UInt8], at offset: Int, _ ignoringCase: Bool) -> Bool {
    for (index, byte) in needle.enumerated() {
      let here = self[offset + index]
      if here != byte, !ignoringCase || here.lowercased != byte { return false }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
