import Testing

@testable import TLSEngine

@Suite("What a certificate says")
struct CertificateFactsTests {
  private static func facts(of pem: String) throws -> CertificateFacts {
    let pair = try SessionPair(
      client: TLSClientConfiguration(serverName: "server.example", verification: .none),
      server: TLSServerConfiguration(certificateChainPEM: pem, privateKeyPEM: CertificateFixtures.serverKey))
    pair.shakeHands()
    return try #require(pair.client.facts?.chain.first)
  }

  @Test("every field is read")
  func fields() throws {
    let facts = try Self.facts(of: CertificateFixtures.server)
    #expect(facts.subject == "CN=server.example, O=Barewire")
    #expect(facts.issuer == "CN=Barewire Test Intermediate, O=Barewire")
    #expect(facts.commonName == "server.example")
    #expect(
      facts.subjectAlternativeNames == [
        .host("server.example"), .host("*.wild.example"), .address("192.0.2.1"), .address("2001:db8::1"),
      ])
    #expect(facts.notBefore?.description == "2000-01-01 00:00:00 UTC")
    #expect(facts.notAfter?.description == "2099-01-01 00:00:00 UTC")
    #expect(facts.keyType == "EC P-256")
    #expect(facts.keyBits == 256)
    #expect(facts.signatureAlgorithm == "ecdsa-with-SHA256")
    #expect(facts.serialNumber == "3B:C1:3B:30:AA:30:FA:B5:0E:CD:2A:2B:BF:A7:F3:1F:CA:A0:B3:C0")
    #expect(
      facts.sha256Fingerprint
        == "29:47:F1:9C:DD:86:6B:6E:D8:BC:FE:B7:CB:C6:C7:17:2B:23:AE:C4:AF:84:A7:94:D0:F0:94:72:29:AC:27:A2")
    #expect(!facts.isAuthority)
    #expect(facts.pem == CertificateFixtures.server)
  }

  @Test("of a long chain the first certificates are read")
  func longChain() throws {
    let authority = try PracticeAuthority.shared.get()
    let pair = try PracticeAuthority.pair { _, server in
      let more = String(repeating: authority.root.certificatePEM, count: CertificateReader.maximumChain + 6)
      server = TLSServerConfiguration(
        certificateChainPEM: server.certificateChainPEM + more, privateKeyPEM: server.privateKeyPEM)
    }
    #expect(pair.client.facts?.chain.count == CertificateReader.maximumChain)
    #expect(pair.client.facts?.chain.first?.subjectAlternativeNames.contains(.host("localhost")) == true)
  }

  @Test("of many names the first are read, and each of them is still good for its host")
  func manyNames() throws {
    let names = (0..<CertificateReader.maximumNames + 20).map { "n\($0).example" }
    let issued = try PracticeCertificate.good.issue(by: try PracticeAuthority.shared.get(), names: names)
    let pair = try PracticeAuthority.pair { client, server in
      client.serverName = names.last ?? ""
      server = TLSServerConfiguration(certificateChainPEM: issued.chainPEM, privateKeyPEM: issued.privateKeyPEM)
    }
    let facts = try #require(pair.client.facts)
    #expect(
      facts.chain.first?.subjectAlternativeNames == names.prefix(CertificateReader.maximumNames).map { .host($0) })
    #expect(facts.verificationFailures.isEmpty)
  }
}
