package import Exchanges

/// How an endpoint is reached, where it is not simply looked up and connected to.
///
/// None of it changes a byte of the request, nor the name that TLS asks for and verifies.
package struct EndpointReach: Sendable, Hashable {
  /// Another host and port that are connected to.
  package struct Target: Sendable, Hashable {
    package var host: String
    package var port: Int

    package init(host: String, port: Int) {
      self.host = host
      self.port = port
    }
  }

  /// The path of a Unix-domain socket, at most 107 bytes; all else but time limits is without meaning then.
  package var socketPath: String?
  /// IP addresses that take the place of a look-up, in the order in which they are given.
  package var addresses: [String] = []
  /// What is connected to instead of the endpoint's own host and port.
  package var target: Target?
  /// The IP address that the connection comes from, or the name of the interface.
  package var source: String?
  /// The only family of addresses that is used; nil for both.
  package var addressFamily: AddressFamily?

  package init() {}

  /// Whether a text is an IP address rather than a name.
  package static func isAddress(_ text: String) -> Bool { IPAddress.literal(text, port: 0) != nil }

  /// The families that are looked up and tried.
  var families: [AddressFamily] {
    let ofSource = source.flatMap { IPAddress.literal($0, port: 0) }.map { $0.isIPv6 ? AddressFamily.ipv6 : .ipv4 }
    return AddressFamily.allCases.filter { $0 == addressFamily ?? $0 && $0 == ofSource ?? $0 }
  }

  /// What connects to an endpoint is told of before anything else.
  func notes(for endpoint: Endpoint) -> [ConnectionEvent.Kind] {
    if socketPath != nil { return [] }
    var notes: [ConnectionEvent.Kind] = []
    if let target { notes.append(.targetReplaced(host: target.host, port: target.port)) }
    if let source { notes.append(.sourceBound(source)) }
    if families.count == 1 { notes += families.map { .familyRestricted($0) } }
    if !addresses.isEmpty {
      notes.append(.lookupReplaced(host: target?.host ?? endpoint.host, addresses: given(for: endpoint)))
    }
    return notes
  }

  /// The addresses that are known without a look-up: the given ones, the socket, or the one that the host is.
  func given(for endpoint: Endpoint) -> [NetworkAddress] {
    if let socketPath { return [.socket(path: socketPath)] }
    let port = target?.port ?? endpoint.port
    if !addresses.isEmpty { return addresses.map { NetworkAddress(ip: $0, port: port) } }
    return IPAddress.literal(target?.host ?? endpoint.host, port: port).map { [$0] } ?? []
  }
}
