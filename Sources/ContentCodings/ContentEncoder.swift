import CZlib

/// Encodes content as it arrives.
///
/// An encoder belongs to one task or actor; it holds about 300 KiB.
package final class ContentEncoder {
  /// What comes out.
  package enum Format: Sendable, Hashable, CaseIterable {
    case gzip
    /// `deflate` as RFC 9110 has it, in the zlib format.
    case deflate
    /// `deflate` as some servers send it, without the zlib format.
    case rawDeflate

    fileprivate var windowBits: Int32 {
      switch self {
      case .gzip: 31
      case .deflate: 15
      case .rawDeflate: -15
      }
    }
  }

  private static let bufferSize = 64 << 10

  private let stream: UnsafeMutablePointer<z_stream>
  private let buffer: UnsafeMutableRawBufferPointer
  private var isFinished = false

  /// Makes an encoder; levels go from 0 (stored) over 1 (fast) to 9 (small), others are brought into that range.
  package init(_ format: Format, level: Int = 6) throws(ContentCodingError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    buffer = .allocate(byteCount: Self.bufferSize, alignment: 16)
    guard barewire_deflateInit2(stream, Int32(min(max(level, 0), 9)), format.windowBits) == Z_OK else {
      throw .libraryFailure("there is not enough memory to encode")
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  /// Encodes the next bytes and hands over what is ready, in pieces of at most 64 KiB; most calls with little input
  /// give nothing.
  package func encode<Failure>(
    _ input: UnsafeRawBufferPointer, output: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var rest = input
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      try run(piece, Z_NO_FLUSH, output)
      rest = UnsafeRawBufferPointer(rebasing: rest[piece.count...])
    }
  }

  /// Hands over everything that was encoded so far, so that a reader can decode it now; costs a few bytes.
  package func flush<Failure>(output: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    try run(UnsafeRawBufferPointer(start: nil, count: 0), Z_SYNC_FLUSH, output)
  }

  /// Hands over the rest with the checksum; after it the encoder takes no more.
  package func finish<Failure>(output: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    guard !isFinished else { return }
    try run(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH, output)
    isFinished = true
  }

  private func run<Failure>(
    _ input: UnsafeRawBufferPointer, _ flush: Int32, _ output: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(!isFinished, "encoding after the end")
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(input.count)
    repeat {
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(buffer.count)
      // Cannot fail here: a full buffer and a flush without anything to flush are no errors.
      _ = deflate(stream, flush)
      let produced = buffer.count - Int(stream.pointee.avail_out)
      if produced > 0 { try output(UnsafeRawBufferPointer(rebasing: buffer[..<produced])) }
    } while stream.pointee.avail_out == 0
  }
}
