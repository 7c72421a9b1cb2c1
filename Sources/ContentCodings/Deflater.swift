import CZlib

/// A zlib stream that deflates, with its output buffer; it holds about 300 KiB.
final class Deflater: EncodingStage {
  private let stream: UnsafeMutablePointer<z_stream>
  private let buffer = PieceBuffer()

  /// Makes a deflater; `windowBits` are zlib's: 15 for its own format, 31 for gzip, -15 for raw deflate.
  ///
  /// Levels go from 0 (stored) over 1 (fast) to 9 (small).
  init(windowBits: Int32, level: Int32) throws(ContentCodingError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard barewire_deflateInit2(stream, level, windowBits) == Z_OK else { throw .noMemory }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func next(
    _ input: inout UnsafeRawBufferPointer, _ operation: EncodingOperation
  ) -> (piece: UnsafeRawBufferPointer, isDone: Bool) {
    let flush =
      switch operation {
      case .encode: Z_NO_FLUSH
      case .flush: Z_SYNC_FLUSH
      case .finish: Z_FINISH
      }
    let given = min(input.count, Int(UInt32.max))
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(given)
    stream.pointee.next_out = buffer.start
    stream.pointee.avail_out = UInt32(PieceBuffer.size)
    // Cannot fail here: a full buffer and a flush without anything to flush are no errors.
    _ = deflate(stream, flush)
    input.drop(given - Int(stream.pointee.avail_in))
    let room = Int(stream.pointee.avail_out)
    return (buffer.piece(PieceBuffer.size - room), room > 0 && input.isEmpty)
  }
}
