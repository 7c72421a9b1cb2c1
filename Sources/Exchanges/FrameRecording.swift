package import HTTP2
package import Recordings

/// The bytes that carried an exchange over HTTP/2: those of its connection, of all streams, for the time that it took.
package struct FrameRecording: Sendable {
  /// Findings beyond this many are not kept.
  package static let findingLimit = 256

  /// One direction of the connection.
  package struct Side: Sendable {
    /// Offsets in the connection's plain bytes.
    package var range: Range<Int>
    /// Stands where the range begins, with the table of fields as it was there.
    package var reader: DirectionReader
    /// What is wrong with the bytes, in the order in which it was found.
    package var findings: [HTTP2Diagnostic]

    package init(range: Range<Int>, reader: DirectionReader, findings: [HTTP2Diagnostic] = []) {
      self.range = range
      self.reader = reader
      self.findings = findings
    }
  }

  /// All plain bytes of the connection.
  package var connection: RecordingSnapshot
  /// The exchange's own stream; nil before it is opened.
  package var stream: StreamID?
  package var sent: Side
  package var received: Side

  package init(connection: RecordingSnapshot, stream: StreamID?, sent: Side, received: Side) {
    self.connection = connection
    self.stream = stream
    self.sent = sent
    self.received = received
  }

  package subscript(direction: Direction) -> Side { direction == .sent ? sent : received }
}
