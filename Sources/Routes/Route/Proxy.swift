/// A proxy: where it is, what it speaks, and who asks.
package struct Proxy: Sendable, Hashable {
  /// What a proxy speaks; the raw value is the scheme in its URL.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case http
    /// HTTP, with TLS to the proxy.
    case https
    case socks4, socks4a, socks5, socks5h

    /// The port where a URL names none, as curl has it.
    package var defaultPort: Int { self == .https ? 443 : 1080 }

    package var isHTTP: Bool { self == .http || self == .https }

    /// Whether the proxy looks up the endpoint's name; for the others it is looked up here first.
    package var resolvesNames: Bool { self != .socks4 && self != .socks5 }
  }

  package let kind: Kind
  /// A name in ASCII, or an IP address without brackets, of IPv6 perhaps with a zone (`fe80::1%eth0`).
  package let host: String
  /// 1 to 65535.
  package let port: Int
  package let credentials: ProxyCredentials?

  /// Checks each part.
  package init(
    kind: Kind, host: String, port: Int, credentials: ProxyCredentials? = nil
  ) throws(RouteError) {
    if host.isEmpty { throw .proxyHostMissing }
    if host.utf8.contains(UInt8(ascii: ":")) {
      guard IPLiteral(String(host.prefix { $0 != "%" })) != nil, !host.hasSuffix("%") else {
        throw .proxyAddressInvalid
      }
    }
    guard host.utf8.allSatisfy(Self.isHostByte) else { throw .proxyHostInvalid }
    guard 1...65535 ~= port else { throw .proxyPortInvalid }
    if let credentials { try Self.check(credentials, for: kind) }
    self.kind = kind
    self.host = host
    self.port = port
    self.credentials = credentials
  }

  private static func check(_ credentials: ProxyCredentials, for kind: Kind) throws(RouteError) {
    if credentials.hasControlByte { throw .proxyCredentialsInvalid }
    if kind.isHTTP {
      if credentials.user.value.contains(UInt8(ascii: ":")) { throw .proxyUserColon }
    } else if max(credentials.user.value.count, credentials.password.value.count) > 255 {
      throw .proxyCredentialsTooLong
    }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}

extension Proxy: CustomStringConvertible {
  /// The proxy's URL without user and password.
  package var description: String {
    "\(kind.rawValue)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }
}
