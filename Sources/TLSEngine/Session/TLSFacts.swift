/// What was agreed when a handshake finished.
package struct TLSFacts: Sendable, Hashable {
  /// What became of data that a client sent with its first message.
  package enum EarlyData: Sendable, Hashable {
    /// There was none.
    case notSent
    /// The server did not read it; the session sends it again.
    case rejected
    /// The server has read it.
    case accepted
  }

  /// Whether a client has shown a certificate.
  package enum ClientCertificate: Sendable, Hashable {
    /// The server did not ask. (It is not asked for either when a session is resumed.)
    case notRequested
    /// The server asked, and the client had none to show.
    case missing
    /// The client has shown one.
    case shown
  }

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
  /// What became of early data.
  package var earlyData: EarlyData
  /// How the other side proved that it has its certificate's key, such as `ecdsa_secp256r1_sha256`; nothing in a
  /// resumed session, and in versions before TLS 1.2.
  package var peerSignatureAlgorithm: String?
  /// Whether a client certificate was asked for and shown.
  package var clientCertificate: ClientCertificate
  /// What the other side's identity rests on; in a resumed session, what it rested on then.
  package var trust: TLSTrust
  /// The other side's certificates as it sent them, its own first; in a resumed session, those of then.
  package var chain: [CertificateFacts]
  /// The way from the other side's certificate to a trusted one, with what is wrong at each step; nothing where it has
  /// none.
  package var path: CertificatePath?
  /// The certificates as they were verified, up to the trust anchor; empty when verification failed or did not take
  /// place.
  package var verifiedChain: [CertificateFacts]
  /// What is wrong with the chain, where the session was told to go on all the same.
  package var verificationFailures: [VerificationFailure]
  /// Why what was agreed must not be relied upon, in one sentence; nothing where it may be.
  package var insecurity: String?

  /// Version, cipher and group in one line.
  package var summary: String {
    [version, cipher, group].compactMap { $0 }.joined(separator: ", ")
  }
}
