/// How a server session is set up.
package struct TLSServerConfiguration: Sendable, Equatable {
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
