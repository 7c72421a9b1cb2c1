import Recordings

/// How many rows there are, and sparse places from which any of them can be made again.
///
/// Bounded: checkpoints are at least `spacing` bytes of source apart, and when there are too many of them that distance
/// is doubled, whatever the length of the source.
struct RowIndex<Walker: RowWalker>: Sendable {
  /// A row, and the walker as it stands at its start.
  struct Checkpoint: Sendable {
    var row: Int
    var walker: Walker
  }

  /// The rest of an index.
  private struct Behind: Sendable {
    var checkpoints: [Checkpoint]
    var frontier: Walker
    var endedRows: Int
    var isComplete: Bool
  }

  static var checkpointLimit: Int { 32_768 }
  /// Bytes of source between checkpoints, while there are few.
  static var spacing: Int { 64 << 10 }

  private(set) var checkpoints: [Checkpoint]
  /// Rows that have ended.
  private(set) var endedRows = 0
  /// Whether the last row of a source that is complete has ended.
  private(set) var isComplete = false
  private(set) var frontier: Walker
  /// What was known behind a place from which on rows are made again: of use once a walker comes to a row of it.
  private var behind: Behind?
  private var spacing: Int

  /// An index of nothing yet; `start` stands at the source's beginning.
  init(start: Walker, spacing: Int = spacing) {
    frontier = start
    self.spacing = spacing
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
      last: checkpoints[checkpoints.count - 1].walker.position,
      stop: behind?.checkpoints.first?.walker.position ?? .max)
    checkpoints = []
    defer {
      endedRows = counter.rows
      checkpoints = counter.checkpoints
      spacing = counter.spacing
      if counter.stopped != nil { rejoin() }
    }
    let before = frontier.position
    try frontier.walk(source, budget: budget, into: &counter)
    if let stopped = counter.stopped {
      frontier = stopped
      return true
    }
    // A recording that was cut may hold less than its message: where there is no way on, there is the end.
    if frontier.position < Walker.extent(of: source), frontier.position > before { return true }
    guard Walker.isComplete(source) else { return false }
    // All rows of the end are counted, also where one begins that was known.
    counter.stop = .max
    try frontier.finish(source, into: &counter)
    isComplete = true
    behind = nil
    return false
  }

  /// Makes rows again with other folds, from the row on which `place` is.
  ///
  /// Where only what begins at that place folds otherwise, what is known of the rows behind it stays, moved by as many
  /// rows as come or go.
  mutating func refold(_ folds: Folds, from place: Int, onlyThere: Bool) {
    let kept = max(1, partitionPoint { $0.walker.position > place })
    if !onlyThere {
      behind = nil
    } else if kept < checkpoints.count {
      behind = Behind(
        checkpoints: Array(checkpoints[kept...]), frontier: frontier, endedRows: endedRows, isComplete: isComplete)
    }
    checkpoints.removeLast(checkpoints.count - kept)
    let last = checkpoints[kept - 1]
    // A place that was not reached yet changes nothing of the rows that are known.
    if frontier.position > place {
      frontier = last.walker
      endedRows = last.row
      isComplete = false
    }
    frontier.folds = folds
    for index in checkpoints.indices { checkpoints[index].walker.folds = folds }
  }

  /// Takes up what is known behind the row that has just begun, or forgets it as far as it lies before.
  private mutating func rejoin() {
    guard var known = behind, let last = checkpoints.last else { return }
    known.checkpoints.removeFirst(known.checkpoints.prefix { $0.walker.position < frontier.position }.count)
    behind = known.checkpoints.isEmpty ? nil : known
    guard let first = known.checkpoints.first, frontier.meets(first.walker) else { return }
    behind = nil
    let moved = endedRows - first.row
    let folds = last.walker.folds
    if last.walker.position == frontier.position { checkpoints.removeLast() }
    for var checkpoint in known.checkpoints {
      checkpoint.row += moved
      checkpoint.walker.folds = folds
      checkpoints.append(checkpoint)
    }
    frontier = known.frontier
    frontier.folds = folds
    endedRows = known.endedRows + moved
    isComplete = known.isComplete
  }

  /// The first checkpoint behind a row.
  func checkpoint(afterRow row: Int) -> Checkpoint? {
    let next = partitionPoint { $0.row > row }
    return next < checkpoints.count ? checkpoints[next] : nil
  }

  /// Forgets what was made by walkers that went too far: all from the last one that did not.
  mutating func rewind(while isTooFar: (Walker) -> Bool) {
    guard isTooFar(frontier) else { return }
    while checkpoints.count > 1, isTooFar(checkpoints[checkpoints.count - 1].walker) { checkpoints.removeLast() }
    let last = checkpoints[checkpoints.count - 1]
    frontier = last.walker
    endedRows = last.row
    isComplete = false
    behind = nil
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
  /// Where a row may begin at which the walk is to stop.
  var stop = Int.max
  /// The walker that came there or farther.
  private(set) var stopped: Walker?

  var wantsWords: Bool { false }
  var passage: RowPassage? { RowPassage(rows: .max, before: min(last + spacing, stop)) }

  mutating func pass(rows passed: Int) { rows += passed }
  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole) {}
  mutating func append(blanks: Int) {}
  mutating func append(words: String, role: TextRole) {}
  mutating func append(row: DocumentRow) {}

  mutating func endRow(next: borrowing Walker) -> Bool {
    rows += 1
    if next.position - last >= spacing { keep(copy next) }
    if next.position < stop { return true }
    stopped = copy next
    return false
  }

  private mutating func keep(_ walker: Walker) {
    last = walker.position
    checkpoints.append(RowIndex<Walker>.Checkpoint(row: rows, walker: walker))
    while checkpoints.count > RowIndex<Walker>.checkpointLimit { thin() }
  }

  /// Drops those that are near to the one before; one behind something large that is folded stays.
  private mutating func thin() {
    spacing *= 2
    var kept = 1
    for index in checkpoints.indices.dropFirst()
    where checkpoints[index].walker.position - checkpoints[kept - 1].walker.position >= spacing {
      checkpoints[kept] = checkpoints[index]
      kept += 1
    }
    checkpoints.removeLast(checkpoints.count - kept)
    last = checkpoints[kept - 1].walker.position
  }
}
