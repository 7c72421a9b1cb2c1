/// One coding of a stack on its way back.
protocol DecodingStage: AnyObject {
  /// Reads all of `input` and hands over what can be decoded so far, in pieces of at most 64 KiB.
  func decode(
    _ input: UnsafeRawBufferPointer, output: (UnsafeRawBufferPointer) throws(ContentCodingError) -> Void
  ) throws(ContentCodingError)

  /// Tells whether the input could end here.
  func finish() throws(ContentCodingError)
}
