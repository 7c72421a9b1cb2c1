import Recordings

/// Rows by a walker and its index.
struct IndexedRows<Walker: RowWalker> {
  var source: Walker.Source
  var index: RowIndex<Walker>
  let encoding: TextEncoding

  init(
    source: Walker.Source, start: Walker, encoding: TextEncoding, spacing: Int = RowIndex<Walker>.spacing
  ) {
    self.source = source
    self.encoding = encoding
    index = RowIndex(start: start, spacing: spacing)
  }

  var indexedFraction: Double {
    let extent = Walker.extent(of: source)
    return extent == 0 || index.isComplete ? 1 : min(1, Double(index.position) / Double(extent))
  }

  mutating func advance(budget: Int) throws(RecordingError) -> Bool {
    try index.advance(source, budget: budget)
  }

  func drafts(in range: Range<Int>) throws(RecordingError) -> [RowBuilder<Walker>.Draft] {
    if range.isEmpty { return [] }
    let checkpoint = index.checkpoint(beforeRow: range.lowerBound)
    var walker = checkpoint.walker
    var builder = RowBuilder(
      from: walker, skipping: range.lowerBound - checkpoint.row, limit: range.count, encoding: encoding)
    while !builder.isFull {
      if walker.isPassingOver, !leap(&walker, row: checkpoint.row + builder.endedRows) {
        // Where it ends is not known yet: it is the last row.
        builder.append(words: "…", role: .note)
        builder.finish()
        return builder.drafts
      }
      let before = walker.position
      // Little at a time where something may be folded, whose end is then looked up.
      try walker.walk(source, budget: walker.folds == Folds() ? 64 << 10 : 16 << 10, into: &builder)
      if walker.position >= Walker.extent(of: source) || walker.position == before { break }
    }
    if !builder.isFull {
      if Walker.isComplete(source) { try walker.finish(source, into: &builder) }
      builder.finish()
    }
    return builder.drafts
  }

  /// Goes over what is folded by what is known of its end; false when the index is still inside of it.
  private func leap(_ walker: inout Walker, row: Int) -> Bool {
    if let next = index.checkpoint(afterRow: row), walker.leap(by: next.walker) { return true }
    return !(index.endedRows <= row && index.frontier.isPassingOver && index.position > walker.position)
  }

  /// Where that begins which a row would fold or unfold, or nil.
  func foldPlace(ofRow row: Int) throws(RecordingError) -> Int? {
    let (finder, walker) = try find(row) { $0.next != nil }
    return finder.start?.foldPlace(next: finder.next ?? walker)
  }

  /// The walker at the start of a known row.
  func walker(atRow row: Int) throws(RecordingError) -> Walker? {
    try find(row) { $0.start != nil }.finder.start
  }

  /// Walks to a row until enough of it is found, or as far as is known; where the walker stands then.
  private func find(
    _ row: Int, until isEnough: (RowFinder<Walker>) -> Bool
  ) throws(RecordingError) -> (finder: RowFinder<Walker>, walker: Walker) {
    let checkpoint = index.checkpoint(beforeRow: row)
    var walker = checkpoint.walker
    var finder = RowFinder(row: row - checkpoint.row, walker: walker)
    while !isEnough(finder), walker.position < Walker.extent(of: source) {
      if walker.isPassingOver, !leap(&walker, row: checkpoint.row + finder.endedRows) { return (finder, walker) }
      let before = walker.position
      try walker.walk(source, budget: 16 << 10, into: &finder)
      if walker.position == before { break }
    }
    if !isEnough(finder), Walker.isComplete(source) { try walker.finish(source, into: &finder) }
    return (finder, walker)
  }

  /// The first known row at or after a walker's place that meets a condition.
  ///
  /// `isTooFar` is true of walkers behind the row; `isPast` ends the look.
  func row(
    startingWhere isTooFar: (Walker) -> Bool, _ holds: (RowBuilder<Walker>.Draft) -> Bool
  ) throws(RecordingError) -> Int? {
    var row = index.checkpoint(where: isTooFar).row
    let block = index.block(holdingRow: row).rows
    while row < block.upperBound {
      let range = row..<min(block.upperBound, row + 1024)
      if let found = try drafts(in: range).firstIndex(where: holds) { return row + found }
      row = range.upperBound
    }
    return nil
  }
}
