import TLSEngine
import Testing

@Suite("Self-signed certificates")
struct SelfSignedCertificateTests {
  @Test("names and addresses become subject alternative names")
  func names() throws {
    let made = try SelfSignedCertificate.make(names: ["localhost", "*.local.example", "127.0.0.1", "::1"])
    let pair = try SessionPair(
      client: TLSClientConfiguration(
        serverName: "a.local.example", additionalTrustAnchorsPEM: [made.certificatePEM]),
      server: TLSServerConfiguration(
        certificateChainPEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM))
    pair.shakeHands()
    let facts = try #require(pair.client.facts?.chain.first)
    #expect(
      facts.subjectAlternativeNames == [
        .host("localhost"), .host("*.local.example"), .address("127.0.0.1"), .address("::1"),
      ])
    #expect(facts.subject == "CN=localhost")
    #expect(facts.keyType == "EC P-256")
    #expect(made.privateKeyPEM.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
  }

  @Test("a name that is too long for the common name is still a subject alternative name")
  func longName() throws {
    let name = String(repeating: "a", count: 60) + "." + String(repeating: "b", count: 60)
    let made = try SelfSignedCertificate.make(names: [name, "localhost"])
    let pair = try SessionPair(
      client: TLSClientConfiguration(serverName: name, additionalTrustAnchorsPEM: [made.certificatePEM]),
      server: TLSServerConfiguration(
        certificateChainPEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM))
    pair.shakeHands()
    #expect(pair.client.facts?.chain.first?.subject == "CN=localhost")
    #expect(pair.client.facts?.verificationFailures == [])
  }

  @Test("each certificate has a serial number and a key of its own")
  func unique() throws {
    let first = try SelfSignedCertificate.make(names: ["localhost"])
    let second = try SelfSignedCertificate.make(names: ["localhost"])
    #expect(first.certificatePEM != second.certificatePEM)
    #expect(first.privateKeyPEM != second.privateKeyPEM)
  }

  @Test("a name with a separator of OpenSSL's notation is refused", arguments: ["a,DNS:b", "a b", "", "é"])
  func badName(name: String) {
    #expect(throws: TLSError.invalidServerName(name)) { try SelfSignedCertificate.make(names: [name]) }
  }
}
