import Recordings

/// Where the TLS records of one direction begin (RFC 8446 §5.1): what kind each is, and how long.
///
/// Only the five bytes at the front of each record are read. Bytes that are no records end the walk.
struct TLSRecordWalk: Sendable {
  /// Offset of the next record's first byte; nil where the records cannot be followed any more.
  private(set) var next: Int? = 0

  /// The records that begin before `end`, as long as their first bytes have come.
  mutating func records(in log: ByteLogSnapshot, before end: Int) throws(RecordingError) -> [(kind: String, size: Int)]
  {
    var records: [(kind: String, size: Int)] = []
    while let start = next, start < end, start + 5 <= log.count {
      let head = try log.bytes(in: start..<start + 5)
      let size = Int(head[3]) << 8 | Int(head[4])
      guard let kind = Self.kind(head[0]), head[1] == 3, size <= 16_384 + 2048 else {
        next = nil
        break
      }
      records.append((kind, size))
      next = start + 5 + size
    }
    return records
  }

  /// Goes past the records that begin before `end`, without a list of them.
  mutating func skip(to end: Int, in log: ByteLogSnapshot) throws(RecordingError) {
    while let start = next, start < end, start + 5 <= log.count {
      let head = try log.bytes(in: start..<start + 5)
      next = Self.kind(head[0]) == nil ? nil : start + 5 + (Int(head[3]) << 8 | Int(head[4]))
    }
  }

  private static func kind(_ type: UInt8) -> String? {
    switch type {
    case 20: "change cipher spec"
    case 21: "alert"
    case 22: "handshake"
    case 23: "application data"
    case 24: "heartbeat"
    default: nil
    }
  }
}
