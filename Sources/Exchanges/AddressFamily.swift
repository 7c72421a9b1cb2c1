/// The kinds of IP addresses; each is looked up by itself (RFC 8305 §3).
package enum AddressFamily: UInt8, Sendable, Hashable, CaseIterable {
  case ipv6, ipv4

  /// The family's name, as in `IPv6`.
  package var name: String { self == .ipv6 ? "IPv6" : "IPv4" }

  /// The record of a name that holds such addresses (RFC 1035, RFC 3596).
  package var recordName: String { self == .ipv6 ? "AAAA" : "A" }
}
