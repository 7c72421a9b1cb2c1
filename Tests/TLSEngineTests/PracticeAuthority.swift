import TLSEngine

/// An authority that all tests share, and configurations of its making.
enum PracticeAuthority {
  static let shared = Result { try CertificateAuthority() }

  /// A client that trusts the authority alone, and a server for `localhost`.
  static func configurations(
    _ kind: PracticeCertificate = .good
  ) throws -> (client: TLSClientConfiguration, server: TLSServerConfiguration) {
    let authority = try shared.get()
    let issued = try kind.issue(by: authority, names: ["localhost", "127.0.0.1"])
    var client = TLSClientConfiguration(
      serverName: "localhost", additionalTrustAnchorsPEM: [authority.root.certificatePEM])
    client.trustsSystem = false
    var server = TLSServerConfiguration(certificateChainPEM: issued.chainPEM, privateKeyPEM: issued.privateKeyPEM)
    server.allowsWeakCertificate = kind.isWeak
    return (client, server)
  }

  /// Both sides after their handshake, with changed configurations.
  static func pair(
    _ kind: PracticeCertificate = .good, step: Int = .max,
    _ change: (inout TLSClientConfiguration, inout TLSServerConfiguration) throws -> Void = { _, _ in }
  ) throws -> SessionPair {
    var (client, server) = try configurations(kind)
    try change(&client, &server)
    let pair = try SessionPair(client: client, server: server, step: step)
    pair.shakeHands()
    return pair
  }
}
