/// Decodes `deflate`, which RFC 9110 §8.4.1.2 wants in the zlib format and some servers send without it.
///
/// The first two bytes tell them apart: as a raw block, a zlib header would have padding bits that no encoder sets.
final class DeflateStage: DecodingStage {
  private enum State {
    /// Nothing has come yet.
    case start
    /// The first byte has come.
    case firstByte(UInt8)
    case inStream(Inflater)
    /// The stream has ended at the offset.
    case ended(offset: Int)
  }

  private var state = State.start
  private var offset = 0

  func decode(
    _ input: UnsafeRawBufferPointer, output: (UnsafeRawBufferPointer) throws(ContentCodingError) -> Void
  ) throws(ContentCodingError) {
    var rest = input
    while let byte = rest.first {
      switch state {
      case .start:
        state = .firstByte(byte)
        advance(&rest, by: 1)
      case .firstByte(let first):
        let inflater = try Inflater(windowBits: Self.isZlibHeader(first, byte) ? 15 : -15)
        // The held byte goes in first.
        let progress = try withUnsafeBytes(of: first) { bytes throws(ContentCodingError) in
          try inflater.inflate(bytes, coding: .deflate, offset: 0, output: output)
        }
        state = progress.isAtEnd ? .ended(offset: offset) : .inStream(inflater)
      case .inStream(let inflater):
        let progress = try inflater.inflate(rest, coding: .deflate, offset: offset, output: output)
        advance(&rest, by: progress.consumed)
        if progress.isAtEnd { state = .ended(offset: offset) }
      case .ended:
        advance(&rest, by: rest.count)
      }
    }
  }

  func finish() throws(ContentCodingError) {
    switch state {
    case .start: break
    case .firstByte, .inStream: throw .truncated(coding: .deflate, offset: offset)
    case .ended(let end):
      guard end == offset else { throw .trailingBytes(coding: .deflate, offset: end, count: offset - end) }
    }
  }

  /// Method 8, a window of at most 32 KiB, and a number divisible by 31 (RFC 1950 §2.2).
  private static func isZlibHeader(_ first: UInt8, _ second: UInt8) -> Bool {
    first & 0x0F == 8 && first >> 4 <= 7 && (Int(first) << 8 | Int(second)) % 31 == 0
  }

  private func advance(_ rest: inout UnsafeRawBufferPointer, by count: Int) {
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    offset += count
  }
}
