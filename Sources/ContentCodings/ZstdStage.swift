import CZstd

/// Decodes zstd (RFC 8878): frames one after the other, each with a window within the limit.
///
/// Skippable frames give nothing. What is no frame after the first one is told by ``finish()``.
final class ZstdStage: DecodingStage {
  private enum State {
    /// Nothing of a frame has come yet.
    case betweenFrames
    /// The frame began at the offset.
    case inFrame(start: Int)
    /// What comes is no frame; the offset where it began.
    case garbage(offset: Int)
  }

  /// Bytes of a frame's magic number.
  private static let magicSize = 4

  private let context: OpaquePointer
  private let windowLimit: Int
  private let buffer = PieceBuffer()
  private var state = State.betweenFrames
  private var offset = 0
  private var hasFrame = false
  /// How many bytes the library wants next: it loses what it decoded before an error in one call, and with these it
  /// decodes one block each time.
  private var wanted: Int
  /// Whether the last piece was full, so that there may be more without more input; asked in vain, the library fails.
  private var hasMore = false

  /// `windowLimit` is in bytes, and rounded down to a power of two.
  init(windowLimit: Int) throws(ContentCodingError) {
    guard let context = ZSTD_createDCtx() else { throw .noMemory }
    self.context = context
    self.windowLimit = windowLimit
    wanted = ZSTD_initDStream(context)
    let bits = ZSTD_dParam_getBounds(ZSTD_d_windowLogMax)
    let log = Int32(Int.bitWidth - 1 - max(windowLimit, 1).leadingZeroBitCount)
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, min(max(log, bits.lowerBound), bits.upperBound))
  }

  deinit { ZSTD_freeDCtx(context) }

  func next(_ input: inout UnsafeRawBufferPointer) throws(ContentCodingError) -> UnsafeRawBufferPointer? {
    while true {
      if case .garbage = state {
        offset += input.count
        input.drop(input.count)
        return nil
      }
      if input.isEmpty, !hasMore { return nil }
      if case .betweenFrames = state { state = .inFrame(start: offset) }
      let result = decompress(&input)
      if ZSTD_isError(result.code) != 0 {
        try fail(result.code)
        continue
      }
      wanted = max(1, result.code)
      hasMore = result.code > 0 && result.produced == PieceBuffer.size
      if result.code == 0 {
        state = .betweenFrames
        hasFrame = true
      }
      if result.produced > 0 { return buffer.piece(result.produced) }
    }
  }

  private func decompress(_ input: inout UnsafeRawBufferPointer) -> (code: Int, produced: Int) {
    var source = ZSTD_inBuffer(src: input.baseAddress, size: min(input.count, wanted), pos: 0)
    var sink = ZSTD_outBuffer(dst: buffer.start, size: PieceBuffer.size, pos: 0)
    let code = ZSTD_decompressStream(context, &sink, &source)
    input.drop(source.pos)
    offset += source.pos
    return (code, sink.pos)
  }

  func finish() throws(ContentCodingError) {
    switch state {
    case .betweenFrames: break
    case .inFrame(let start) where hasFrame && offset - start < Self.magicSize:
      throw .trailingBytes(coding: .zstd, offset: start, count: offset - start)
    case .inFrame: throw .truncated(coding: .zstd, offset: offset)
    case .garbage(let start): throw .trailingBytes(coding: .zstd, offset: start, count: offset - start)
    }
  }

  /// Throws what an error code means, except for what follows the last frame.
  private func fail(_ code: Int) throws(ContentCodingError) {
    switch ZSTD_getErrorCode(code) {
    case ZSTD_error_prefix_unknown:
      guard hasFrame, case .inFrame(let start) = state else {
        throw .corrupt(coding: .zstd, offset: offset, reason: "no frame begins here")
      }
      state = .garbage(offset: start)
    case ZSTD_error_memory_allocation: throw .noMemory
    case ZSTD_error_frameParameter_windowTooLarge:
      throw .windowTooLarge(coding: .zstd, offset: offset, limit: windowLimit)
    case ZSTD_error_checksum_wrong: throw .checksumMismatch(coding: .zstd, offset: offset)
    case ZSTD_error_dictionary_wrong: throw .needsDictionary(coding: .zstd, offset: offset)
    default:
      let words = ZSTD_getErrorName(code).map { String(cString: $0) } ?? "the format is broken"
      throw .corrupt(coding: .zstd, offset: offset, reason: words.prefix(1).lowercased() + words.dropFirst())
    }
  }
}
