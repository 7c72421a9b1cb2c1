import Glibc

/// Bytes to look for, with ASCII letters in either case or not.
struct ByteNeedle: Sendable {
  /// The bytes, with small letters where case does not matter.
  let bytes: [UInt8]
  private let isCaseSensitive: Bool
  /// Which bits of each byte count; empty where all do.
  private let masks: [UInt8]
  /// Which of the bytes is looked for first: one that is rare in most texts.
  private let anchor: Int

  /// Nothing for an empty needle.
  init?(_ bytes: [UInt8], isCaseSensitive: Bool) {
    if bytes.isEmpty { return nil }
    self.bytes = isCaseSensitive ? bytes : bytes.map(\.asciiLowercased)
    self.isCaseSensitive = isCaseSensitive
    masks = []
    var best = 0
    for index in bytes.indices where Self.rarity(bytes[index]) > Self.rarity(bytes[best]) { best = index }
    anchor = best
  }

  /// Bytes of which only the bits in `masks` count; nothing where no byte counts whole.
  init?(_ bytes: [UInt8], masks: [UInt8]) {
    let whole = bytes.indices.filter { masks[$0] == 0xFF }
    guard let best = whole.max(by: { Self.rarity(bytes[$0]) < Self.rarity(bytes[$1]) }) else { return nil }
    self.bytes = bytes
    self.masks = whole.count == bytes.count ? [] : masks
    isCaseSensitive = true
    anchor = best
  }

  /// The first place of the needle in some bytes, from `start` on.
  func firstIndex(in text: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    guard let base = text.baseAddress, text.count >= bytes.count else { return nil }
    let lastStart = text.count - bytes.count
    let small = bytes[anchor]
    let isLetter = !isCaseSensitive && small >= 0x61 && small <= 0x7A
    var place = start
    var nextSmall = -1
    var nextCapital = isLetter ? -1 : Int.max
    while place <= lastStart {
      let from = place + anchor
      let room = lastStart + anchor + 1 - from
      if nextSmall < from { nextSmall = Self.find(small, base + from, room).map { from + $0 } ?? Int.max }
      if nextCapital < from { nextCapital = Self.find(small & 0xDF, base + from, room).map { from + $0 } ?? Int.max }
      let found = min(nextSmall, nextCapital)
      if found == Int.max { return nil }
      place = found - anchor
      if matches(base + place) { return place }
      place += 1
    }
    return nil
  }

  /// All places of the needle in some bytes, none of which overlap.
  func ranges(in text: UnsafeRawBufferPointer) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while let found = firstIndex(in: text, from: start) {
      ranges.append(found..<found + bytes.count)
      start = found + bytes.count
    }
    return ranges
  }

  private func matches(_ text: UnsafeRawPointer) -> Bool {
    for index in bytes.indices {
      let byte = text.load(fromByteOffset: index, as: UInt8.self)
      if !masks.isEmpty {
        if byte & masks[index] != bytes[index] { return false }
      } else if (isCaseSensitive ? byte : byte.asciiLowercased) != bytes[index] {
        return false
      }
    }
    return true
  }

  private static func find(_ byte: UInt8, _ text: UnsafeRawPointer, _ count: Int) -> Int? {
    memchr(text, Int32(byte), count).map { UnsafeRawPointer($0) - text }
  }

  private static func rarity(_ byte: UInt8) -> Int {
    switch byte {
    case 0x20, 0x22, 0x2C, 0x0A: 0
    case 0x61, 0x65, 0x69, 0x6F, 0x74, 0x6E, 0x73, 0x72: 1
    case 0x30...0x39, 0x3A, 0x2E, 0x2D: 2
    case 0x61...0x7A: 3
    default: 4
    }
  }
}

extension UInt8 {
  /// The byte, with an ASCII capital letter made small.
  fileprivate var asciiLowercased: UInt8 {
    self >= 0x41 && self <= 0x5A ? self | 0x20 : self
  }
}
