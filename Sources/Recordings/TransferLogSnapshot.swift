/// The transfers of a recording at one moment, in order of time.
///
/// They lie in a byte log of their own, so that a million of them cost no more memory than its limit. Reading one
/// costs a system call when it is in the file, finding one by offset about twenty.
package struct TransferLogSnapshot: Sendable {
  private let log: ByteLogSnapshot

  init(_ log: ByteLogSnapshot) {
    self.log = log
  }

  /// How many writes and reads there were; neighbours are never merged.
  package var count: Int { log.count / TransferRecord.size }

  /// The transfer at `index`, which must be below `count`.
  package func transfer(at index: Int) throws(RecordingError) -> Transfer {
    try record(at: index).transfer
  }

  /// The transfers at `indices`, which must be below `count`, read together.
  package func transfers(in indices: Range<Int>) throws(RecordingError) -> [Transfer] {
    precondition(indices.lowerBound >= 0 && indices.upperBound <= count, "transfers are asked for by valid indices")
    let size = TransferRecord.size
    return try log.read(indices.lowerBound * size..<indices.upperBound * size) { bytes in
      (0..<indices.count).map { TransferRecord(bytes, at: $0 * size).transfer }
    }
  }

  /// The index of the transfer that holds the byte at `offset` of a direction; nil when none does yet.
  package func firstIndex(holding offset: Int, of direction: Direction) throws(RecordingError) -> Int? {
    let index = try partitionPoint { $0.end(of: direction) > offset }
    return index < count ? index : nil
  }

  /// The index of the first transfer at or after `time`; `count` when all were earlier.
  package func firstIndex(notBefore time: Timestamp) throws(RecordingError) -> Int {
    try partitionPoint { $0.nanoseconds >= time.nanoseconds }
  }

  /// How many bytes went each way before the transfer at `index`.
  package func counts(before index: Int) throws(RecordingError) -> (sent: Int, received: Int) {
    if index == 0 { return (0, 0) }
    let record = try record(at: index - 1)
    return (record.sentEnd, record.receivedEnd)
  }

  private func record(at index: Int) throws(RecordingError) -> TransferRecord {
    precondition(index >= 0 && index < count, "a transfer is asked for by a valid index")
    let start = index * TransferRecord.size
    return try log.read(start..<start + TransferRecord.size) { TransferRecord($0) }
  }

  /// The first index whose record meets a condition that all later records meet too.
  private func partitionPoint(_ meets: (TransferRecord) -> Bool) throws(RecordingError) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if meets(try record(at: middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
