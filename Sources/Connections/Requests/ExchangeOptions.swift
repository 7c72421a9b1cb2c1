package import Routes

/// How an exchange and the connection that carries it behave.
package struct ExchangeOptions: Sendable, Hashable {
  /// The versions of HTTP that differ on a connection.
  package enum HTTPVersion: Sendable, Hashable {
    /// HTTP/1.1 or 1.0, as the request's bytes say.
    case http1
    /// HTTP/2: agreed on by ALPN where there is TLS, known beforehand where there is none (RFC 9113 §3).
    case http2
    /// As `http2` over TLS; elsewhere HTTP/1.1 until the server agrees to what the request asks for with Upgrade: h2c
    /// (RFC 7540 §3.2).
    case http2Upgrade
  }

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
  /// How the connection is secured where the endpoint's scheme is https.
  package var tls = TLSOptions()
  /// The HTTP version that is spoken.
  package var httpVersion = HTTPVersion.http1
  /// Take a new connection even where an open one could be reused.
  package var usesNewConnection: Bool

  /// Verifies, reuses, and gives up after a time, unless told otherwise.
  package init(
    connectTimeout: Duration? = .seconds(10), handshakeTimeout: Duration? = .seconds(10),
    firstByteTimeout: Duration? = nil, idleTimeout: Duration? = .seconds(60), totalTimeout: Duration? = nil,
    continueTimeout: Duration? = .seconds(1), usesNewConnection: Bool = false
  ) {
    self.connectTimeout = connectTimeout
    self.handshakeTimeout = handshakeTimeout
    self.firstByteTimeout = firstByteTimeout
    self.idleTimeout = idleTimeout
    self.totalTimeout = totalTimeout
    self.continueTimeout = continueTimeout
    self.usesNewConnection = usesNewConnection
  }

  /// The application protocols that are offered in the TLS handshake, in order of preference (RFC 7301).
  package var alpn: [String] {
    tls.applicationProtocols ?? (httpVersion == .http1 ? ["http/1.1"] : ["h2", "http/1.1"])
  }
}
