import CByteMasks

/// Bytes that are searched 16 at a time.
///
/// The 16 bytes before the end can be read, also where fewer are left.
struct ByteWindow {
  private(set) var bytes: UnsafeRawPointer
  private let end: UnsafeRawPointer

  /// The bytes of a feed from one index to another; nil where the feed is too short to be searched.
  @inline(__always)
  init?(_ feed: ParserFeed, from start: Int, to end: Int) {
    guard end >= 16, start <= end else { return nil }
    bytes = feed.bytes + start
    self.end = feed.bytes + end
  }

  /// Drops bytes at the beginning, at most `count`.
  @inline(__always)
  mutating func drop(_ count: Int) {
    bytes += count
  }

  @inline(__always)
  var count: Int { end - bytes }

  @inline(__always)
  var isEmpty: Bool { count == 0 }

  /// The byte at an index below `count`.
  @inline(__always)
  subscript(index: Int) -> UInt8 { bytes.load(fromByteOffset: index, as: UInt8.self) }

  /// The 8 bytes from an index on, the first one lowest; `index + 8` is at most `count`.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The 2 bytes from an index on, the first one lowest; `index + 2` is at most `count`.
  @inline(__always)
  func pair(at index: Int) -> UInt16 {
    UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt16.self))
  }

  /// True where CR LF stands at an index; `index + 2` is at most `count`.
  @inline(__always)
  func isLineEnd(at index: Int) -> Bool { pair(at: index) == 0x0a0d }

  /// The bytes of a range, which is inside.
  @inline(__always)
  func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes + start, count: end &- start)
  }

  /// The letters, digits and hyphens of a range as one number, small letters, the last one lowest; nil where they are
  /// none or more than 16, or fewer than 16 bytes are from `start` on.
  @inline(__always)
  func smallLetters(_ start: Int, _ end: Int) -> UInt128? {
    guard 1...16 ~= end &- start, start &+ 16 <= count else { return nil }
    let first = UInt128(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt128.self))
    return (first | 0x2020_2020_2020_2020_2020_2020_2020_2020)
      &>> UInt128(truncatingIfNeeded: 128 &- (end &- start) &* 8)
  }

  /// Index of the first byte at or after `start` that is no visible character of ASCII and no space, or `count`.
  @inline(__always)
  func endOfText(from start: Int) -> Int { first(from: start, barewire_outside_text) }

  /// Index of the first byte at or after `start` that is no letter, digit or hyphen, or `count`.
  @inline(__always)
  func endOfWord(from start: Int) -> Int { first(from: start, barewire_outside_word) }

  /// Index of the first byte at or after `start` that is no letter, digit, hyphen or period, or `count`.
  @inline(__always)
  func endOfHostName(from start: Int) -> Int { first(from: start, barewire_outside_host_name) }

  /// Index of the first byte at or after `start` that an ordinary origin-form target has not, or `count`.
  @inline(__always)
  func endOfTarget(from start: Int) -> Int { first(from: start, barewire_outside_target) }

  @inline(__always)
  private func first(from start: Int, _ mask: (UnsafeRawPointer) -> UInt32) -> Int {
    var index = start
    let last = count &- 16
    while index <= last {
      let found = mask(bytes + index)
      if found != 0 { return index &+ found.trailingZeroBitCount }
      index &+= 16
    }
    guard index < count else { return count }
    // Once more the last 16 bytes; the bits of those that were seen fall out.
    let found = mask(bytes + last) &>> UInt32(truncatingIfNeeded: index &- last)
    return found != 0 ? index &+ found.trailingZeroBitCount : count
  }
}
