import HTTPMessages

extension Proxy {
  /// Reads a proxy's URL as curl does: `[scheme://][user[:password]@]host[:port]`.
  ///
  /// Without a scheme it is http, and `socks` is SOCKS4. User and password are percent-decoded; a path is passed over.
  package init(_ text: String) throws(RouteError) {
    var rest = text.utf8[...]
    if rest.isEmpty { throw .proxyEmpty }
    let scheme = try Self.takeScheme(&rest)
    let kind = scheme ?? .http
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if rest[authority.endIndex...].contains(UInt8(ascii: "@")) { throw .proxyCredentialsUnescaped }
    var hostAndPort = authority
    var credentials: ProxyCredentials?
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      credentials = Self.credentials(authority[..<at])
      hostAndPort = authority[authority.index(after: at)...]
    }
    // Without a scheme "http:/host" would be a host named http.
    if scheme == nil, hostAndPort.last == UInt8(ascii: ":") { throw .proxyPortInvalid }
    let (host, port) = try Self.split(hostAndPort)
    try self.init(kind: kind, host: host, port: port ?? kind.defaultPort, credentials: credentials)
  }

  private static func takeScheme(_ rest: inout Substring.UTF8View) throws(RouteError) -> Kind? {
    let name = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "@") }
    guard !name.isEmpty, rest[name.endIndex...].starts(with: "://".utf8) else { return nil }
    rest = rest[name.endIndex...].dropFirst(3)
    let scheme = String(decoding: ASCIICase.lowercased(name), as: UTF8.self)
    if scheme == "socks" { return .socks4 }
    guard let kind = Kind(rawValue: scheme) else { throw .proxyScheme(scheme) }
    return kind
  }

  private static func credentials(_ text: Substring.UTF8View) -> ProxyCredentials? {
    if text.isEmpty { return nil }
    let user = text.prefix { $0 != UInt8(ascii: ":") }
    return ProxyCredentials(
      user: PercentDecoding.decode(user), password: PercentDecoding.decode(text[user.endIndex...].dropFirst()))
  }

  /// The host without brackets, and the port; an empty port is none.
  private static func split(_ text: Substring.UTF8View) throws(RouteError) -> (host: String, port: Int?) {
    var host = text.prefix { $0 != UInt8(ascii: ":") }
    var rest = text[host.endIndex...]
    if text.first == UInt8(ascii: "[") {
      guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { throw .proxyAddressInvalid }
      host = text[..<end].dropFirst()
      // A URL writes a zone's percent sign as %25 (RFC 6874 §2).
      let address = String(Substring(host)).replacing("%25", with: "%", maxReplacements: 1)
      guard address.utf8.contains(UInt8(ascii: ":")) else { throw .proxyAddressInvalid }
      rest = text[end...].dropFirst()
      return (address, try port(rest))
    }
    if host.contains(UInt8(ascii: "%")) { throw .proxyHostInvalid }
    return (String(Substring(host)), try port(rest))
  }

  private static func port(_ text: Substring.UTF8View) throws(RouteError) -> Int? {
    if text.isEmpty { return nil }
    guard text.first == UInt8(ascii: ":") else { throw .proxyHostInvalid }
    let digits = text.dropFirst()
    if digits.isEmpty { return nil }
    guard let port = PortText.port(Substring(digits)) else { throw .proxyPortInvalid }
    return port
  }
}
