package import Exchanges

/// What lies between here and an endpoint.
package enum Route: Sendable, Hashable {
  /// TCP to the endpoint's own addresses.
  case direct
  /// A socket on this machine; no name is looked up, and proxies have no part in it.
  case unixSocket(UnixSocketPath)
  case proxy(Proxy)

  /// Whether there is TLS to a proxy.
  package var isSecured: Bool {
    if case .proxy(let proxy) = self { proxy.kind == .https } else { false }
  }

  /// Whether requests to an endpoint go out in the form for proxies (`ForwardForm`) rather than through a tunnel.
  ///
  /// RFC 9110 §7.3.2: an HTTP proxy takes plain requests as they are; what is encrypted, and all that goes through
  /// SOCKS, is between the two ends alone.
  package func isForwarding(to scheme: Endpoint.Scheme) -> Bool {
    if case .proxy(let proxy) = self { return proxy.kind.isHTTP && scheme == .http }
    return false
  }
}

extension Route: CustomStringConvertible {
  /// The way in words: "directly", "through the socket @app", "through the proxy socks5h://host:1080".
  package var description: String {
    switch self {
    case .direct: "directly"
    case .unixSocket(let path): "through the socket \(path)"
    case .proxy(let proxy): "through the proxy \(proxy)"
    }
  }
}
