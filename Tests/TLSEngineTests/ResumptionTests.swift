import TLSEngine
import Testing

@Suite("Resuming sessions")
struct ResumptionTests {
  private static func shared(
    _ kind: PracticeCertificate = .good,
    _ change: (inout TLSClientConfiguration, inout TLSServerConfiguration) throws -> Void = { _, _ in }
  ) throws -> (client: TLSClientConfiguration, server: TLSServerContext) {
    var (client, server) = try PracticeAuthority.configurations(kind)
    try change(&client, &server)
    return (client, try TLSServerContext(server))
  }

  /// Makes a connection and hands out what it can be resumed with.
  private static func first(_ client: TLSClientConfiguration, _ server: TLSServerContext) throws -> TLSResumption {
    let pair = try SessionPair(client: client, server: server)
    pair.shakeHands()
    #expect(pair.client.facts?.resumed == false)
    return try #require(pair.clientEvents.resumptions.last)
  }

  @Test(
    "a session is resumed on another connection, and keeps what is known of the server",
    arguments: [
      TLSVersion.tls12, .tls13,
    ])
  func resumed(version: TLSVersion) throws {
    var (client, server) = try Self.shared { client, _ in client.maximumVersion = version }
    let resumption = try Self.first(client, server)
    #expect(resumption.version == version.name)
    #expect(resumption.lifetimeSeconds == 7200)
    client.resumption = resumption
    let pair = try SessionPair(client: client, server: server)
    pair.shakeHands()
    let facts = try #require(pair.client.facts)
    #expect(facts.resumed)
    #expect(pair.server.facts?.resumed == true)
    #expect(facts.trust == .verified)
    #expect(facts.chain.map(\.subject) == ["CN=localhost", "CN=Practice Intermediate"])
    #expect(facts.path?.anchor?.subject == "CN=Practice Root")
    #expect(pair.clientEvents.message(.received, "certificate") == nil)
    try pair.client.write("again")
    pair.carry()
    #expect(pair.serverPlain == Array("again".utf8))
    if version == .tls13 {
      #expect(pair.clientEvents.message(.sent, "client hello")?["pre-shared keys"]?.values.count == 1)
      let hello = try #require(pair.clientEvents.message(.received, "server hello"))
      #expect(hello["pre-shared key"]?.value == "number 0 was chosen")
    } else {
      let hello = try #require(pair.clientEvents.message(.sent, "client hello"))
      #expect(hello["session ticket"]?.value.hasPrefix("offered, ") == true)
    }
  }

  @Test("another server, which does not know the ticket, shakes hands in full")
  func unknownTicket() throws {
    var (client, server) = try Self.shared()
    client.resumption = try Self.first(client, server)
    let pair = try SessionPair(client: client, server: try TLSServerContext(server.configuration))
    pair.shakeHands()
    #expect(pair.client.facts?.resumed == false)
    #expect(pair.client.facts?.trust == .verified)
  }

  @Test("a session is not offered to another host, or where other authorities judge")
  func scope() throws {
    var (client, server) = try Self.shared()
    client.resumption = try Self.first(client, server)
    let changes: [(inout TLSClientConfiguration) -> Void] = [
      { $0.serverName = "127.0.0.1" }, { $0.trustsSystem = true },
      { $0.additionalTrustAnchorsPEM += $0.additionalTrustAnchorsPEM },
    ]
    for change in changes {
      var other = client
      change(&other)
      let pair = try SessionPair(client: other, server: server)
      pair.shakeHands()
      #expect(pair.client.facts?.resumed == false)
    }
  }

  @Test("what was never verified is resumed only by who does not insist, or by exception")
  func unverified() throws {
    var (client, server) = try Self.shared(.expired) { client, _ in client.verification = .none }
    client.resumption = try Self.first(client, server)
    let lenient = try SessionPair(client: client, server: server)
    lenient.shakeHands()
    let facts = try #require(lenient.client.facts)
    #expect(facts.resumed)
    #expect(facts.trust == .unverified)
    #expect(facts.verificationFailures.count == 1)
    client.verification = .systemTrust
    let strict = try SessionPair(client: client, server: server)
    strict.shakeHands()
    #expect(strict.clientEvents.failures.count == 1)
    #expect(strict.clientEvents.error != nil)
    client.acceptedCertificates = [try #require(CertificateFingerprint(facts.chain[0].sha256Fingerprint))]
    let excepted = try SessionPair(client: client, server: server)
    excepted.shakeHands()
    #expect(excepted.client.facts?.resumed == true)
    #expect(excepted.client.facts?.trust == .accepted)
  }

  @Test("a server of its own gives nothing to resume", arguments: [TLSVersion.tls12, .tls13])
  func unshared(version: TLSVersion) throws {
    let pair = try PracticeAuthority.pair { client, _ in client.maximumVersion = version }
    #expect(pair.clientEvents.resumptions == [])
    #expect(!pair.clientEvents.messageNames.contains("← new session ticket"))
  }

  @Test("a client's certificate is remembered by the server that resumes")
  func clientCertificate() throws {
    let authority = try PracticeAuthority.shared.get()
    var (client, server) = try Self.shared { client, server in
      client.identity = try authority.issueClient(named: "Ada").identity
      server.clientAuthentication = .required
      server.clientAuthoritiesPEM = [authority.root.certificatePEM]
    }
    client.resumption = try Self.first(client, server)
    let pair = try SessionPair(client: client, server: server)
    pair.shakeHands()
    #expect(pair.server.facts?.resumed == true)
    #expect(pair.server.facts?.chain.map(\.subject) == ["CN=Ada"])
  }

  @Test("early data goes with the first message, and is read before the handshake's end")
  func earlyData() throws {
    var (client, server) = try Self.shared { _, server in server.maximumEarlyData = 16_384 }
    let resumption = try Self.first(client, server)
    #expect(resumption.maximumEarlyData == 16_384)
    client.resumption = resumption
    client.sendsEarlyData = true
    client.observations = .records
    let pair = try SessionPair(client: client, server: server)
    try pair.client.write("GET / HTTP/1.1\r\n\r\n")
    pair.client.start()
    pair.deliver(pair.client.takeCipher(), to: pair.server)
    #expect(pair.serverPlain == Array("GET / HTTP/1.1\r\n\r\n".utf8))
    #expect(pair.server.facts == nil)
    pair.carry()
    #expect(pair.client.facts?.earlyData == .accepted)
    #expect(pair.server.facts?.earlyData == .accepted)
    try pair.client.write("more")
    pair.carry()
    #expect(pair.serverPlain == Array("GET / HTTP/1.1\r\n\r\nmore".utf8))
    #expect(pair.clientEvents.message(.sent, "client hello")?["early data"]?.value == "offered")
    #expect(pair.clientEvents.message(.received, "encrypted extensions")?["early data"]?.value == "accepted")
    #expect(pair.clientEvents.records(.sent).last?.plainOffset == 18)
  }

  @Test("early data that the server does not read is sent again")
  func rejectedEarlyData() throws {
    var (client, server) = try Self.shared { _, server in server.maximumEarlyData = 16_384 }
    client.resumption = try Self.first(client, server)
    client.sendsEarlyData = true
    client.observations = .records
    let pair = try SessionPair(client: client, server: try TLSServerContext(server.configuration))
    try pair.client.write("once")
    pair.shakeHands()
    #expect(pair.client.facts?.earlyData == .rejected)
    #expect(pair.client.facts?.resumed == false)
    #expect(pair.serverPlain == Array("once".utf8))
    try pair.client.write("more")
    pair.carry()
    #expect(pair.clientEvents.records(.sent).last?.plainOffset == 4)
  }

  @Test("early data has the ticket's bound; what is beyond waits for the handshake")
  func longEarlyData() throws {
    var (client, server) = try Self.shared { _, server in server.maximumEarlyData = 10 }
    client.resumption = try Self.first(client, server)
    client.sendsEarlyData = true
    let pair = try SessionPair(client: client, server: server)
    try pair.client.write("0123456789abcdef")
    pair.client.start()
    pair.deliver(pair.client.takeCipher(), to: pair.server)
    #expect(pair.serverPlain == Array("0123456789".utf8))
    pair.carry()
    #expect(pair.serverPlain == Array("0123456789abcdef".utf8))
  }

  @Test("early data is left out where the session's protocol, cipher suite or version is not offered any more")
  func unfitEarlyData() throws {
    var (client, server) = try Self.shared { client, server in
      server.maximumEarlyData = 100
      server.alpn = ["h2", "http/1.1"]
      client.algorithms.tls13Ciphers = ["TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"]
    }
    client.resumption = try Self.first(client, server)
    client.sendsEarlyData = true
    let changes: [(inout TLSClientConfiguration) -> Void] = [
      { $0.alpn = ["h2"] }, { $0.algorithms.tls13Ciphers = ["TLS_AES_128_GCM_SHA256"] },
      { $0.maximumVersion = .tls12 },
    ]
    for change in changes {
      var other = client
      change(&other)
      let pair = try SessionPair(client: other, server: server)
      try pair.client.write("safe")
      pair.shakeHands()
      #expect(pair.client.facts?.earlyData == .notSent)
      #expect(pair.serverPlain == Array("safe".utf8))
    }
  }

  @Test("early data before a hello retry request is sent again")
  func retriedEarlyData() throws {
    var (client, server) = try Self.shared { client, server in
      server.maximumEarlyData = 100
      client.algorithms.groups = ["X25519", "P-384"]
      server.algorithms.groups = ["P-384"]
    }
    client.resumption = try Self.first(client, server)
    client.sendsEarlyData = true
    let pair = try SessionPair(client: client, server: server)
    try pair.client.write("once")
    pair.shakeHands()
    #expect(pair.clientEvents.message(.received, "hello retry request") != nil)
    #expect(pair.client.facts?.earlyData == .rejected)
    #expect(pair.serverPlain == Array("once".utf8))
  }

  @Test("another identity does not take over a session")
  func otherIdentity() throws {
    let authority = try PracticeAuthority.shared.get()
    var (client, server) = try Self.shared { client, server in
      client.identity = try authority.issueClient(named: "Ada").identity
      server.clientAuthentication = .required
      server.clientAuthoritiesPEM = [authority.root.certificatePEM]
    }
    client.resumption = try Self.first(client, server)
    client.identity = try authority.issueClient(named: "Eve").identity
    let pair = try SessionPair(client: client, server: server)
    pair.shakeHands()
    #expect(pair.server.facts?.resumed == false)
    #expect(pair.server.facts?.chain.first?.subject == "CN=Eve")
  }
}
