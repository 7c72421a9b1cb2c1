import Connections
import Exchanges
import PracticeServer
import Recordings
import Routes
import TLSEngine
import Testing

@Suite("Through proxies")
struct ProxyingTests {
  private static let hello: ScriptedServer.Step = .send(KeepAliveTests.hello)
  private static let endpoint = Endpoint(scheme: .http, host: "example.test", port: 8080)

  private func perform(
    _ kind: Proxy.Kind, _ script: [ScriptedServer.Step], credentials: ProxyCredentials? = nil,
    to endpoint: Endpoint = Self.endpoint, _ change: (inout ExchangeOptions) -> Void = { _ in }
  ) async throws -> (summary: ExchangeSummary, fixture: ServiceFixture) {
    let server = try ScriptedServer(scripts: [script])
    let proxy = try Proxy(kind: kind, host: "127.0.0.1", port: server.port, credentials: credentials)
    let fixture = ServiceFixture {
      $0.resolver = EstablishingTests.FixedResolver(answers: [.ipv4: .success(["192.0.2.7"])])
    }
    let request = ServiceFixture.get(endpoint) {
      $0.route = .proxy(proxy)
      change(&$0)
    }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    withExtendedLifetime(server) {}
    return (summary, fixture)
  }

  private static let user = ProxyCredentials(user: "wire".utf8, password: "secret".utf8)
  private static let socks4Granted = "\u{0}Z\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}"
  private static let socks5Granted = "\u{5}\u{0}\u{0}\u{1}\u{7f}\u{0}\u{0}\u{1}\u{0}\u{50}"

  @Test("SOCKS proxies are asked before the request goes out, and only the endpoint's bytes are recorded")
  func socks() async throws {
    // Bytes of the request for a name of 12 bytes, or an address.
    let cases: [(Proxy.Kind, ProxyCredentials?, [ScriptedServer.Step])] = [
      (.socks4, nil, [.read(9), .send(Self.socks4Granted)]),
      (.socks4a, nil, [.read(22), .send(Self.socks4Granted)]),
      (.socks5, nil, [.read(3), .send("\u{5}\u{0}"), .read(10), .send(Self.socks5Granted)]),
      (.socks5h, nil, [.read(3), .send("\u{5}\u{0}"), .read(19), .send(Self.socks5Granted)]),
      (
        .socks5h, Self.user,
        [
          .read(4), .send("\u{5}\u{2}"), .read(13), .send("\u{1}\u{0}"), .read(19), .send(Self.socks5Granted),
        ]
      ),
    ]
    for (kind, credentials, script) in cases {
      let (summary, fixture) = try await perform(
        kind, script + [.readHead, Self.hello, .hold], credentials: credentials)
      #expect(summary.outcome == .complete, "\(kind)")
      let connection = try #require(summary.connection)
      #expect(connection.proxy == "\(kind.rawValue)://127.0.0.1:\(connection.remote.flatMap(Self.port) ?? 0)")
      #expect(connection.kinds.contains(.proxyPassed(to: "http://example.test:8080")))
      #expect(connection.kinds.contains(.lookupStarted(host: "example.test")) != kind.resolvesNames)
      #expect(connection.bytesSent > summary.bytesSent)
      let recording = try #require(await fixture.service.recording(of: ExchangeID(1)))
      #expect(try recording.plain.sent.bytes(in: 0..<4) == Array("GET ".utf8))
      #expect(!connection.events.contains { $0.kind.sentence.contains("secret") })
    }
  }

  @Test("an HTTP proxy makes a tunnel to an https endpoint, with TLS to the endpoint inside")
  func tunnel() async throws {
    let practice = try await PracticeServer.start()
    let relay = try RelayProxy(to: practice.tlsPort)
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: practice.tlsPort)
    let proxy = try Proxy("http://wire:secret@127.0.0.1:\(relay.port)")
    let fixture = ServiceFixture()
    let request = ServiceFixture.get(endpoint, "/hello") {
      $0.route = .proxy(proxy)
      $0.tls.trustAnchorsPEM = [practice.certificatePEM]
    }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.connection?.tls?.serverName == "localhost")
    let kinds = try #require(summary.connection).kinds
    #expect(kinds.contains { $0.sentence.hasPrefix("proxy ↑ asked for a tunnel to localhost:") })
    #expect(kinds.contains { $0.sentence.hasPrefix("proxy ↓ answered with 200 ") })
    await practice.stop()
  }

  @Test("a plain request goes to an HTTP proxy as it is, and elsewhere through a tunnel")
  func forwarding() async throws {
    let (summary, _) = try await perform(.http, [.readHead, Self.hello, .hold])
    #expect(summary.outcome == .complete)
    #expect(summary.connection?.kinds.contains(.proxyPassed(to: "http://example.test:8080")) == false)
    let entry = try ConnectToEntry("::other.test:")
    let script: [ScriptedServer.Step] = [.readHead, .send("HTTP/1.1 200 OK\r\n\r\n"), .readHead, Self.hello, .hold]
    let (other, _) = try await perform(.http, script) { $0.overrides.connectTo = [entry] }
    #expect(other.outcome == .complete)
    #expect(
      other.connection?.kinds.contains { $0.sentence.contains("asked for a tunnel to other.test:8080") } == true)
  }

  @Test("what came behind a proxy's last answer is the endpoint's", arguments: [false, true])
  func leftovers(byByte: Bool) async throws {
    let granted = Self.socks5Granted + KeepAliveTests.hello
    let steps: [ScriptedServer.Step] = byByte ? granted.unicodeScalars.map { .send("\($0)") } : [.send(granted)]
    let (summary, fixture) = try await perform(
      .socks5h, [.read(3), .send("\u{5}\u{0}"), .read(19)] + steps + [.hold])
    #expect(summary.outcome == .complete)
    #expect(try await fixture.content(of: ExchangeID(1)) == "hello")
  }

  @Test(
    "a refusal is told in a sentence",
    arguments: [
      (Proxy.Kind.socks4a, [.read(22), .send("\u{0}[\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}")], "rejected or failed"),
      (.socks5h, [.read(3), .send("\u{5}\u{0}"), .read(19), .send("\u{5}\u{5}")], "refused the connection"),
      (.socks5h, [.read(3), .send("\u{5}")], "closed the connection before it answered"),
      (.socks5h, [.read(3), .reset], "closed the connection before it answered"),
      (.socks5h, [.read(3), .send("HTTP/1.1 400 Bad Request\r\n\r\n")], "seems to answer in HTTP"),
    ] as [(Proxy.Kind, [ScriptedServer.Step], String)])
  func refused(kind: Proxy.Kind, script: [ScriptedServer.Step], words: String) async throws {
    let (summary, _) = try await perform(kind, script)
    #expect(try Self.sentence(of: summary).contains(words))
    #expect(summary.connection?.kinds.contains(.proxyPassed(to: "http://example.test:8080")) == false)
  }

  @Test("wrong credentials are told of and never shown")
  func wrongCredentials() async throws {
    let script: [ScriptedServer.Step] = [.read(4), .send("\u{5}\u{2}"), .read(13), .send("\u{1}\u{1}")]
    let (summary, _) = try await perform(.socks5h, script, credentials: Self.user)
    #expect(try Self.sentence(of: summary).contains("refused the user and password"))
    let refusal = "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\n\r\n"
    let (tunnel, _) = try await perform(
      .http, [.readHead, .send(refusal)], credentials: Self.user,
      to: Endpoint(scheme: .https, host: "example.test", port: 443))
    #expect(try Self.sentence(of: tunnel).contains("it refused the user and password"))
    let kinds = try #require(tunnel.connection).kinds
    #expect(kinds.contains(.proxyRefusal(head: "HTTP/1.1 407 Who | Proxy-Authenticate: Basic realm=x")))
    for summary in [summary, tunnel] {
      let text = "\(summary)"
      #expect(!text.contains("secret"))
      #expect(!text.contains(Self.user.basic))
    }
  }

  @Test("a name that has no address for the proxy is told of, after both families were asked")
  func noAddress() async throws {
    let server = try ScriptedServer(scripts: [[.hold]])
    let proxy = try Proxy("socks5://127.0.0.1:\(server.port)")
    let fixture = ServiceFixture {
      $0.resolver = EstablishingTests.FixedResolver(answers: [.ipv4: .failure(.noSuchName), .ipv6: .success([])])
    }
    let request = ServiceFixture.get(Self.endpoint) { $0.route = .proxy(proxy) }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(try Self.sentence(of: summary).hasPrefix("example.test has no address"))
    withExtendedLifetime(server) {}
  }

  @Test("a proxy that does not answer is given up after the time to connect")
  func slow() async throws {
    let (summary, _) = try await perform(.socks5h, [.read(3), .hold]) { $0.connectTimeout = .milliseconds(50) }
    guard case .failed(.timedOut(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.contains("through the proxy socks5h://127.0.0.1"))
  }

  @Test("an https proxy is secured first, and then forwards or makes tunnels inside")
  func httpsProxy() async throws {
    let practice = try await PracticeServer.start()
    let proxy = try Proxy("https://localhost:\(practice.tlsPort)")
    let fixture = ServiceFixture()
    let request = ServiceFixture.get(Self.endpoint, "/hello") {
      $0.route = .proxy(proxy)
      $0.tls.trustAnchorsPEM = [practice.certificatePEM]
    }
    // The practice server takes the request as if it were its own.
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.statusCode == 200)
    #expect(summary.connection?.tls == nil)
    #expect(summary.connection?.kinds.contains(.handshakeStarted(serverName: "localhost")) == true)
    let untrusting = ServiceFixture.get(Self.endpoint, "/hello") { $0.route = .proxy(proxy) }
    let refused = await fixture.service.perform(untrusting, as: ExchangeID(2))
    #expect(try Self.sentence(of: refused).contains("certificate"))
    await practice.stop()
  }

  @Test("an https endpoint behind an https proxy: TLS in TLS, each with its own certificate")
  func tlsInTLS() async throws {
    let practice = try await PracticeServer.start()
    let issued = try SelfSignedCertificate.make(names: ["localhost"])
    let context = try TLSServerContext(
      TLSServerConfiguration(certificateChainPEM: issued.certificatePEM, privateKeyPEM: issued.privateKeyPEM))
    let relay = try RelayProxy(to: practice.tlsPort, tls: context)
    let proxy = try Proxy("https://localhost:\(relay.port)")
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: practice.tlsPort)
    let fixture = ServiceFixture()
    let request = ServiceFixture.get(endpoint, "/bytes/100k") {
      $0.route = .proxy(proxy)
      $0.tls.trustAnchorsPEM = [practice.certificatePEM, issued.certificatePEM]
    }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.contentBytes == 100 << 10)
    #expect(summary.connection?.tls?.identity.leaf?.subject.contains("localhost") == true)
    let kinds = try #require(summary.connection).kinds
    #expect(kinds.filter { if case .handshakeFinished = $0 { true } else { false } }.count == 2)
    #expect(kinds.contains { $0.sentence.hasPrefix("proxy ↑ asked for a tunnel to localhost:") })
    // The records are the endpoint's, not the proxy's.
    let recording = try #require(await fixture.service.recording(of: ExchangeID(1)))
    let records = try #require(recording.records)
    #expect(try records.sent.record(0, plainEnd: 0).messages == ["client hello"])
    #expect(recording.wire?.received.count ?? 0 < summary.connection?.bytesReceived ?? 0)
    withExtendedLifetime(relay) {}
    await practice.stop()
  }

  private static func port(_ address: NetworkAddress) -> Int? {
    if case .internet(_, let port) = address { port } else { nil }
  }

  private static func sentence(of summary: ExchangeSummary) throws -> String {
    guard case .failed(.proxy(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return ""
    }
    return words
  }
}
