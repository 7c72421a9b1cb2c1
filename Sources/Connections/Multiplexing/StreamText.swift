import Recordings

/// What was said on a stream, as HTTP/1 would have it on a connection: what every view of an exchange reads.
///
/// A class because a recording cannot be copied; it belongs to its connection's actor.
final class StreamText {
  private var recording: Recording

  init(_ spool: SpoolConfiguration) {
    recording = Recording(spool)
  }

  var sentCount: Int { recording.sentCount }
  var receivedCount: Int { recording.receivedCount }
  var snapshot: RecordingSnapshot { recording.snapshot }

  func append(_ direction: Direction, _ bytes: UnsafeRawBufferPointer, at time: Timestamp) throws(RecordingError) {
    try recording.append(direction, bytes, at: time)
  }

  /// Bytes that are needed as text.
  func bytes(_ direction: Direction, _ range: Range<Int>) -> [UInt8] {
    let log = snapshot[direction]
    guard range.upperBound <= log.count, let bytes = try? log.bytes(in: range) else { return [] }
    return bytes
  }
}
