package import Recordings

/// Bytes of a connection's plain recording: which direction's, and which of them.
package struct ByteReference: Sendable, Hashable {
  /// The direction whose log the offsets are in.
  package var direction: Direction
  /// Offsets in that direction's log.
  package var range: Range<Int>

  /// The bytes `range` of a direction.
  package init(direction: Direction, range: Range<Int>) {
    self.direction = direction
    self.range = range
  }

  /// The one byte at `offset` of a direction.
  package init(direction: Direction, offset: Int) {
    self.init(direction: direction, range: offset..<offset + 1)
  }
}
