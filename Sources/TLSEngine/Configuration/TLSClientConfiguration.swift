/// How a client session is set up.
package struct TLSClientConfiguration: Sendable, Equatable {
  /// What a client tells the server of the host that it wants (RFC 6066 §3).
  package enum ServerNameIndication: Sendable, Hashable {
    /// ``TLSClientConfiguration/serverName``, unless it is an IP literal.
    case automatic
    /// Nothing.
    case off
    /// Another name; the certificate must still name ``TLSClientConfiguration/serverName``.
    case name(String)
  }

  /// The host name or IP literal that the certificate must name.
  ///
  /// A name (in its ASCII form) is also sent as server name indication; an IP literal is not (RFC 6066 §3). Square
  /// brackets, an IPv6 zone and the dot at a name's end are left out.
  package var serverName: String
  /// The server name indication.
  package var serverNameIndication = ServerNameIndication.automatic
  /// What happens when the certificate cannot be verified.
  package var verification: TLSVerification
  /// Server certificates that are accepted although they cannot be verified: an exception is bound to one certificate.
  package var acceptedCertificates: Set<CertificateFingerprint> = []
  /// Whether the system's certificates are trusted.
  package var trustsSystem = true
  /// Certificates that are trusted beside the system's, or instead of them; each string one or more PEM blocks.
  package var additionalTrustAnchorsPEM: [String]
  /// What the client shows of itself when the server asks for a certificate.
  package var identity: TLSIdentity?
  /// The application protocols to offer, in order of preference (RFC 7301); none leaves the extension out.
  package var alpn: [String]
  /// The oldest version to offer; below TLS 1.2 the keys, digests and ciphers of that time are allowed too.
  package var minimumVersion: TLSVersion
  /// The newest version to offer.
  package var maximumVersion: TLSVersion
  /// Which cipher suites and groups are offered.
  package var algorithms = TLSAlgorithms()
  /// A session to resume; left out when it is too old, or belongs to another server name, identity or trust.
  package var resumption: TLSResumption?
  /// Whether what is written before ``TLSSession/start()`` goes out with the first message, where the resumed session
  /// allows it (RFC 8446 §2.3).
  ///
  /// An attacker may replay such data: only requests that change nothing belong there. What the server refuses is sent
  /// again after the handshake.
  package var sendsEarlyData = false
  /// What is told beside the handshake.
  package var observations: TLSObservations = []

  /// Makes a configuration that verifies and offers HTTP/1.1, unless told otherwise.
  package init(
    serverName: String, verification: TLSVerification = .systemTrust, additionalTrustAnchorsPEM: [String] = [],
    alpn: [String] = ["http/1.1"], minimumVersion: TLSVersion = .tls12, maximumVersion: TLSVersion = .tls13
  ) {
    self.serverName = serverName
    self.verification = verification
    self.additionalTrustAnchorsPEM = additionalTrustAnchorsPEM
    self.alpn = alpn
    self.minimumVersion = minimumVersion
    self.maximumVersion = maximumVersion
  }
}
