/// The kinds of IP addresses; each is looked up by itself (RFC 8305 §3).
package enum AddressFamily: UInt8, Sendable, Hashable, CaseIterable {
  case ipv6, ipv4
}
