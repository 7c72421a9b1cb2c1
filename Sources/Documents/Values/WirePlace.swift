package import Recordings

/// Where a row about the wire under TLS stands among such rows of its direction.
package struct WirePlace: Sendable, Hashable {
  package var direction: Direction
  /// One past the last byte of its transfer.
  package var end: Int
  /// Its place among the rows of the transfer; ascending.
  package var line: Int

  /// Whether it stands behind another place of the same direction.
  package func isAfter(_ other: WirePlace) -> Bool { (end, line) > (other.end, other.line) }
}
