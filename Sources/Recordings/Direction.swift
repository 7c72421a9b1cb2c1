/// Which way bytes went, seen from Barewire's end of the connection.
package enum Direction: UInt8, Sendable, Hashable, CaseIterable {
  case sent, received
}
