import TLSEngine
import Testing

@Suite("An authority for practice")
struct CertificateAuthorityTests {
  /// What a client has to say of each kind of certificate.
  static let messages: [(PracticeCertificate, String?)] = [
    (.good, nil),
    (.expired, "The certificate of “localhost” expired on "),
    (.notYetValid, "The certificate of “localhost” is not valid before "),
    (.wrongName, "The certificate is not for “localhost”: it is for “other.example”."),
    (.selfSigned, "The certificate of “localhost” is self-signed: "),
    (.unknownAuthority, "The certificate of “Unknown Intermediate” was issued by “CN=Unknown Root”, "),
    (.missingIntermediate, "The certificate of “localhost” was issued by “CN=Practice Intermediate”, "),
    (.weakKey, "The key of the certificate of “localhost” is too weak (RSA, 1024 bits)."),
    (
      .weakSignature,
      "The certificate of “localhost” is signed with an algorithm that is too weak (ecdsa-with-SHA1)."
    ),
    (.wrongPurpose, "The certificate of “localhost” is not meant for servers."),
  ]

  @Test("each kind of certificate is refused with its own reason, the good one accepted", arguments: messages)
  func kinds(kind: PracticeCertificate, message: String?) throws {
    let pair = try PracticeAuthority.pair(kind)
    if let message {
      #expect(pair.clientEvents.failures.count == 1)
      #expect(pair.clientEvents.failures.first?.message.hasPrefix(message) == true)
      #expect(pair.clientEvents.error == .verificationFailed(pair.clientEvents.failures))
    } else {
      #expect(pair.client.facts?.trust == .verified)
      #expect(pair.client.facts?.verificationFailures == [])
    }
  }

  @Test("every kind has its case here")
  func complete() {
    #expect(Self.messages.map(\.0) == PracticeCertificate.allCases)
    #expect(Set(PracticeCertificate.allCases.map(\.title)).count == PracticeCertificate.allCases.count)
  }

  @Test("an authority may sign without an intermediate")
  func withoutIntermediate() throws {
    let authority = try CertificateAuthority(name: "Flat", hasIntermediate: false)
    let issued = try authority.issue(CertificateTemplate(names: ["localhost"]))
    #expect(issued.chainPEM == issued.certificatePEM)
    let pair = try PracticeAuthority.pair { client, server in
      client.additionalTrustAnchorsPEM = [authority.root.certificatePEM]
      server.certificateChainPEM = issued.chainPEM
      server.privateKeyPEM = issued.privateKeyPEM
    }
    #expect(pair.client.facts?.verifiedChain.map(\.subject) == ["CN=localhost", "CN=Flat Root"])
  }

  @Test("an authority's certificates say what they are")
  func facts() throws {
    let pair = try PracticeAuthority.pair()
    let links = try #require(pair.client.facts?.path).links
    #expect(links.map(\.certificate.subject) == ["CN=localhost", "CN=Practice Intermediate", "CN=Practice Root"])
    #expect(links.map(\.certificate.isAuthority) == [false, true, true])
    #expect(links.map(\.certificate.isSelfSigned) == [false, false, true])
    #expect(links.map(\.presentedAt) == [0, 1, nil])
    #expect(links.map(\.isTrusted) == [false, false, true])
  }
}
