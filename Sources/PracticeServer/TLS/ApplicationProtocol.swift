/// Tells the handlers above TLS, once its handshake is finished, what the two sides agreed to speak (RFC 7301).
struct ApplicationProtocol: Sendable, Equatable {
  /// Nothing where the client offered nothing.
  var name: String?

  var isHTTP2: Bool { name == "h2" }
}
