/// What an encoder is to do with its input.
enum EncodingOperation {
  /// Take it, and give what is ready.
  case encode
  /// Give everything so far.
  case flush
  /// Give the rest and the end.
  case finish
}

/// A library's encoder, asked for one piece at a time.
protocol EncodingStage: AnyObject {
  /// The next piece, at most 64 KiB and valid until the next call, perhaps empty, and whether the operation is done.
  ///
  /// What was read is taken off the front of `input`.
  func next(
    _ input: inout UnsafeRawBufferPointer, _ operation: EncodingOperation
  ) -> (piece: UnsafeRawBufferPointer, isDone: Bool)
}
