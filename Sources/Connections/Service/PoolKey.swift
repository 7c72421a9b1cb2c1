import Exchanges
import Routes

/// What a connection must have in common with a request to carry it: everything that makes connections different.
struct PoolKey: Sendable, Hashable {
  let endpoint: Endpoint
  let route: Route
  let overrides: Overrides
  let usesHTTP2: Bool
  let condition: NetworkCondition
  let verifiesCertificates: Bool
  let trustAnchorsPEM: [String]

  init(_ endpoint: Endpoint, _ options: ExchangeOptions) {
    self.endpoint = endpoint
    route = options.route
    overrides = options.overrides
    usesHTTP2 = options.usesHTTP2
    condition = options.condition
    // Without TLS nothing is trusted.
    let isSecured = endpoint.scheme == .https || options.route.isSecured
    verifiesCertificates = isSecured && options.verifiesCertificates
    trustAnchorsPEM = isSecured ? options.trustAnchorsPEM : []
  }
}
