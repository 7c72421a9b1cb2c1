import Exchanges

/// What a connection must have in common with a request to carry it: everything that makes connections different.
struct PoolKey: Sendable, Hashable {
  let endpoint: Endpoint
  let reach: EndpointReach
  let usesHTTP2: Bool
  let verifiesCertificates: Bool
  let trustAnchorsPEM: [String]

  init(_ endpoint: Endpoint, _ options: ExchangeOptions) {
    self.endpoint = endpoint
    reach = options.reach
    usesHTTP2 = options.usesHTTP2
    // Without TLS nothing is trusted.
    verifiesCertificates = endpoint.scheme == .https && options.verifiesCertificates
    trustAnchorsPEM = endpoint.scheme == .https ? options.trustAnchorsPEM : []
  }
}
