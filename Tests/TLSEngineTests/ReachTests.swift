import TLSEngine
import Testing

@Suite("How a client may choose to speak TLS")
struct ReachTests {
  @Test(
    "versions that were given up are spoken when asked for, and told as insecure",
    arguments: [
      TLSVersion.tls10, .tls11,
    ])
  func oldVersions(version: TLSVersion) throws {
    let pair = try PracticeAuthority.pair { client, server in
      client.minimumVersion = version
      client.maximumVersion = version
      server.minimumVersion = .tls10
    }
    let facts = try #require(pair.client.facts)
    #expect(facts.version == version.name)
    #expect(facts.insecurity?.hasPrefix("\(version.name) is insecure") == true)
    #expect(facts.peerSignatureAlgorithm == nil)
    for case .handshakeMessage(_, let message) in pair.clientEvents { #expect(!message.isMalformed, "\(message)") }
    try pair.client.write("old")
    pair.carry()
    #expect(pair.serverPlain == Array("old".utf8))
  }

  @Test("versions of today are told as nothing special", arguments: [TLSVersion.tls12, .tls13])
  func newVersions(version: TLSVersion) throws {
    let pair = try PracticeAuthority.pair { client, _ in client.maximumVersion = version }
    #expect(pair.client.facts?.version == version.name)
    #expect(pair.client.facts?.insecurity == nil)
  }

  @Test(
    "cipher suites up to TLS 1.2 are chosen by either of their names",
    arguments: [
      "ECDHE-ECDSA-AES128-GCM-SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "ECDHE+AES128+AESGCM",
    ])
  func ciphers(name: String) throws {
    let pair = try PracticeAuthority.pair { client, _ in
      client.maximumVersion = .tls12
      client.algorithms.ciphers = [name, "!PSK"]
    }
    #expect(pair.client.facts?.cipher == "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")
  }

  @Test("cipher suites of TLS 1.3 and groups are chosen by name, on either side")
  func tls13Ciphers() throws {
    let byClient = try PracticeAuthority.pair { client, _ in
      client.algorithms = TLSAlgorithms(tls13Ciphers: ["TLS_CHACHA20_POLY1305_SHA256"], groups: ["P-521"])
    }
    #expect(byClient.client.facts?.cipher == "TLS_CHACHA20_POLY1305_SHA256")
    #expect(byClient.client.facts?.group == "P-521")
    let byServer = try PracticeAuthority.pair { _, server in
      server.algorithms.tls13Ciphers = ["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"]
    }
    #expect(byServer.client.facts?.cipher == "TLS_AES_128_GCM_SHA256")
  }

  @Test(
    "an algorithm that nobody knows is an error that names it",
    arguments: [
      TLSAlgorithms(ciphers: ["ECDHE", "NONSENSE"]), TLSAlgorithms(tls13Ciphers: ["NONSENSE"]),
      TLSAlgorithms(groups: ["X25519", "NONSENSE"]),
    ])
  func unknownAlgorithm(algorithms: TLSAlgorithms) throws {
    var configuration = TLSClientConfiguration(serverName: "localhost")
    configuration.algorithms = algorithms
    #expect(throws: TLSError.unknownAlgorithm("NONSENSE")) { try TLSSession(client: configuration) }
  }

  @Test("the server name indication can be another, or none")
  func serverName() throws {
    let other = try PracticeAuthority.pair { client, _ in client.serverNameIndication = .name("front.example") }
    #expect(other.server.facts?.serverName == "front.example")
    #expect(other.client.facts?.trust == .verified)
    let none = try PracticeAuthority.pair { client, _ in client.serverNameIndication = .off }
    #expect(none.server.facts?.serverName == nil)
    let forAddress = try PracticeAuthority.pair { client, _ in
      client.serverName = "127.0.0.1"
      client.serverNameIndication = .name("localhost")
    }
    #expect(forAddress.server.facts?.serverName == "localhost")
    #expect(forAddress.client.facts?.trust == .verified)
  }

  @Test("an address is no server name indication")
  func addressAsName() {
    var configuration = TLSClientConfiguration(serverName: "localhost")
    configuration.serverNameIndication = .name("127.0.0.1")
    #expect(throws: TLSError.invalidServerName("127.0.0.1")) { try TLSSession(client: configuration) }
  }

  @Test(
    "the secrets are told in the key log's format, and only when asked for",
    arguments: [
      TLSVersion.tls12, .tls13,
    ])
  func keyLog(version: TLSVersion) throws {
    let pair = try PracticeAuthority.pair { client, _ in
      client.maximumVersion = version
      client.observations = .keys
    }
    let labels = pair.clientEvents.keyLogLines.compactMap { $0.split(separator: " ").first.map(String.init) }
    if version == .tls12 {
      #expect(labels == ["CLIENT_RANDOM"])
    } else {
      #expect(
        Set(labels) == [
          "SERVER_HANDSHAKE_TRAFFIC_SECRET", "CLIENT_HANDSHAKE_TRAFFIC_SECRET", "EXPORTER_SECRET",
          "SERVER_TRAFFIC_SECRET_0", "CLIENT_TRAFFIC_SECRET_0",
        ])
    }
    let random = try #require(pair.clientEvents.message(.sent, "client hello")?["random"]?.value)
    #expect(pair.clientEvents.keyLogLines.allSatisfy { $0.uppercased().contains(random) })
    #expect(pair.serverEvents.keyLogLines == [])
  }
}
