import TLSEngine
import Testing

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
}
