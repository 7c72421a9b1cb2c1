import Recordings

/// What was said on a stream, as HTTP/1 would have it on a connection: what every view of an exchange reads.
///
/// What the connection has in the same words is not kept again: content that came is ranges of what it received.
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

  /// Takes bytes that the connection's recording has.
  func append(_ direction: Direction, of range: Range<Int>, at time: Timestamp) throws(RecordingError) {
    try recording.append(direction, of: range, at: time)
  }

  /// Bytes that are needed as text.
  func bytes(_ direction: Direction, _ range: Range<Int>, of connection: RecordingSnapshot) -> [UInt8] {
    let log = snapshot(of: connection)[direction]
    guard range.upperBound <= log.count, let bytes = try? log.bytes(in: range) else { return [] }
    return bytes
  }
}
