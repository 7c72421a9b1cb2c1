/// Where a connection goes: a scheme, a host and a port.
package struct Endpoint: Sendable, Hashable {
  /// How the bytes are carried.
  package enum Scheme: String, Sendable, Hashable, CaseIterable {
    case http
    case https

    /// The port that a URL of this scheme means when it names none.
    package var defaultPort: Int { self == .http ? 80 : 443 }
  }

  package var scheme: Scheme
  /// A host name in ASCII, or an IP address without brackets.
  package var host: String
  /// 1 to 65535.
  package var port: Int

  package init(scheme: Scheme, host: String, port: Int) {
    self.scheme = scheme
    self.host = host
    self.port = port
  }

  /// The host as it stands in a URL: an IPv6 address in brackets.
  package var bracketedHost: String { host.contains(":") ? "[\(host)]" : host }

  /// `host:port`, or the host alone when the port is the scheme's own.
  package var authority: String { port == scheme.defaultPort ? bracketedHost : "\(bracketedHost):\(port)" }
}

extension Endpoint: CustomStringConvertible {
  package var description: String { "\(scheme.rawValue)://\(authority)" }
}
