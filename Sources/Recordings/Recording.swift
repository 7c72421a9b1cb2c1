/// Every byte of both directions of a connection, or of one layer of it, with the time of each write and read.
///
/// The connection that owns it appends; everybody else reads snapshots. It knows nothing of what the bytes mean.
package struct Recording: ~Copyable {
  private var sent: SplicedLog
  private var received: SplicedLog
  private var transfers: ByteLog

  /// An empty recording whose logs keep at most `configuration.memoryLimit` bytes each in memory.
  package init(_ configuration: SpoolConfiguration) {
    sent = SplicedLog(configuration)
    received = SplicedLog(configuration)
    transfers = ByteLog(configuration)
  }

  /// How many bytes were sent.
  package var sentCount: Int { sent.count }

  /// How many bytes were received.
  package var receivedCount: Int { received.count }

  /// Why a direction ends before what it was given; nil while both are whole.
  package var cut: RecordingError? { sent.cut ?? received.cut ?? transfers.cut }

  /// Adds the bytes of one write or read, and its time.
  ///
  /// No bytes are no transfer. When the disk takes no more this throws, as many of the bytes as could be kept are
  /// recorded, and all earlier ones stay readable; later appends of that direction throw again.
  package mutating func append(
    _ direction: Direction, _ bytes: UnsafeRawBufferPointer, at time: Timestamp
  ) throws(RecordingError) {
    try append(direction, at: time) { log throws(RecordingError) in try log.append(bytes) }
  }

  /// Adds bytes that another recording has in `range` of its direction, and the time of theirs; they are not copied.
  ///
  /// It is always the same recording, and is given to `snapshot(of:)`.
  package mutating func append(
    _ direction: Direction, of range: Range<Int>, at time: Timestamp
  ) throws(RecordingError) {
    if range.isEmpty { return }
    try append(direction, at: time) { log throws(RecordingError) in try log.append(of: range) }
  }

  private mutating func append(
    _ direction: Direction, at time: Timestamp, _ add: (inout SplicedLog) throws(RecordingError) -> Void
  ) throws(RecordingError) {
    if let cut = transfers.cut { throw cut }
    let start = direction == .sent ? sent.count : received.count
    var failure: RecordingError?
    do throws(RecordingError) {
      switch direction {
      case .sent: try add(&sent)
      case .received: try add(&received)
      }
    } catch {
      failure = error
    }
    let kept = (direction == .sent ? sent.count : received.count) - start
    if kept > 0 {
      let record = TransferRecord(
        nanoseconds: time.nanoseconds, sentEnd: sent.count, receivedEnd: received.count, direction: direction,
        length: kept)
      let full = record.withBytes { buffer -> RecordingError? in
        do throws(RecordingError) {
          try transfers.append(buffer)
          return nil
        } catch {
          return error
        }
      }
      failure = failure ?? full
    }
    if let failure { throw failure }
  }

  /// What the recording holds at this moment, shared, not copied.
  package var snapshot: RecordingSnapshot { snapshot(of: .empty) }

  /// What the recording holds at this moment, with the bytes that another one has for it.
  package func snapshot(of other: RecordingSnapshot) -> RecordingSnapshot {
    RecordingSnapshot(
      sent: sent.snapshot(of: other.sent), received: received.snapshot(of: other.received),
      transfers: TransferLogSnapshot(transfers.snapshot))
  }
}

extension Recording {
  /// Adds the bytes of an array as one write or read, with the contract of `append` for a buffer.
  package mutating func append(
    _ direction: Direction, _ bytes: [UInt8], at time: Timestamp
  ) throws(RecordingError) {
    try bytes.span.bytes.withUnsafeBytes { buffer throws(RecordingError) in
      try append(direction, buffer, at: time)
    }
  }
}
