import TLSEngine
import Testing

@Suite("Verification of certificate chains")
struct VerificationTests {
  private typealias Fixtures = CertificateFixtures

  /// A chain that a server sends, and what a client makes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var host = "server.example"
    var chain: [String]
    var anchors: [String] = [Fixtures.root]
    var messages: [String]
    var alert: String?
  }

  private static let itsNames =
    "it is for “server.example”, “*.wild.example”, “192.0.2.1”, “2001:db8::1”."

  static let cases: [Case] = [
    Case(
      testDescription: "a chain with its intermediate is accepted",
      chain: [Fixtures.server, Fixtures.intermediate], messages: []),
    Case(
      testDescription: "a wildcard stands for one label",
      host: "one.wild.example", chain: [Fixtures.server, Fixtures.intermediate], messages: []),
    Case(
      testDescription: "an intermediate may be trusted by itself",
      chain: [Fixtures.server], anchors: [Fixtures.intermediate], messages: []),
    Case(
      testDescription: "an address in the certificate is accepted",
      host: "2001:db8:0::1", chain: [Fixtures.server, Fixtures.intermediate], messages: []),
    Case(
      testDescription: "expired",
      chain: [Fixtures.expired, Fixtures.intermediate],
      messages: ["The certificate of “server.example” expired on 2001-02-03 04:05:06 UTC."],
      alert: "certificate expired"),
    Case(
      testDescription: "not yet valid",
      chain: [Fixtures.notYetValid, Fixtures.intermediate],
      messages: [
        "The certificate of “server.example” is not valid before 2098-01-01 00:00:00 UTC: check this machine's clock."
      ],
      alert: "bad certificate"),
    Case(
      testDescription: "another host",
      host: "other.example", chain: [Fixtures.server, Fixtures.intermediate],
      messages: [
        "The certificate is not for “other.example”: \(itsNames)"
      ],
      alert: "bad certificate"),
    Case(
      testDescription: "another address",
      host: "192.0.2.7", chain: [Fixtures.server, Fixtures.intermediate],
      messages: [
        "The certificate is not for “192.0.2.7”: \(itsNames)"
      ],
      alert: "bad certificate"),
    Case(
      testDescription: "a common name is no host name",
      chain: [Fixtures.withoutNames, Fixtures.intermediate],
      messages: ["The certificate is not for “server.example”: it has no subject alternative names."],
      alert: "bad certificate"),
    Case(
      testDescription: "the intermediate left out",
      chain: [Fixtures.server],
      messages: [
        "The certificate of “server.example” was issued by “CN=Barewire Test Intermediate, O=Barewire”, "
          + "which this machine does not know: "
          + "the server may have left out an intermediate certificate, or the issuer is private."
      ],
      alert: "unknown CA"),
    Case(
      testDescription: "an untrusted root that the server sends along",
      chain: [Fixtures.server, Fixtures.intermediate, Fixtures.root], anchors: [],
      messages: [
        "The chain leads to “Barewire Test Root”, a self-signed root that this machine does not trust."
      ],
      alert: "unknown CA"),
    Case(
      testDescription: "not meant for servers",
      chain: [Fixtures.forClients, Fixtures.intermediate],
      messages: ["The certificate of “server.example” is not meant for servers."],
      alert: "unsupported certificate"),
    Case(
      testDescription: "two things wrong at once",
      host: "other.example", chain: [Fixtures.expired, Fixtures.intermediate],
      messages: [
        "The certificate is not for “other.example”: \(itsNames)",
        "The certificate of “server.example” expired on 2001-02-03 04:05:06 UTC.",
      ],
      alert: "bad certificate"),
  ]

  private func pair(_ example: Case, verification: TLSVerification) throws -> SessionPair {
    try SessionPair(
      client: TLSClientConfiguration(
        serverName: example.host, verification: verification, additionalTrustAnchorsPEM: example.anchors),
      server: TLSServerConfiguration(
        certificateChainPEM: example.chain.joined(), privateKeyPEM: CertificateFixtures.serverKey))
  }

  @Test("a strict client tells each reason in words, and ends the handshake with the right alert", arguments: cases)
  func strict(example: Case) throws {
    let pair = try pair(example, verification: .systemTrust)
    pair.shakeHands()
    #expect(pair.clientEvents.failures.map(\.message) == example.messages)
    #expect(pair.clientEvents.alerts == (example.alert.map { ["→ " + $0] } ?? []))
    #expect(pair.serverEvents.alerts == (example.alert.map { ["← " + $0] } ?? []))
    if example.messages.isEmpty {
      #expect(pair.client.phase == .open)
      #expect(pair.client.facts?.verifiedChain.isEmpty == false)
    } else {
      #expect(pair.clientEvents.error == .verificationFailed(pair.clientEvents.failures))
      #expect(pair.clientEvents.error?.message == example.messages.joined(separator: " "))
      #expect(pair.client.facts == nil)
    }
  }

  @Test("a lenient client tells the same reasons and goes on", arguments: cases)
  func lenient(example: Case) throws {
    let pair = try pair(example, verification: .none)
    pair.shakeHands()
    #expect(pair.clientEvents.failures.map(\.message) == example.messages)
    #expect(pair.clientEvents.alerts == [])
    #expect(pair.client.phase == .open)
    #expect(pair.client.facts?.verificationFailures == pair.clientEvents.failures)
    #expect(pair.client.facts?.chain.count == example.chain.count)
    #expect(pair.client.facts?.verifiedChain.isEmpty == !example.messages.isEmpty)
  }

  @Test("a self-signed certificate is told as such, unless it is trusted")
  func selfSigned() throws {
    let made = try SelfSignedCertificate.make(names: ["localhost"])
    let server = TLSServerConfiguration(
      certificateChainPEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM)
    let pair = try SessionPair(client: TLSClientConfiguration(serverName: "localhost"), server: server)
    pair.shakeHands()
    #expect(pair.clientEvents.failures.map(\.reason) == [.selfSigned])
    #expect(
      pair.clientEvents.error?.message
        == "The certificate of “localhost” is self-signed: nobody whom this machine trusts vouches for it.")
    #expect(pair.clientEvents.alerts == ["→ unknown CA"])
    let certificates = pair.clientEvents.compactMap { if case .certificates(let chain) = $0 { chain } else { nil } }
    #expect(certificates.count == 1)
    #expect(certificates.first?.first?.pem == made.certificatePEM)
  }
}
