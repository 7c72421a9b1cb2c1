package import TLSEngine

/// How connections to https endpoints are secured.
///
/// It holds secrets (the client's key and its passphrase): it goes neither to a screen nor to a log.
package struct TLSOptions: Sendable, Hashable {
  /// Whether the server's certificate must verify.
  package var verifiesCertificates = true
  /// Certificates that are accepted although they do not verify.
  package var acceptedCertificates: Set<CertificateFingerprint> = []
  /// Whether the system's authorities are trusted.
  package var trustsSystem = true
  /// Authorities that are trusted beside the system's or instead of them, each one or more PEM blocks.
  package var trustAnchorsPEM: [String] = []
  /// What this side shows of itself when the server asks.
  package var identity: TLSIdentity?
  /// The name that the server is asked for and that its certificate must have; nil for the endpoint's host.
  package var serverName: String?
  /// Whether the server is told the name that is wanted (RFC 6066 §3).
  package var sendsServerName = true
  /// The oldest version to offer; below TLS 1.2 the weak keys and digests of that time are allowed too.
  package var minimumVersion = TLSVersion.tls12
  /// The newest version to offer.
  package var maximumVersion = TLSVersion.tls13
  /// Which cipher suites and groups are offered.
  package var algorithms = TLSAlgorithms()
  /// The application protocols to offer, none for no ALPN; nil for what the HTTP version needs.
  package var applicationProtocols: [String]?
  /// Whether sessions of earlier connections are resumed.
  package var resumes = true

  /// Verifies by the system's authorities, and lets TLS 1.2 and 1.3 be chosen from.
  package init() {}
}
