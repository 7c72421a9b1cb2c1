extension Proxy {
  /// The handshake that asks this proxy for a connection to `destination`.
  ///
  /// Plain requests through an HTTP proxy need none: `ForwardForm` says how they go out.
  package func handshake(to destination: Destination, userAgent: String?) -> any ProxyHandshake {
    switch kind {
    case .http, .https: ConnectHandshake(to: destination, credentials: credentials, userAgent: userAgent)
    case .socks4, .socks4a:
      SOCKS4Handshake(to: destination, credentials: credentials, sendsNames: kind.resolvesNames)
    case .socks5, .socks5h: SOCKS5Handshake(to: destination, credentials: credentials)
    }
  }
}
