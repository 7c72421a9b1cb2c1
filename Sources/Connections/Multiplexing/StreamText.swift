import Recordings

/// What was said on a stream, as HTTP/1 would have it on a connection: what every view of an exchange reads.
///
/// Content that came is not kept again: it is ranges of what the connection received.
///
/// A class because a recording cannot be copied; it belongs to its connection's actor.
final class StreamText {
  private var recording: Recording

  init(_ spool: SpoolConfiguration) {
    recording = Recording(spool)
  }

  var sentCount: Int { recording.sentCount }
  var receivedCount: Int { recording.receivedCount }

  /// What was said by now; `connection` has the content that came.
  func snapshot(of connection: RecordingSnapshot) -> RecordingSnapshot { recording.snapshot(of: connection) }

  func append(_ direction: Direction, _ bytes: UnsafeRawBufferPointer, at time: Timestamp) throws(RecordingError) {
    try recording.append(direction, bytes, at: time)
  }

  /// Takes content that came, which the connection's recording has.
  func append(received range: Range<Int>, at time: Timestamp) throws(RecordingError) {
    try recording.append(.received, of: range, at: time)
  }

  /// Bytes that are needed as text.
  func bytes(_ direction: Direction, _ range: Range<Int>, of connection: RecordingSnapshot) -> [UInt8] {
    let log = snapshot(of: connection)[direction]
    guard range.upperBound <= log.count, let bytes = try? log.bytes(in: range) else { return [] }
    return bytes
  }
}
