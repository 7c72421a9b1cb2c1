/// The bytes of a spliced log at one moment.
///
/// A class only because it is part of what it has parts of.
final class SplicedBytes: Sendable {
  let count: Int
  private let own: ByteLogSnapshot
  private let source: ByteLogSnapshot
  private let entries: ByteLogSnapshot

  /// A run of bytes that lie together in one log.
  struct Run {
    var log: ByteLogSnapshot
    /// Where they lie there.
    var range: Range<Int>
  }

  init(own: ByteLogSnapshot, source: ByteLogSnapshot, entries: ByteLogSnapshot, count: Int) {
    self.own = own
    self.source = source
    self.entries = entries
    self.count = count
  }

  /// The runs that `range` consists of, from front to back, until `body` returns false.
  func forEachRun(
    in range: Range<Int>, _ body: (Run) throws(RecordingError) -> Bool
  ) throws(RecordingError) {
    if range.isEmpty { return }
    var number = try number(of: range.lowerBound)
    var offset = range.lowerBound
    while offset < range.upperBound {
      // An end of a batch is known by the entry after it.
      let batch = try read(number..<min(entryCount, number + Self.batchSize + 1))
      for (index, entry) in batch.enumerated() where offset < range.upperBound {
        let isLast = number + index == entryCount - 1
        guard index + 1 < batch.count || isLast else { break }
        let end = min(isLast ? count : batch[index + 1].start, range.upperBound)
        let start = entry.sourceStart + offset - entry.start
        let run = Run(log: entry.isOwn ? own : source, range: start..<start + (end - offset))
        if try !body(run) { return }
        offset = end
      }
      number += Self.batchSize
    }
  }

  /// The run that has all of `range`; nil where it lies in several, or is empty.
  func run(of range: Range<Int>) throws(RecordingError) -> Run? {
    var whole: Run?
    try forEachRun(in: range) { run in
      if run.range.count == range.count { whole = run }
      return false
    }
    return whole
  }

  /// So many entries are read together.
  private static let batchSize = 32

  private var entryCount: Int { entries.count / SpliceEntry.size }

  /// The entry that holds the byte at `offset`.
  private func number(of offset: Int) throws(RecordingError) -> Int {
    var low = 0
    var high = entryCount
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try read(middle..<middle + 1)[0].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func read(_ numbers: Range<Int>) throws(RecordingError) -> [SpliceEntry] {
    let size = SpliceEntry.size
    return try entries.read(numbers.lowerBound * size..<numbers.upperBound * size) { bytes in
      (0..<numbers.count).map { SpliceEntry(bytes, at: $0 * size) }
    }
  }
}
