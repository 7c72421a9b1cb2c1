/// A session that a server lets be resumed on another connection, which saves a certificate and time.
///
/// It holds secrets of that session: whoever has it can resume it. A ticket of TLS 1.3 should be used once (RFC 8446,
/// appendix C.4).
package struct TLSResumption: Sendable, Hashable {
  /// What both sides' identities were judged by; only under the same settings may that judgment be taken over.
  struct Scope: Sendable, Hashable {
    var serverName: String
    var serverNameIndication: TLSClientConfiguration.ServerNameIndication
    var identity: TLSIdentity?
    var trustsSystem: Bool
    var trustAnchors: [String]

    init(_ configuration: TLSClientConfiguration) {
      serverName = configuration.serverName
      serverNameIndication = configuration.serverNameIndication
      identity = configuration.identity
      trustsSystem = configuration.trustsSystem
      trustAnchors = configuration.additionalTrustAnchorsPEM
    }
  }

  /// The protocol version, such as `TLS 1.3`.
  package let version: String
  /// For how long the server will take it, from the moment of the event on, in seconds; 0 where it did not say.
  package let lifetimeSeconds: Int
  /// How many bytes may go out with the first message; 0 forbids early data.
  package let maximumEarlyData: Int
  let scope: Scope
  /// The session in OpenSSL's form.
  let der: [UInt8]
  /// What was found about the server, which sends no certificate when a session is resumed.
  let peer: TLSPeer

  /// Whether a client with this configuration may offer the session: it asks for the same server, shows the same
  /// identity, trusts the same authorities, and accepts what was found then.
  func isUsable(with configuration: TLSClientConfiguration) -> Bool {
    guard scope == Scope(configuration) else { return false }
    guard configuration.verification == .systemTrust, !peer.failures.isEmpty else { return true }
    let fingerprint = peer.presented.first.flatMap { CertificateFingerprint($0.sha256Fingerprint) }
    return fingerprint.map(configuration.acceptedCertificates.contains) == true
  }
}
