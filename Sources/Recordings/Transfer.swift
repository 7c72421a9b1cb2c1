/// One write to a connection or one read from it.
package struct Transfer: Sendable, Hashable {
  /// When the system took the bytes, or gave them.
  package var time: Timestamp
  /// Which way they went.
  package var direction: Direction
  /// Which bytes of that direction's log they are.
  package var range: Range<Int>

  /// A write or a read of `range` at `time`.
  package init(time: Timestamp, direction: Direction, range: Range<Int>) {
    self.time = time
    self.direction = direction
    self.range = range
  }
}
