import TLSEngine
import Testing

@Suite("TLS configurations that cannot work")
struct ConfigurationTests {
  private static let encryptedKey = """
    -----BEGIN ENCRYPTED PRIVATE KEY-----
    MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAh=
    -----END ENCRYPTED PRIVATE KEY-----

    """

  @Test("names that are no host names are refused", arguments: ["", "a b", "a\u{0}b", "https://x", "bücher.example"])
  func serverName(name: String) {
    #expect(throws: TLSError.invalidServerName(name)) {
      try TLSSession(client: TLSClientConfiguration(serverName: name))
    }
  }

  @Test("a protocol name without bytes is refused")
  func protocolName() {
    #expect(throws: TLSError.invalidProtocolName("")) {
      try TLSSession(client: TLSClientConfiguration(serverName: "localhost", alpn: [""]))
    }
  }

  @Test("text that is no certificate is refused as a trust anchor", arguments: ["", "hello"])
  func trustAnchor(text: String) {
    let reason = "there is no PEM block that begins with BEGIN CERTIFICATE"
    #expect(throws: TLSError.invalidTrustAnchor(reason)) {
      try TLSSession(client: TLSClientConfiguration(serverName: "localhost", additionalTrustAnchorsPEM: [text]))
    }
  }

  @Test("a broken certificate block is refused with OpenSSL's reason")
  func brokenBlock() throws {
    let broken = CertificateFixtures.root.replacingOccurrence(of: "MII", with: "!!!")
    #expect {
      try TLSSession(client: TLSClientConfiguration(serverName: "localhost", additionalTrustAnchorsPEM: [broken]))
    } throws: { error in
      guard case .invalidTrustAnchor = error as? TLSError else { return false }
      return true
    }
  }

  @Test("a key that does not fit the certificate, or none at all, is refused")
  func key() throws {
    let other = try SelfSignedCertificate.make(names: ["localhost"])
    for key in [other.privateKeyPEM, ""] {
      #expect {
        try TLSSession(
          server: TLSServerConfiguration(certificateChainPEM: CertificateFixtures.server, privateKeyPEM: key))
      } throws: { error in
        guard case .invalidPrivateKey = error as? TLSError else { return false }
        return true
      }
    }
  }
}

extension String {
  fileprivate func replacingOccurrence(of old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
