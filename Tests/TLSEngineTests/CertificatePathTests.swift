import TLSEngine
import Testing

@Suite("The way from a certificate to a trusted one")
struct CertificatePathTests {
  @Test("a failed verification tells at which certificate it failed")
  func failedLink() throws {
    let pair = try PracticeAuthority.pair(.expired)
    let path = try #require(pair.clientEvents.paths.first)
    #expect(path.links.map(\.failures.count) == [1, 0, 0])
    #expect(path.anchor?.subject == "CN=Practice Root")
    #expect(path.unused == [])
  }

  @Test("a way that ends before a trusted certificate has no anchor")
  func withoutAnchor() throws {
    let pair = try PracticeAuthority.pair(.missingIntermediate)
    let path = try #require(pair.clientEvents.paths.first)
    #expect(path.links.map(\.certificate.subject) == ["CN=localhost"])
    #expect(path.anchor == nil)
    #expect(path.links[0].failures.count == 1)
  }

  @Test("what is sent and not needed is told, and a root that was sent is still the store's")
  func unused() throws {
    let authority = try PracticeAuthority.shared.get()
    let stranger = try SelfSignedCertificate.make(names: ["stranger.example"])
    let pair = try PracticeAuthority.pair { _, server in
      server.certificateChainPEM += stranger.certificatePEM + authority.root.certificatePEM
    }
    let path = try #require(pair.client.facts?.path)
    #expect(path.links.map(\.presentedAt) == [0, 1, 3])
    #expect(path.links.map(\.isTrusted) == [false, false, true])
    #expect(path.unused.map(\.subject) == ["CN=stranger.example"])
  }

  @Test("an intermediate that is trusted by itself ends the way")
  func trustedIntermediate() throws {
    let authority = try PracticeAuthority.shared.get()
    let pair = try PracticeAuthority.pair { client, _ in
      client.additionalTrustAnchorsPEM = [authority.intermediate?.certificatePEM ?? ""]
    }
    #expect(pair.client.facts?.path?.anchor?.subject == "CN=Practice Intermediate")
  }

  @Test("an exception is bound to one certificate")
  func exception() throws {
    let first = try PracticeAuthority.pair(.expired)
    let leaf = try #require(first.clientEvents.paths.first?.links.first?.certificate)
    let fingerprint = try #require(CertificateFingerprint(leaf.sha256Fingerprint))
    let other = try PracticeAuthority.pair(.expired) { client, _ in client.acceptedCertificates = [fingerprint] }
    #expect(other.clientEvents.error != nil)
    let same = try PracticeAuthority.pair(.selfSigned) { client, server in
      let made = try SelfSignedCertificate.make(names: ["localhost"])
      server.certificateChainPEM = made.certificatePEM
      server.privateKeyPEM = made.privateKeyPEM
      let refused = try SessionPair(client: client, server: server)
      refused.shakeHands()
      let leaf = try #require(refused.clientEvents.paths.first?.links.first?.certificate)
      client.acceptedCertificates = [try #require(CertificateFingerprint(leaf.sha256Fingerprint.lowercased()))]
    }
    #expect(same.client.facts?.trust == .accepted)
    #expect(same.client.facts?.verificationFailures.map(\.reason) == [.selfSigned])
    #expect(same.client.facts?.verifiedChain == [])
  }

  @Test("a fingerprint has 64 hexadecimal digits", arguments: ["", "AB", String(repeating: "G", count: 64)])
  func badFingerprint(text: String) {
    #expect(CertificateFingerprint(text) == nil)
  }

  @Test("a fingerprint is read with and without colons, in either case")
  func fingerprint() {
    let plain = CertificateFingerprint(String(repeating: "ab", count: 32))
    let colons = CertificateFingerprint(Array(repeating: "AB", count: 32).joined(separator: ":"))
    #expect(plain != nil)
    #expect(plain == colons)
  }

  @Test("one's own authorities in place of the system's are the only ones")
  func ownAuthoritiesAlone() throws {
    let pair = try PracticeAuthority.pair { client, _ in client.additionalTrustAnchorsPEM = [] }
    #expect(pair.clientEvents.failures.count == 1)
    guard case .unknownIssuer = pair.clientEvents.failures.first?.reason else {
      Issue.record("the issuer must be unknown: \(pair.clientEvents.failures)")
      return
    }
  }
}
