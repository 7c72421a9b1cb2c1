import CZlib

/// A zlib stream that inflates, with its output buffer.
///
/// zlib keeps a pointer to its stream, so the stream has a place of its own.
final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private let buffer = PieceBuffer()
  /// Whether the stream is at its end, so that what follows is not part of it.
  private(set) var isAtEnd = false

  /// Makes an inflater; `windowBits` are zlib's: 15 for its own format, 31 for gzip, -15 for raw deflate.
  init(windowBits: Int32) throws(ContentCodingError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard barewire_inflateInit2(stream, windowBits) == Z_OK else { throw .noMemory }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next inflated piece; nil when the input, or the stream, has ended.
  ///
  /// `offset` is where the input begins, and is moved on with it. What could be inflated before an error comes first.
  func next(
    _ input: inout UnsafeRawBufferPointer, coding: ContentCoding, offset: inout Int
  ) throws(ContentCodingError) -> UnsafeRawBufferPointer? {
    while !isAtEnd {
      let given = min(input.count, Int(UInt32.max))
      stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_in = UInt32(given)
      stream.pointee.next_out = buffer.start
      stream.pointee.avail_out = UInt32(PieceBuffer.size)
      let result = CZlib.inflate(stream, Z_NO_FLUSH)
      let consumed = given - Int(stream.pointee.avail_in)
      input.drop(consumed)
      offset += consumed
      isAtEnd = result == Z_STREAM_END
      let produced = PieceBuffer.size - Int(stream.pointee.avail_out)
      // After a piece an error is told again by the next call.
      if produced > 0 { return buffer.piece(produced) }
      switch result {
      case Z_STREAM_END, Z_BUF_ERROR: return nil
      case Z_OK where input.isEmpty: return nil
      case Z_OK: continue
      default: throw error(result, coding: coding, offset: offset)
      }
    }
    return nil
  }

  /// Makes the inflater ready for another stream of the same kind.
  func reset() {
    inflateReset(stream)
    isAtEnd = false
  }

  private func error(_ result: Int32, coding: ContentCoding, offset: Int) -> ContentCodingError {
    let reason = stream.pointee.msg.map { String(cString: $0) }
    switch (result, reason) {
    case (Z_MEM_ERROR, _):
      return .noMemory
    case (Z_NEED_DICT, _):
      return .needsDictionary(coding: coding, offset: offset)
    case (_, "incorrect data check"), (_, "incorrect length check"):
      return .checksumMismatch(coding: coding, offset: offset)
    default:
      return .corrupt(coding: coding, offset: offset, reason: reason ?? "the format is broken")
    }
  }
}
