import Recordings

/// How many rows there are, and sparse places from which any of them can be made again.
///
/// Bounded: checkpoints are at least `spacing` bytes of source apart, and when there are too many of them every
/// second one goes, whatever the length of the source.
struct RowIndex<Walker: RowWalker>: Sendable {
  /// A row, and the walker as it stands at its start.
  struct Checkpoint: Sendable {
    var row: Int
    var walker: Walker
  }

  static var checkpointLimit: Int { 32_768 }

  private(set) var checkpoints: [Checkpoint]
  /// Rows that have ended.
  private(set) var endedRows = 0
  /// Whether the last row of a source that is complete has ended.
  private(set) var isComplete = false
  private var frontier: Walker
  private var spacing = 64 << 10

  /// An index of nothing yet; `start` stands at the source's beginning.
  init(start: Walker) {
    frontier = start
    checkpoints = [Checkpoint(row: 0, walker: start)]
  }

  /// Rows known so far, one that has begun included.
  var rows: Int { endedRows + (frontier.isRowEmpty ? 0 : 1) }

  /// How much of the source is divided into rows.
  var position: Int { frontier.position }

  /// Walks on by about `budget` bytes; false when there is nothing more to do with what the source holds.
  mutating func advance(_ source: Walker.Source, budget: Int) throws(RecordingError) -> Bool {
    if isComplete { return false }
    var counter = RowCounter<Walker>(
      rows: endedRows, checkpoints: checkpoints, spacing: spacing,
      last: checkpoints[checkpoints.count - 1].walker.position)
    checkpoints = []
    defer {
      endedRows = counter.rows
      checkpoints = counter.checkpoints
      spacing = counter.spacing
    }
    let before = frontier.position
    try frontier.walk(source, budget: budget, into: &counter)
    // A recording that was cut may hold less than its message: where there is no way on, there is the end.
    if frontier.position < Walker.extent(of: source), frontier.position > before { return true }
    guard Walker.isComplete(source) else { return false }
    try frontier.finish(source, into: &counter)
    isComplete = true
    return false
  }

  /// Forgets what was made by walkers that went too far: all from the last one that did not.
  mutating func rewind(while isTooFar: (Walker) -> Bool) {
    guard isTooFar(frontier) else { return }
    while checkpoints.count > 1, isTooFar(checkpoints[checkpoints.count - 1].walker) { checkpoints.removeLast() }
    let last = checkpoints[checkpoints.count - 1]
    frontier = last.walker
    endedRows = last.row
    isComplete = false
  }

  /// The last checkpoint at or before a row.
  func checkpoint(beforeRow row: Int) -> Checkpoint {
    checkpoints[max(0, partitionPoint { $0.row > row } - 1)]
  }

  /// The last checkpoint whose walker did not go too far.
  func checkpoint(where isTooFar: (Walker) -> Bool) -> Checkpoint {
    checkpoints[max(0, partitionPoint { isTooFar($0.walker) } - 1)]
  }

  /// The rows from the last checkpoint at or before a row to the next one, with the walkers at both ends.
  func block(holdingRow row: Int) -> (rows: Range<Int>, start: Walker, end: Walker) {
    let next = partitionPoint { $0.row > row }
    let start = checkpoints[max(0, next - 1)]
    let (endRow, end) =
      next < checkpoints.count ? (checkpoints[next].row, checkpoints[next].walker) : (rows, frontier)
    return (start.row..<max(start.row, endRow), start.walker, end)
  }

  private func partitionPoint(_ isAfter: (Checkpoint) -> Bool) -> Int {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(checkpoints[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Counts rows and keeps a checkpoint now and then.
struct RowCounter<Walker: RowWalker>: RowSink {
  var rows: Int
  var checkpoints: [RowIndex<Walker>.Checkpoint]
  var spacing: Int
  /// Position of the last checkpoint.
  var last: Int

  var wantsWords: Bool { false }

  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole) {}
  mutating func append(blanks: Int) {}
  mutating func append(words: String, role: TextRole) {}
  mutating func append(row: DocumentRow) {}

  mutating func endRow(next: borrowing Walker) -> Bool {
    rows += 1
    if next.position - last >= spacing { keep(copy next) }
    return true
  }

  private mutating func keep(_ walker: Walker) {
    last = walker.position
    checkpoints.append(RowIndex<Walker>.Checkpoint(row: rows, walker: walker))
    guard checkpoints.count > RowIndex<Walker>.checkpointLimit else { return }
    var kept = 0
    for index in stride(from: 0, to: checkpoints.count, by: 2) {
      checkpoints[kept] = checkpoints[index]
      kept += 1
    }
    checkpoints.removeLast(checkpoints.count - kept)
    spacing *= 2
  }
}
