/// One coding of a stack on its way back.
///
/// A stage is asked for one piece at a time, so that whoever asks can stop in the middle of a bomb.
protocol DecodingStage: AnyObject {
  /// The next decoded piece, at most 64 KiB and valid until the next call; nil when all of `input` was read and gives no
  /// more.
  ///
  /// What was read is taken off the front of `input`.
  func next(_ input: inout UnsafeRawBufferPointer) throws(ContentCodingError) -> UnsafeRawBufferPointer?

  /// Tells whether the input could end here.
  func finish() throws(ContentCodingError)
}

extension UnsafeRawBufferPointer {
  /// Takes bytes off the front.
  mutating func drop(_ count: Int) {
    self = UnsafeRawBufferPointer(rebasing: self[count...])
  }
}
