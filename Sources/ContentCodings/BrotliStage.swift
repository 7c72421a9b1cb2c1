import CBrotli

/// Decodes brotli (RFC 7932): one stream, with a window of at most 16 MiB and no checksum.
final class BrotliStage: DecodingStage {
  /// The library keeps what it decoded to itself when it meets an error in the same call, so it gets little at a time.
  private static let inputSize = 256

  private let state: OpaquePointer
  private let buffer = PieceBuffer()
  private var offset = 0
  /// Where the stream ended.
  private var end: Int?

  init() throws(ContentCodingError) {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { throw .noMemory }
    self.state = state
  }

  deinit { BrotliDecoderDestroyInstance(state) }

  func next(_ input: inout UnsafeRawBufferPointer) throws(ContentCodingError) -> UnsafeRawBufferPointer? {
    while end == nil {
      let given = min(input.count, Self.inputSize)
      var (availableIn, availableOut) = (given, PieceBuffer.size)
      var nextIn = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
      var nextOut = buffer.start
      let result = BrotliDecoderDecompressStream(state, &availableIn, &nextIn, &availableOut, &nextOut, nil)
      input.drop(given - availableIn)
      offset += given - availableIn
      if result == BROTLI_DECODER_RESULT_SUCCESS { end = offset }
      let produced = PieceBuffer.size - availableOut
      if produced > 0 { return buffer.piece(produced) }
      switch result {
      case BROTLI_DECODER_RESULT_SUCCESS: break
      case BROTLI_DECODER_RESULT_ERROR: throw error
      default: if input.isEmpty { return nil }
      }
    }
    offset += input.count
    input.drop(input.count)
    return nil
  }

  func finish() throws(ContentCodingError) {
    if offset == 0 { return }
    guard let end else { throw .truncated(coding: .br, offset: offset) }
    guard end == offset else { throw .trailingBytes(coding: .br, offset: end, count: offset - end) }
  }

  private var error: ContentCodingError {
    let code = BrotliDecoderGetErrorCode(state)
    // Codes from -21 to -31 are allocations that failed.
    if code.rawValue <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES.rawValue,
      code.rawValue >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES.rawValue
    {
      return .noMemory
    }
    // The library's words are names, such as “FORMAT_CL_SPACE”.
    let name = BrotliDecoderErrorString(code).map { String(cString: $0) } ?? ""
    let words = name.split(separator: "_").drop { $0 == "FORMAT" }.joined(separator: " ").lowercased()
    return .corrupt(
      coding: .br, offset: offset, reason: words.isEmpty ? "the format is broken" : "the format is broken (\(words))")
  }
}
