import CBrotli

/// The brotli library's encoder, with its output buffer; it holds some 10 MiB.
final class BrotliCompressor: EncodingStage {
  /// The logarithm of the window's size, 1 MiB: what a decoder has to keep.
  private static let windowLog: UInt32 = 20

  private let state: OpaquePointer
  private let buffer = PieceBuffer()

  /// Makes an encoder; levels go from 0 (fast) to 11 (small, and very slow).
  init(level: Int32) throws(ContentCodingError) {
    guard let state = BrotliEncoderCreateInstance(nil, nil, nil) else { throw .noMemory }
    self.state = state
    BrotliEncoderSetParameter(state, BROTLI_PARAM_QUALITY, UInt32(level))
    BrotliEncoderSetParameter(state, BROTLI_PARAM_LGWIN, Self.windowLog)
  }

  deinit { BrotliEncoderDestroyInstance(state) }

  func next(
    _ input: inout UnsafeRawBufferPointer, _ operation: EncodingOperation
  ) -> (piece: UnsafeRawBufferPointer, isDone: Bool) {
    let code =
      switch operation {
      case .encode: BROTLI_OPERATION_PROCESS
      case .flush: BROTLI_OPERATION_FLUSH
      case .finish: BROTLI_OPERATION_FINISH
      }
    var (availableIn, availableOut) = (input.count, PieceBuffer.size)
    var nextIn = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    var nextOut = buffer.start
    let isGood = BrotliEncoderCompressStream(state, code, &availableIn, &nextIn, &availableOut, &nextOut, nil)
    precondition(isGood != 0, "brotli encodes whatever it is given, unless there is no memory")
    input.drop(input.count - availableIn)
    let isDone = input.isEmpty && BrotliEncoderHasMoreOutput(state) == 0
    return (buffer.piece(PieceBuffer.size - availableOut), isDone)
  }
}
