/// How a server session is set up.
package struct TLSServerConfiguration: Sendable, Equatable {
  /// Whether a server asks its clients for a certificate.
  package enum ClientAuthentication: Sendable, Hashable {
    /// It does not.
    case none
    /// It does; what comes is verified and told, but nobody is turned away.
    case requested
    /// It does, and only a client whose certificate can be verified gets on.
    case required
  }

  /// The server's certificate first, then the intermediates, as PEM blocks.
  package var certificateChainPEM: String
  /// The private key of the first certificate, unencrypted, as a PEM block.
  package var privateKeyPEM: String
  /// The application protocols that the server speaks, the preferred one first.
  ///
  /// A client that offers none of them gets the alert `no application protocol`; one that offers nothing is served.
  package var alpn: [String]
  /// The oldest version to accept.
  package var minimumVersion: TLSVersion
  /// The newest version to accept.
  package var maximumVersion: TLSVersion
  /// Which cipher suites and groups are accepted; the server's order decides where one is given.
  package var algorithms = TLSAlgorithms()
  /// Whether clients are asked for a certificate.
  package var clientAuthentication = ClientAuthentication.none
  /// Who may have issued the clients' certificates, each string one or more PEM blocks.
  ///
  /// Their names are told to the clients. The system's authorities are not asked.
  package var clientAuthoritiesPEM: [String] = []
  /// Whether a certificate with a weak key or signature is served, which OpenSSL would refuse otherwise.
  package var allowsWeakCertificate = false
  /// How many bytes a client that resumes may send with its first message (RFC 8446 §4.2.10); 0 forbids it.
  ///
  /// Of use only in a ``TLSServerContext``.
  package var maximumEarlyData: UInt32 = 0
  /// What is told beside the handshake.
  package var observations: TLSObservations = []

  /// Makes a configuration for a certificate and its key.
  package init(
    certificateChainPEM: String, privateKeyPEM: String, alpn: [String] = ["http/1.1"],
    minimumVersion: TLSVersion = .tls12, maximumVersion: TLSVersion = .tls13
  ) {
    self.certificateChainPEM = certificateChainPEM
    self.privateKeyPEM = privateKeyPEM
    self.alpn = alpn
    self.minimumVersion = minimumVersion
    self.maximumVersion = maximumVersion
  }
}
