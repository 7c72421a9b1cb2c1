/// The nine bytes before each frame's payload, and where they stand (RFC 9113 §4.1).
package struct FrameHeader: Sendable, Hashable {
  /// Bytes of a header.
  package static let size = 9

  /// Offset of the first byte in the stream of one direction.
  package var offset: Int
  /// Bytes of the payload.
  package var length: Int
  package var kind: FrameKind
  package var flags: FrameFlags
  package var stream: StreamID
  /// The reserved bit before the stream's number is set.
  package var hasReservedBit: Bool

  package init(
    offset: Int = 0, length: Int, kind: FrameKind, flags: FrameFlags = [], stream: StreamID,
    hasReservedBit: Bool = false
  ) {
    self.offset = offset
    self.length = length
    self.kind = kind
    self.flags = flags
    self.stream = stream
    self.hasReservedBit = hasReservedBit
  }

  /// Reads a header; `bytes` has nine.
  init(_ bytes: [UInt8], at offset: Int) {
    let number = bytes.number(at: 5, count: 4)
    self.init(
      offset: offset, length: Int(bytes.number(at: 0, count: 3)), kind: FrameKind(rawValue: bytes[3]),
      flags: FrameFlags(rawValue: bytes[4]), stream: StreamID(number), hasReservedBit: number > 0x7fff_ffff)
  }

  /// Offsets of the header's bytes.
  package var range: Range<Int> { offset..<(offset + Self.size) }
  /// Offset of the first byte of the payload.
  package var payloadStart: Int { offset + Self.size }
  /// Offset after the frame.
  package var end: Int { payloadStart + length }
  /// The flags' names; see `FrameFlags`.
  package var flagNames: [String] { flags.names(in: kind) }
}

extension [UInt8] {
  /// The big-endian number of 1 to 4 bytes at an index; bytes that are missing count as zero.
  func number(at index: Int, count: Int) -> UInt32 {
    (index..<(index + count)).reduce(0) { $0 << 8 | UInt32($1 < self.count ? self[$1] : 0) }
  }
}
