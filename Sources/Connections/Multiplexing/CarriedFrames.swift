import Exchanges
import HTTP2
import Recordings

/// Where the frames of an exchange lie among those of its connection, from its begin to its end.
struct CarriedFrames: Sendable {
  var stream: StreamID?
  private var sent: FrameRecording.Side
  private var received: FrameRecording.Side
  private var hasEnded = false

  /// The exchange begins where these readers stand, or at `start`, before the connection spoke HTTP/2.
  init(sent: DirectionReader, received: DirectionReader, start: (sent: Int, received: Int)? = nil) {
    let start = start ?? (sent.offset, received.offset)
    self.sent = FrameRecording.Side(range: start.sent..<sent.offset, reader: sent)
    // What is sent keeps to limits that may be raised on the way; here they do not matter.
    self.sent.reader.maxFrameSize = 0xff_ffff
    self.received = FrameRecording.Side(range: start.received..<received.offset, reader: received)
  }

  /// Takes a finding about bytes that came.
  mutating func take(_ finding: HTTP2Diagnostic) {
    guard received.findings.count < FrameRecording.findingLimit else { return }
    received.findings.append(finding)
  }

  /// The exchange has ended with so many bytes of the connection.
  mutating func end(sentCount: Int, receivedCount: Int) {
    grow(sentCount, receivedCount)
    hasEnded = true
  }

  /// All there is to read by now.
  func recording(in connection: RecordingSnapshot) -> FrameRecording {
    var grown = self
    grown.grow(connection.sent.count, connection.received.count)
    return FrameRecording(connection: connection, stream: stream, sent: grown.sent, received: grown.received)
  }

  private mutating func grow(_ sentCount: Int, _ receivedCount: Int) {
    if hasEnded { return }
    sent.range = sent.range.lowerBound..<max(sent.range.lowerBound, sentCount)
    received.range = received.range.lowerBound..<max(received.range.lowerBound, receivedCount)
  }
}
