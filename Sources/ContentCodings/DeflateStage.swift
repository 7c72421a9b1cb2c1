/// Decodes `deflate`, which RFC 9110 §8.4.1.2 wants in the zlib format and some servers send without it.
///
/// The first two bytes tell them apart: as a raw block, a zlib header would have padding bits that no encoder sets.
final class DeflateStage: DecodingStage {
  private enum State {
    /// Nothing has come yet.
    case start
    /// The first byte has come.
    case firstByte(UInt8)
    case inStream
    /// The stream has ended at the offset.
    case ended(offset: Int)
  }

  private var state = State.start
  /// Holds the last piece, so it stays after the end.
  private var inflater: Inflater?
  private var offset = 0

  func next(_ input: inout UnsafeRawBufferPointer) throws(ContentCodingError) -> UnsafeRawBufferPointer? {
    while true {
      if case .inStream = state, let inflater {
        let piece = try inflater.next(&input, coding: .deflate, offset: &offset)
        if inflater.isAtEnd { state = .ended(offset: offset) }
        if let piece { return piece }
      }
      guard let byte = input.first else { return nil }
      switch state {
      case .start:
        state = .firstByte(byte)
        advance(&input, by: 1)
      case .firstByte(let first):
        let inflater = try Inflater(windowBits: Self.isZlibHeader(first, byte) ? 15 : -15)
        // The held byte goes in first; it gives nothing yet.
        var held = 0
        _ = try withUnsafeBytes(of: first) { bytes throws(ContentCodingError) in
          var bytes = bytes
          return try inflater.next(&bytes, coding: .deflate, offset: &held)
        }
        self.inflater = inflater
        state = .inStream
      case .inStream: break
      case .ended: advance(&input, by: input.count)
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

  private func advance(_ input: inout UnsafeRawBufferPointer, by count: Int) {
    input.drop(count)
    offset += count
  }
}
