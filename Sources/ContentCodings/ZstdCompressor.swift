import CZstd

/// The zstd library's encoder, with its output buffer; it holds a few MiB.
final class ZstdCompressor: EncodingStage {
  private let context: OpaquePointer
  private let buffer = PieceBuffer()

  /// Makes an encoder with a checksum at the end; levels go from 1 (fast) to 19 (small), all with windows of 8 MiB at
  /// most (RFC 9659 §3).
  init(level: Int32) throws(ContentCodingError) {
    guard let context = ZSTD_createCCtx() else { throw .noMemory }
    self.context = context
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { ZSTD_freeCCtx(context) }

  func next(
    _ input: inout UnsafeRawBufferPointer, _ operation: EncodingOperation
  ) -> (piece: UnsafeRawBufferPointer, isDone: Bool) {
    let directive =
      switch operation {
      case .encode: ZSTD_e_continue
      case .flush: ZSTD_e_flush
      case .finish: ZSTD_e_end
      }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var sink = ZSTD_outBuffer(dst: buffer.start, size: PieceBuffer.size, pos: 0)
    let rest = ZSTD_compressStream2(context, &sink, &source, directive)
    precondition(ZSTD_isError(rest) == 0, "zstd encodes whatever it is given, unless there is no memory")
    input.drop(source.pos)
    let isDone = operation == .encode ? input.isEmpty : rest == 0
    return (buffer.piece(sink.pos), isDone)
  }
}
