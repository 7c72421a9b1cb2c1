/// A place where two sequences differ: elements of the left one against elements of the right one.
package struct SequenceChange: Sendable, Hashable {
  /// What stands here in the left sequence only.
  package var left: Range<Int>
  /// What stands here in the right sequence only.
  package var right: Range<Int>

  /// A change of `left` into `right`, one of which may be empty.
  package init(left: Range<Int>, right: Range<Int>) {
    self.left = left
    self.right = right
  }
}
