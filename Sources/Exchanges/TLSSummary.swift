/// What a finished TLS handshake agreed on.
package struct TLSSummary: Sendable, Hashable {
  /// As in `TLS 1.3`.
  package var version: String
  package var cipher: String
  package var group: String?
  /// The protocol chosen by ALPN, if any.
  package var applicationProtocol: String?
  package var serverName: String
  package var isResumed: Bool
  /// Whether the chain and the host name were verified.
  package var isVerified: Bool
  /// Leaf first.
  package var chain: [Certificate]

  package init(
    version: String, cipher: String, group: String?, applicationProtocol: String?, serverName: String,
    isResumed: Bool, isVerified: Bool, chain: [Certificate]
  ) {
    self.version = version
    self.cipher = cipher
    self.group = group
    self.applicationProtocol = applicationProtocol
    self.serverName = serverName
    self.isResumed = isResumed
    self.isVerified = isVerified
    self.chain = chain
  }

  /// One certificate of the chain, in the words that a person reads; every text comes from the network.
  package struct Certificate: Sendable, Hashable {
    package var subject: String
    package var issuer: String
    package var names: [String]
    package var notBefore: String
    package var notAfter: String
    /// As in `EC P-256` or `RSA 2048`.
    package var key: String
    package var sha256Fingerprint: String

    package init(
      subject: String, issuer: String, names: [String], notBefore: String, notAfter: String, key: String,
      sha256Fingerprint: String
    ) {
      self.subject = subject
      self.issuer = issuer
      self.names = names
      self.notBefore = notBefore
      self.notAfter = notAfter
      self.key = key
      self.sha256Fingerprint = sha256Fingerprint
    }
  }
}
