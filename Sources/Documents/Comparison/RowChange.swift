import Differences

/// Rows of two contents that differ.
struct RowChange: Sendable, Hashable {
  var before: Range<Int>
  var after: Range<Int>
  /// Whether they were only compared as a whole, because there are too many of them.
  var isCoarse: Bool

  init(_ change: SequenceChange, isCoarse: Bool = false) {
    self.init(before: change.left, after: change.right, isCoarse: isCoarse)
  }

  init(before: Range<Int>, after: Range<Int>, isCoarse: Bool) {
    self.before = before
    self.after = after
    self.isCoarse = isCoarse
  }
}
