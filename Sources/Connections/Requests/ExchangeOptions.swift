/// How an exchange and the connection that carries it behave.
package struct ExchangeOptions: Sendable, Hashable {
  /// How long look-up, connect and TLS handshake may take together; nil for as long as the system waits.
  package var connectTimeout: Duration?
  /// How long no byte may move in either direction while an exchange runs; nil for ever.
  package var idleTimeout: Duration?
  /// Whether the server's certificate must verify.
  package var verifiesCertificates: Bool
  /// Take a new connection even where an open one could be reused.
  package var usesNewConnection: Bool
  /// Certificates that are trusted beside the system's, each one or more PEM blocks.
  package var trustAnchorsPEM: [String]

  /// Verifies, reuses, and gives up after a time, unless told otherwise.
  package init(
    connectTimeout: Duration? = .seconds(10), idleTimeout: Duration? = .seconds(60),
    verifiesCertificates: Bool = true, usesNewConnection: Bool = false, trustAnchorsPEM: [String] = []
  ) {
    self.connectTimeout = connectTimeout
    self.idleTimeout = idleTimeout
    self.verifiesCertificates = verifiesCertificates
    self.usesNewConnection = usesNewConnection
    self.trustAnchorsPEM = trustAnchorsPEM
  }
}

extension ExchangeOptions {
  /// Whether a connection that was secured by these options is good enough for the others.
  func hasSameTrust(as other: ExchangeOptions) -> Bool {
    verifiesCertificates == other.verifiesCertificates && trustAnchorsPEM == other.trustAnchorsPEM
  }
}
