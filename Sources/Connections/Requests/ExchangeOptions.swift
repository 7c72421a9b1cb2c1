package import Routes

/// How an exchange and the connection that carries it behave.
package struct ExchangeOptions: Sendable, Hashable {
  /// How long look-up and connect may take together; nil for as long as the system waits.
  package var connectTimeout: Duration?
  /// How long the TLS handshake may take; nil for ever.
  package var handshakeTimeout: Duration?
  /// How long the first byte of an answer may take after the request's last byte; nil for ever.
  package var firstByteTimeout: Duration?
  /// How long no byte may move in either direction while an exchange runs; nil for ever.
  package var idleTimeout: Duration?
  /// How long all of it may take, the waiting for a free connection included; nil for ever.
  package var totalTimeout: Duration?
  /// How long the content of a request with `Expect: 100-continue` waits for an answer (RFC 9110 §10.1.1); nil not at all.
  package var continueTimeout: Duration?
  /// What lies between here and the endpoint.
  package var route = Route.direct
  /// The route and its reason in words, to be told when the connection begins; nil where there is nothing to tell.
  package var routeWords: String?
  /// Where the connection goes in place of what the URL and the name servers say.
  ///
  /// None of it changes a byte of the request, nor the name that TLS asks for and verifies.
  package var overrides = Overrides()
  /// What is made worse on purpose, at this end.
  package var condition = NetworkCondition()
  /// Speak HTTP/2: over TLS where the server agrees, otherwise without asking it (RFC 9113 §3).
  package var usesHTTP2 = false
  /// Whether the server's certificate must verify.
  package var verifiesCertificates: Bool
  /// Take a new connection even where an open one could be reused.
  package var usesNewConnection: Bool
  /// Certificates that are trusted beside the system's, each one or more PEM blocks.
  package var trustAnchorsPEM: [String]

  /// Verifies, reuses, and gives up after a time, unless told otherwise.
  package init(
    connectTimeout: Duration? = .seconds(10), handshakeTimeout: Duration? = .seconds(10),
    firstByteTimeout: Duration? = nil, idleTimeout: Duration? = .seconds(60), totalTimeout: Duration? = nil,
    continueTimeout: Duration? = .seconds(1), verifiesCertificates: Bool = true, usesNewConnection: Bool = false,
    trustAnchorsPEM: [String] = []
  ) {
    self.connectTimeout = connectTimeout
    self.handshakeTimeout = handshakeTimeout
    self.firstByteTimeout = firstByteTimeout
    self.idleTimeout = idleTimeout
    self.totalTimeout = totalTimeout
    self.continueTimeout = continueTimeout
    self.verifiesCertificates = verifiesCertificates
    self.usesNewConnection = usesNewConnection
    self.trustAnchorsPEM = trustAnchorsPEM
  }
}
