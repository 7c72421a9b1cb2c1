/// What was agreed when a handshake finished.
package struct TLSFacts: Sendable, Hashable {
  /// The protocol version, such as `TLS 1.3`.
  package var version: String
  /// The cipher suite by its registered name, such as `TLS_AES_256_GCM_SHA384`.
  package var cipher: String
  /// The key exchange group, such as `X25519`; nothing where no group was used.
  package var group: String?
  /// The application protocol that was chosen; nothing where none was negotiated.
  package var alpn: String?
  /// The server name indication that was sent (client) or received (server).
  package var serverName: String?
  /// Whether an earlier session was resumed.
  package var resumed: Bool
  /// The other side's certificates as it sent them, its own first.
  package var chain: [CertificateFacts]
  /// The certificates as they were verified, up to the trust anchor; empty when verification failed or did not take
  /// place.
  package var verifiedChain: [CertificateFacts]
  /// What is wrong with the chain, where the session was told to go on all the same.
  package var verificationFailures: [VerificationFailure]

  /// Version, cipher and group in one line.
  package var summary: String {
    [version, cipher, group].compactMap { $0 }.joined(separator: ", ")
  }
}
