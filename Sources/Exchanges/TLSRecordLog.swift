package import Recordings

/// The TLS records of a connection, in the order in which they passed: which bytes of the wire carry which plain bytes.
///
/// An entry takes 24 bytes of a byte log, so that a million records cost no more memory than the log's limit.
package struct TLSRecordLog: ~Copyable {
  /// Messages in records beyond this many of a direction have no names here: a server may send new keys for ever.
  package static let messageLimit = 256

  private var sent: ByteLog
  private var received: ByteLog
  private var sentMessages: [TLSRecordMap.Message] = []
  private var receivedMessages: [TLSRecordMap.Message] = []

  package init(_ configuration: SpoolConfiguration) {
    sent = ByteLog(configuration)
    received = ByteLog(configuration)
  }

  /// Adds the next record of a direction; where the disk takes no more, this and later ones are not kept.
  package mutating func append(_ entry: TLSRecordEntry, _ direction: Direction) {
    _ = entry.withBytes { bytes -> RecordingError? in
      do throws(RecordingError) {
        if direction == .sent { try sent.append(bytes) } else { try received.append(bytes) }
        return nil
      } catch {
        return error
      }
    }
  }

  /// Names a message that ended in the newest record of a direction.
  package mutating func name(_ message: String, _ direction: Direction) {
    let log = direction == .sent ? sent.count : received.count
    let named = TLSRecordMap.Message(record: log / TLSRecordEntry.size - 1, name: message)
    if direction == .sent {
      if sentMessages.count < Self.messageLimit { sentMessages.append(named) }
    } else if receivedMessages.count < Self.messageLimit {
      receivedMessages.append(named)
    }
  }

  /// The records up to this moment, shared, not copied.
  package var map: TLSRecordMap {
    TLSRecordMap(
      sent: TLSRecordMap.Side(sent.snapshot, messages: sentMessages),
      received: TLSRecordMap.Side(received.snapshot, messages: receivedMessages))
  }
}
