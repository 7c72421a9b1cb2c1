import Differences
import Recordings

/// Compares two contents by rows, in slices: reads both as hashes, compares those, and, where several rows had to count
/// as one, compares the rows of what differs.
struct RowsComparison {
  /// More rows than these are not compared one by one at a place, and altogether.
  private static let refinedAtOnce = 1 << 18
  private static let refinedInAll = 1 << 21
  /// Changes beyond this many are told as one.
  static let changeLimit = 1 << 16
  /// Steps of comparing before others get their turn.
  private static let stepsAtOnce = 64

  let before: any ComparedRows
  let after: any ComparedRows
  private(set) var changes: [RowChange] = []
  private(set) var isDone = false
  private var hasRead = false
  private var difference: SequenceDifference?
  /// Changes by units that are still to be compared by rows, the last first.
  private var coarse: [SequenceChange]?
  private var refined = 0

  init(before: any ComparedRows, after: any ComparedRows) {
    self.before = before
    self.after = after
  }

  var fraction: Double { isDone ? 1 : (before.fraction + after.fraction) / 2.1 }

  /// Goes on for about `budget` bytes, or as much work; false when all is compared.
  mutating func advance(budget: Int) throws(RecordingError) -> Bool {
    if isDone { return false }
    if !hasRead {
      let (one, other) = (try before.advance(budget: budget), try after.advance(budget: budget))
      if one || other { return true }
      hasRead = true
      before.hashed.coarsen(to: after.hashed.level)
      after.hashed.coarsen(to: before.hashed.level)
      difference = SequenceDifference(before.hashed.hashes, after.hashed.hashes)
      return true
    }
    if var running = difference {
      for _ in 0..<Self.stepsAtOnce {
        guard !running.step() else { continue }
        difference = nil
        take(running.changes)
        return !isDone
      }
      difference = running
      return true
    }
    try refineNext()
    return !isDone
  }

  private mutating func take(_ found: [SequenceChange]) {
    if before.hashed.level == 0 {
      for change in found { add(RowChange(change)) }
      isDone = true
    } else {
      coarse = found.reversed()
      isDone = found.isEmpty
    }
  }

  private mutating func refineNext() throws(RecordingError) {
    guard let next = coarse?.popLast() else { return isDone = true }
    let left = before.hashed.rows(ofUnits: next.left)
    let right = after.hashed.rows(ofUnits: next.right)
    let count = left.count + right.count
    if count > Self.refinedAtOnce || refined + count > Self.refinedInAll {
      add(RowChange(before: left, after: right, isCoarse: true))
    } else {
      refined += count
      for change in SequenceDifference.changes(
        try before.hashes(ofRows: left), try after.hashes(ofRows: right))
      {
        add(
          RowChange(
            before: change.left.lowerBound + left.lowerBound..<change.left.upperBound + left.lowerBound,
            after: change.right.lowerBound + right.lowerBound..<change.right.upperBound + right.lowerBound,
            isCoarse: false))
      }
    }
    isDone = coarse?.isEmpty ?? true
  }

  private mutating func add(_ change: RowChange) {
    if changes.count < Self.changeLimit {
      changes.append(change)
    } else {
      let last = changes.count - 1
      changes[last].before = changes[last].before.lowerBound..<change.before.upperBound
      changes[last].after = changes[last].after.lowerBound..<change.after.upperBound
      changes[last].isCoarse = true
    }
  }
}
