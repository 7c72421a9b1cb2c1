package import Exchanges

/// Where a connection goes in place of what the URL and the name servers say.
///
/// With a proxy they count for the connection to the proxy, apart from `connectTo`, which changes what it is asked for.
package struct Overrides: Sendable, Hashable {
  /// In the order in which they were given: of entries for the same host and port the last one counts.
  package var resolve: [ResolveEntry]
  /// The first entry that fits counts.
  package var connectTo: [ConnectToEntry]
  package var usable: UsableAddresses
  package var binding: LocalBinding?

  package init(
    resolve: [ResolveEntry] = [], connectTo: [ConnectToEntry] = [], usable: UsableAddresses = .all,
    binding: LocalBinding? = nil
  ) {
    self.resolve = resolve
    self.connectTo = connectTo
    self.usable = usable
    self.binding = binding
  }

  /// Where a connection for a host and a port really goes.
  package struct Target: Sendable, Hashable {
    /// What to look up, or an address, without brackets.
    package var host: String
    package var port: Int
    /// What to try without a look-up, in this order; nil where `host` is to be looked up, or is an address.
    package var addresses: [NetworkAddress]?
    /// What made the difference, in words; empty without any.
    package var reasons: [String]
  }

  /// Applies the overrides to an endpoint.
  package func apply(to endpoint: Endpoint) throws(RouteError) -> Target {
    try apply(host: endpoint.host, port: endpoint.port)
  }

  /// Applies the overrides to any host and port; throws where no address of a usable kind is left.
  ///
  /// What is looked up afterwards is still to be held to `usable`.
  package func apply(host: String, port: Int) throws(RouteError) -> Target {
    var target = Target(host: host, port: port, addresses: nil, reasons: [])
    if let entry = connectTo.first(where: { $0.isAbout(host, port) }) {
      target.host = entry.newHost ?? host
      target.port = entry.newPort ?? port
      target.reasons.append("connects to \(Destination(host: target.host, port: target.port)) by --connect-to \(entry)")
    }
    if let address = IPLiteral(target.host) {
      guard usable.includes(isIPv6: address.isIPv6) else { throw .noUsableAddress(host: target.host, usable) }
    }
    if let entry = resolveEntry(for: target) {
      target.addresses = entry.addresses.filter { usable.includes(isIPv6: $0.isIPv6) }
        .map { NetworkAddress(ip: "\($0)", port: target.port) }
      if target.addresses?.isEmpty == true { throw .noUsableAddress(host: target.host, usable) }
      target.reasons.append("is not looked up, by --resolve \(entry)")
    }
    if usable != .all { target.reasons.append("uses only \(usable.name)") }
    return target
  }

  /// The host's own entry, else the one for any host.
  private func resolveEntry(for target: Target) -> ResolveEntry? {
    // Addresses of one's own for an address would be a riddle; curl does not look addresses up either.
    if IPLiteral(target.host) != nil { return nil }
    let own = resolve.last { $0.isAbout(target.host, target.port) }
    if let own, !own.addresses.isEmpty { return own }
    return resolve.last { $0.isAbout("*", target.port) }.flatMap { $0.addresses.isEmpty ? nil : $0 }
  }
}
