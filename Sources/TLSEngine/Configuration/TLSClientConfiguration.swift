/// How a client session is set up.
package struct TLSClientConfiguration: Sendable, Equatable {
  /// The host name or IP literal that the certificate must name.
  ///
  /// A name (in its ASCII form) is also sent as server name indication; an IP literal is not (RFC 6066 §3). Square
  /// brackets, an IPv6 zone and the dot at a name's end are left out.
  package var serverName: String
  /// What happens when the certificate cannot be verified.
  package var verification: TLSVerification
  /// Certificates that are trusted beside the system's, each string one or more PEM blocks.
  package var additionalTrustAnchorsPEM: [String]
  /// The application protocols to offer, in order of preference (RFC 7301); none leaves the extension out.
  package var alpn: [String]
  /// The oldest version to offer.
  package var minimumVersion: TLSVersion
  /// The newest version to offer.
  package var maximumVersion: TLSVersion

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
