package import TLSEngine

/// The server's ports for TLS: one for each thing that goes right or wrong in a handshake.
package enum PracticeTLSPort: Sendable, Hashable, CaseIterable {
  /// A good server with a certificate, good or broken.
  case certificate(PracticeCertificate)
  /// A good certificate, and the client must show one too.
  case clientCertificate
  /// A good certificate, and nothing newer than TLS 1.2.
  case tls12
  /// A good certificate, and nothing newer than TLS 1.1, which nobody should speak any more (RFC 8996).
  case tls11

  package static let good = PracticeTLSPort.certificate(.good)

  package static let allCases: [PracticeTLSPort] =
    PracticeCertificate.allCases.map(PracticeTLSPort.certificate) + [.clientCertificate, .tls12, .tls11]

  /// What is special about it, in words.
  package var title: String {
    switch self {
    case .certificate(.good): "all is well; HTTP/2 and HTTP/1.1"
    case .certificate(let certificate): "certificate: \(certificate.title)"
    case .clientCertificate: "wants a certificate of its client"
    case .tls12: "TLS 1.2 at most"
    case .tls11: "TLS 1.1 at most"
    }
  }

  /// The certificate that the server shows here.
  var certificate: PracticeCertificate {
    if case .certificate(let certificate) = self { certificate } else { .good }
  }

  /// How the server is set up here.
  func configuration(
    issuedBy authority: CertificateAuthority, names: [String]
  ) throws(TLSError) -> TLSServerConfiguration {
    let issued = try certificate.issue(by: authority, names: names)
    var configuration = TLSServerConfiguration(
      certificateChainPEM: issued.chainPEM, privateKeyPEM: issued.privateKeyPEM, alpn: ["h2", "http/1.1"])
    configuration.allowsWeakCertificate = certificate.isWeak
    switch self {
    case .certificate: break
    case .clientCertificate:
      configuration.clientAuthentication = .required
      configuration.clientAuthoritiesPEM = [authority.root.certificatePEM]
    case .tls12: configuration.maximumVersion = .tls12
    case .tls11:
      configuration.minimumVersion = .tls10
      configuration.maximumVersion = .tls11
      // HTTP/2 needs TLS 1.2 (RFC 9113 §9.2).
      configuration.alpn = ["http/1.1"]
    }
    return configuration
  }
}
