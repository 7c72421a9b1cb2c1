/// What a reader of one direction found, in the order of the bytes.
package enum FrameEvent: Sendable, Hashable {
  /// The bytes with which a client begins.
  case preface(Range<Int>)
  /// The header of a frame, behind what is wrong with it; its payload follows.
  case started(FrameHeader)
  /// Content of a DATA frame, in pieces: offsets in the stream of bytes.
  case data(StreamID, Range<Int>)
  /// A frame is whole.
  case frame(Frame)
  /// The frames of a header block are whole, the last one told already; only a `DirectionReader` tells this.
  ///
  /// What is wrong with its coding or size follows.
  case headerBlock(HeaderBlock)
  case diagnostic(HTTP2Diagnostic)
  /// Bytes that are no HTTP/2; all that follow are.
  case leftover(Range<Int>)
}
