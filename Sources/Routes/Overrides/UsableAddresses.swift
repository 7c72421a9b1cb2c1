/// Which kinds of addresses may be used (curl's `-4` and `-6`).
package enum UsableAddresses: String, Sendable, Hashable, CaseIterable {
  case all
  case ipv4Only
  case ipv6Only

  /// The addresses in words.
  package var name: String {
    switch self {
    case .all: "IPv4 and IPv6"
    case .ipv4Only: "IPv4"
    case .ipv6Only: "IPv6"
    }
  }

  /// Whether an address of this kind may be used.
  package func includes(isIPv6: Bool) -> Bool {
    switch self {
    case .all: true
    case .ipv4Only: !isIPv6
    case .ipv6Only: isIPv6
    }
  }
}
