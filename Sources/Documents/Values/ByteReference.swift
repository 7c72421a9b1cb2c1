package import Recordings

/// Bytes of a recording: which one's, which direction's, and which of them.
package struct ByteReference: Sendable, Hashable {
  /// The recordings that an exchange has.
  package enum Layer: Sendable, Hashable {
    /// The bytes of its messages.
    case messages
    /// The frames of HTTP/2 that carried them.
    case frames
  }

  package var layer: Layer
  /// The direction whose log the offsets are in.
  package var direction: Direction
  /// Offsets in that direction's log.
  package var range: Range<Int>

  /// The bytes `range` of a direction.
  package init(layer: Layer = .messages, direction: Direction, range: Range<Int>) {
    self.layer = layer
    self.direction = direction
    self.range = range
  }

  /// The one byte at `offset` of a direction.
  package init(layer: Layer = .messages, direction: Direction, offset: Int) {
    self.init(layer: layer, direction: direction, range: offset..<offset + 1)
  }
}
