/// Which side a TLS message came from, seen from this session.
package enum TLSDirection: UInt8, Sendable, Hashable {
  case sent, received
}
