import TLSEngine
import Testing

@Suite("What handshake messages say")
struct HandshakeMessageTests {
  @Test("a client hello tells all that is offered")
  func clientHello() throws {
    let pair = try PracticeAuthority.pair { client, _ in
      client.alpn = ["h2", "http/1.1"]
      client.minimumVersion = .tls12
    }
    for events in [pair.clientEvents, pair.serverEvents] {
      let hello = try #require(
        events.message(.sent, "client hello") ?? events.message(.received, "client hello"))
      #expect(hello["versions"]?.values == ["TLS 1.3", "TLS 1.2"])
      #expect(hello["server name"]?.value == "localhost")
      #expect(hello["application protocols"]?.values == ["h2", "http/1.1"])
      #expect(hello["cipher suites"]?.values.first == "TLS_AES_256_GCM_SHA384")
      #expect(hello["cipher suites"]?.values.contains("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256") == true)
      #expect(hello["cipher suites"]?.values.last == "TLS_EMPTY_RENEGOTIATION_INFO_SCSV")
      #expect(hello["groups"]?.values.prefix(2) == ["X25519", "P-256"])
      #expect(hello["key shares"]?.values == ["X25519 (32 bytes)"])
      #expect(hello["signature algorithms"]?.values.first == "ecdsa_secp256r1_sha256")
      #expect(hello["session ticket"]?.value == "none yet, one is wanted")
      #expect(hello["resumption modes"]?.values == ["with key exchange"])
      #expect(hello["random"]?.value.count == 64)
      #expect(hello["extensions"]?.values.contains("supported_versions") == true)
      #expect(!hello.isMalformed)
    }
  }

  @Test("the messages of TLS 1.3 tell what was chosen")
  func tls13() throws {
    let pair = try PracticeAuthority.pair()
    let hello = try #require(pair.clientEvents.message(.received, "server hello"))
    #expect(hello["version"]?.value == "TLS 1.3")
    #expect(hello["cipher suite"]?.value == pair.client.facts?.cipher)
    #expect(hello["key share"]?.value == "X25519 (32 bytes)")
    let extensions = try #require(pair.clientEvents.message(.received, "encrypted extensions"))
    #expect(extensions["application protocol"]?.value == "http/1.1")
    let certificate = try #require(pair.clientEvents.message(.received, "certificate"))
    #expect(certificate["certificate 0"]?.value.hasPrefix("CN=localhost, ") == true)
    #expect(certificate["certificate 1"]?.value.hasPrefix("CN=Practice Intermediate, ") == true)
    let verify = try #require(pair.clientEvents.message(.received, "certificate verify"))
    #expect(verify["signature algorithm"]?.value == "ecdsa_secp256r1_sha256")
    #expect(pair.client.facts?.peerSignatureAlgorithm == "ecdsa_secp256r1_sha256")
    let finished = try #require(pair.clientEvents.message(.sent, "finished"))
    #expect(finished["verify data"]?.value == "48 bytes")
    #expect(finished.size == 52)
  }

  @Test("the messages of TLS 1.2 tell the curve and the signature")
  func tls12() throws {
    let pair = try PracticeAuthority.pair { client, _ in client.maximumVersion = .tls12 }
    let exchange = try #require(pair.clientEvents.message(.received, "server key exchange"))
    #expect(exchange["group"]?.value == "X25519")
    #expect(exchange["signature algorithm"]?.value == "ecdsa_secp256r1_sha256")
    #expect(pair.clientEvents.message(.sent, "client key exchange")?["key exchange"]?.value == "33 bytes")
    let hello = try #require(pair.clientEvents.message(.received, "server hello"))
    #expect(hello["version"]?.value == "TLS 1.2")
    #expect(hello["downgrade"]?.value == "the server could speak TLS 1.3")
    #expect(hello["application protocol"]?.value == "http/1.1")
    #expect(hello["extensions"]?.values.contains("extended_master_secret") == true)
  }

  @Test("a Diffie-Hellman exchange over numbers tells their size")
  func finiteField() throws {
    let pair = try PracticeAuthority.pair(.weakKey) { client, _ in
      client.maximumVersion = .tls12
      client.algorithms.ciphers = ["DHE", "@SECLEVEL=1"]
      client.verification = .none
    }
    let exchange = try #require(pair.clientEvents.message(.received, "server key exchange"))
    #expect(exchange["group"]?.value == "Diffie-Hellman, 1024 bits")
    #expect(exchange["signature algorithm"]?.value == pair.client.facts?.peerSignatureAlgorithm)
    #expect(pair.client.facts?.cipher.hasPrefix("TLS_DHE_RSA_WITH_") == true)
    #expect(pair.client.facts?.trust == .verified)
  }

  @Test("a server that wants another group asks for it")
  func retry() throws {
    let pair = try PracticeAuthority.pair { client, server in
      client.algorithms.groups = ["X25519", "P-384"]
      server.algorithms.groups = ["P-384"]
    }
    let retry = try #require(pair.clientEvents.message(.received, "hello retry request"))
    #expect(retry["group asked for"]?.value == "P-384")
    #expect(pair.client.facts?.group == "P-384")
    #expect(pair.clientEvents.messageNames.filter { $0 == "→ client hello" }.count == 2)
  }

  @Test("tickets tell their lifetime and how much early data they allow")
  func tickets() throws {
    var (client, server) = try PracticeAuthority.configurations()
    server.maximumEarlyData = 1000
    client.minimumVersion = .tls13
    let pair = try SessionPair(client: client, server: TLSServerContext(server))
    pair.shakeHands()
    let ticket = try #require(pair.clientEvents.message(.received, "new session ticket"))
    #expect(ticket["lifetime"]?.value == "7200 seconds")
    #expect(ticket["early data"]?.value == "up to 1000 bytes")
  }

  @Test("keys can be changed, and who is asked to answer does", arguments: [true, false])
  func keyUpdate(asking: Bool) throws {
    let pair = try PracticeAuthority.pair()
    pair.client.updateKeys(asking: asking)
    pair.carry()
    #expect(pair.clientEvents.message(.sent, "key update")?["answer"]?.value == (asking ? "wanted" : "not wanted"))
    try pair.server.write("after")
    pair.carry()
    #expect(pair.clientPlain == Array("after".utf8))
    #expect((pair.clientEvents.message(.received, "key update") != nil) == asking)
  }
}
