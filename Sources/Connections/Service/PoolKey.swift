import Exchanges
import Routes

/// What a connection must have in common with a request to carry it: everything that makes connections different.
struct PoolKey: Sendable, Hashable {
  let endpoint: Endpoint
  let route: Route
  let overrides: Overrides
  let condition: NetworkCondition
  let httpVersion: ExchangeOptions.HTTPVersion
  /// Nil without TLS, where nothing is trusted.
  let tls: TLSOptions?
  /// Made once: a key is looked up several times for each exchange, and certificates can be in it.
  private let hash: Int

  init(_ endpoint: Endpoint, _ options: ExchangeOptions) {
    self.endpoint = endpoint
    route = options.route
    overrides = options.overrides
    condition = options.condition
    // Over TLS there is nothing to upgrade: ALPN is asked, as for HTTP/2.
    httpVersion = endpoint.scheme == .https && options.httpVersion == .http2Upgrade ? .http2 : options.httpVersion
    tls = endpoint.scheme == .https || options.route.isSecured ? options.tls : nil
    var hasher = Hasher()
    hasher.combine(endpoint)
    hasher.combine(route)
    hasher.combine(overrides)
    hasher.combine(condition)
    hasher.combine(httpVersion)
    hasher.combine(tls)
    hash = hasher.finalize()
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
