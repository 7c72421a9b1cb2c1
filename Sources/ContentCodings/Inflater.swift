import CZlib

/// A zlib stream that inflates, with its output buffer.
///
/// zlib keeps a pointer to its stream, so the stream has a place of its own.
final class Inflater {
  private static let bufferSize = 64 << 10

  private let stream: UnsafeMutablePointer<z_stream>
  private let buffer: UnsafeMutableRawBufferPointer

  /// Makes an inflater; `windowBits` are zlib's: 15 for its own format, 31 for gzip, -15 for raw deflate.
  init(windowBits: Int32) throws(ContentCodingError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    buffer = .allocate(byteCount: Self.bufferSize, alignment: 16)
    guard barewire_inflateInit2(stream, windowBits) == Z_OK else {
      throw .libraryFailure("there is not enough memory to decode")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  /// How a piece of input was read.
  struct Progress {
    /// The bytes of the input that were read.
    var consumed: Int
    /// Whether the stream is at its end, so that the rest of the input is not part of it.
    var isAtEnd: Bool
  }

  /// Inflates until the input or the stream ends.
  ///
  /// `offset` is where the input begins, for errors; what could be inflated before an error is handed over.
  func inflate(
    _ input: UnsafeRawBufferPointer, coding: ContentCoding, offset: Int,
    output: (UnsafeRawBufferPointer) throws(ContentCodingError) -> Void
  ) throws(ContentCodingError) -> Progress {
    var consumed = 0
    while true {
      let given = min(input.count - consumed, Int(UInt32.max))
      stream.pointee.next_in = input.baseAddress.map { ($0 + consumed).assumingMemoryBound(to: UInt8.self) }
      stream.pointee.avail_in = UInt32(given)
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(buffer.count)
      let result = CZlib.inflate(stream, Z_NO_FLUSH)
      consumed += given - Int(stream.pointee.avail_in)
      let produced = buffer.count - Int(stream.pointee.avail_out)
      if produced > 0 { try output(UnsafeRawBufferPointer(rebasing: buffer[..<produced])) }
      switch result {
      case Z_STREAM_END:
        return Progress(consumed: consumed, isAtEnd: true)
      case Z_OK where consumed < input.count || stream.pointee.avail_out == 0:
        continue
      case Z_OK, Z_BUF_ERROR:
        return Progress(consumed: consumed, isAtEnd: false)
      default:
        throw error(result, coding: coding, offset: offset + consumed)
      }
    }
  }

  /// Makes the inflater ready for another stream of the same kind.
  func reset() { inflateReset(stream) }

  private func error(_ result: Int32, coding: ContentCoding, offset: Int) -> ContentCodingError {
    let reason = stream.pointee.msg.map { String(cString: $0) }
    switch (result, reason) {
    case (Z_MEM_ERROR, _):
      return .libraryFailure("there is not enough memory to decode")
    case (Z_NEED_DICT, _):
      return .corrupt(coding: coding, offset: offset, reason: "it needs a dictionary that HTTP has no way to send")
    case (_, "incorrect data check"), (_, "incorrect length check"):
      return .checksumMismatch(coding: coding, offset: offset)
    default:
      return .corrupt(coding: coding, offset: offset, reason: reason ?? "the format is broken")
    }
  }
}
