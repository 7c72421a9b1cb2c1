package import Recordings

/// All there is to read of an exchange: the connection's recording so far, and which of its bytes are which part.
///
/// A value: it stays as it was while the exchange goes on; ask the connection service for a newer one.
package struct ExchangeRecording: Sendable {
  package var summary: ExchangeSummary
  /// The plain bytes of the connection, both directions; over HTTP/2 the exchange's own, as HTTP/1 would have them.
  package var plain: RecordingSnapshot
  /// Under TLS the cipher bytes of the connection, both directions.
  package var wire: RecordingSnapshot?
  /// Under TLS which of them carry which plain bytes.
  package var records: TLSRecordMap?
  /// Over HTTP/2 the frames that the exchange was carried in.
  package var frames: FrameRecording?
  /// This exchange's part of each direction of `plain`.
  package var sentRange: Range<Int>
  package var receivedRange: Range<Int>
  /// The request as it reads; offsets are those of the sent direction.
  package var request: MessageIndex?
  /// Interim responses first, the final one last; offsets are those of the received direction.
  package var responses: [MessageIndex]
  /// When the connection began: the zero of the wire view's times.
  package var connectionBegan: Timestamp

  package init(
    summary: ExchangeSummary, plain: RecordingSnapshot, wire: RecordingSnapshot?, records: TLSRecordMap? = nil,
    frames: FrameRecording? = nil,
    sentRange: Range<Int>, receivedRange: Range<Int>, request: MessageIndex?, responses: [MessageIndex],
    connectionBegan: Timestamp
  ) {
    self.summary = summary
    self.plain = plain
    self.wire = wire
    self.records = records
    self.frames = frames
    self.sentRange = sentRange
    self.receivedRange = receivedRange
    self.request = request
    self.responses = responses
    self.connectionBegan = connectionBegan
  }
}
