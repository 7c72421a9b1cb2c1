import Connections
import Exchanges
import Routes
import TestSupport
import Testing

@Suite("How endpoints are reached")
struct ReachTests {
  private static let script: [[ScriptedServer.Step]] = [[.readHead, .send(KeepAliveTests.hello), .hold]]

  @Test("an endpoint behind a Unix-domain socket is asked by the socket's path, and every place tells the path")
  func unixSocket() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("api.sock")
    let server = try ScriptedServer(path: path, scripts: Self.script)
    let fixture = ServiceFixture()
    let endpoint = Endpoint(scheme: .http, host: "docker.test", port: server.port)
    let socket = try UnixSocketPath(path)
    let request = ServiceFixture.get(endpoint) { $0.route = .unixSocket(socket) }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    let connection = try #require(summary.connection)
    #expect(connection.socketPath == path)
    #expect(connection.remote == .socket(path: path))
    #expect(connection.tcp == nil)
    #expect(connection.tcpSamples.isEmpty)
    #expect(connection.kinds.contains(.attemptStarted(.socket(path: path))))
    #expect(connection.events.contains { $0.kind.sentence == "connected to \(path)" })
    #expect(try await fixture.content(of: ExchangeID(1)) == "hello")
    withExtendedLifetime(directory) {}
  }

  @Test(
    "a socket that cannot be connected to is told in words",
    arguments: [("/none.sock", "there is no such file"), ("@none", "abstract sockets")])
  func noSocket(path: String, reason: String) async throws {
    let socket = try UnixSocketPath(path)
    let request = ServiceFixture.get(Endpoint(scheme: .http, host: "h", port: 80)) { $0.route = .unixSocket(socket) }
    let summary = await ServiceFixture().service.perform(request, as: ExchangeID(1))
    guard case .failed(.connect(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.contains(path))
    #expect(words.contains(reason))
  }

  @Test("addresses that are given take the place of a look-up")
  func givenAddresses() async throws {
    let server = try ScriptedServer(scripts: Self.script)
    // A resolver that never answers: nobody may ask it.
    let fixture = ServiceFixture { $0.resolver = EstablishingTests.FixedResolver(answers: [:]) }
    let entry = try ResolveEntry("given.test:\(server.port):127.0.0.1")
    let request = ServiceFixture.get(server.endpoint(host: "given.test")) { $0.overrides.resolve = [entry] }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    let address = NetworkAddress(ip: "127.0.0.1", port: server.port)
    #expect(summary.connection?.kinds.first == .lookupReplaced(host: "given.test", addresses: [address]))
    #expect(summary.connection?.endpoint.host == "given.test")
  }

  @Test("another host and port are connected to, and the endpoint stays what it was")
  func otherTarget() async throws {
    let server = try ScriptedServer(scripts: Self.script)
    let fixture = ServiceFixture()
    let endpoint = Endpoint(scheme: .http, host: "example.test", port: 80)
    let entry = try ConnectToEntry("example.test:80:127.0.0.1:\(server.port)")
    let request = ServiceFixture.get(endpoint) { $0.overrides.connectTo = [entry] }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.connection?.endpoint == endpoint)
    #expect(summary.connection?.kinds.first == .targetReplaced(host: "127.0.0.1", port: server.port))
    #expect(summary.connection?.remote == NetworkAddress(ip: "127.0.0.1", port: server.port))
  }

  @Test("a connection comes from the address or the interface that is asked for", arguments: ["127.0.0.2", "lo"])
  func source(_ source: String) async throws {
    let server = try ScriptedServer(scripts: Self.script)
    let fixture = ServiceFixture()
    let binding = try LocalBinding(interface: source)
    let request = ServiceFixture.get(server.endpoint()) { $0.overrides.binding = binding }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.connection?.kinds.contains(.sourceBound(source)) == true)
    if source != "lo" { #expect(summary.connection?.local?.ip == source) }
  }

  @Test("a connection comes from the port that is asked for, or the first that is free of several")
  func localPort() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(KeepAliveTests.hello), .hold]])
    let fixture = ServiceFixture()
    // The server's own port is taken, others behind it are free.
    func perform(_ ports: String, as id: UInt64) async throws -> ExchangeSummary {
      let binding = try LocalBinding(interface: nil, ports: ports)
      let request = ServiceFixture.get(server.endpoint()) {
        $0.overrides.binding = binding
        $0.usesNewConnection = true
      }
      return await fixture.service.perform(request, as: ExchangeID(id))
    }
    let moved = try await perform("\(server.port)-\(server.port + 50)", as: 1)
    #expect(moved.outcome == .complete)
    guard case .internet(_, let port)? = moved.connection?.local else {
      Issue.record("no local address")
      return
    }
    #expect(port > server.port && port <= server.port + 50)
    #expect(
      moved.connection?.kinds.contains(.sourceBound("port \(server.port) to \(server.port + 50)")) == true)
    let refused = try await perform("\(server.port)", as: 2)
    guard case .failed(.connect(let words)) = refused.outcome else {
      Issue.record("\(refused.outcome)")
      return
    }
    #expect(words.contains("in use here"))
  }

  @Test(
    "a source that this machine does not have is told in words",
    arguments: [("192.0.2.77", "no address 192.0.2.77"), ("none0", "no interface none0")])
  func noSource(source: String, reason: String) async throws {
    let server = try ScriptedServer(scripts: Self.script)
    let binding = try LocalBinding(interface: source)
    let request = ServiceFixture.get(server.endpoint()) { $0.overrides.binding = binding }
    let summary = await ServiceFixture().service.perform(request, as: ExchangeID(1))
    guard case .failed(.connect(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.contains(reason))
  }

  @Test("only one family is looked up and told of")
  func oneFamily() async throws {
    let server = try ScriptedServer(scripts: Self.script)
    let fixture = ServiceFixture {
      $0.resolver = EstablishingTests.FixedResolver(answers: [.ipv4: .success(["127.0.0.1"])])
    }
    let request = ServiceFixture.get(server.endpoint(host: "four.test")) { $0.overrides.usable = .ipv4Only }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    let kinds = try #require(summary.connection).kinds
    #expect(kinds.contains(.familyRestricted(.ipv4)))
    #expect(kinds.contains { if case .familyAnswered(.ipv4, _, _) = $0 { true } else { false } })
    #expect(!kinds.contains { if case .familyAnswered(.ipv6, _, _) = $0 { true } else { false } })
  }

  @Test("connections that are reached in other ways are not used again")
  func pools() async throws {
    let server = try ScriptedServer(scripts: Self.script)
    let fixture = ServiceFixture()
    let binding = try LocalBinding(interface: "127.0.0.1")
    let entry = try ConnectToEntry("::127.0.0.1:\(server.port)")
    let proxy = try Proxy("http://127.0.0.1:\(server.port)")
    let changes: [(inout ExchangeOptions) -> Void] = [
      { _ in }, { $0.overrides.usable = .ipv4Only }, { $0.overrides.binding = binding },
      { $0.overrides.connectTo = [entry] }, { $0.route = .proxy(proxy) },
    ]
    var connections: Set<ConnectionID> = []
    for (number, change) in changes.enumerated() {
      let request = ServiceFixture.get(server.endpoint()) { change(&$0) }
      let summary = await fixture.service.perform(request, as: ExchangeID(UInt64(number + 1)))
      if let id = summary.connection?.id { connections.insert(id) }
    }
    #expect(connections.count == changes.count)
  }

  @Test("what the system set the socket to, and how TCP went on, is told")
  func facts() async throws {
    let server = try ScriptedServer(scripts: [
      [
        .readHead, .send("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n"), .sendBytes(count: 3_000_000), .hold,
      ]
    ])
    let fixture = ServiceFixture()
    let summary = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    let connection = try #require(summary.connection)
    #expect(connection.socket?.sendsAtOnce == true)
    #expect(connection.socket?.congestionControl?.isEmpty == false)
    #expect(connection.socket.map { connection.kinds.contains(.socketSet($0)) } == true)
    #expect(connection.tcp?.bytesReceived ?? 0 >= 3_000_000)
    #expect(connection.tcp?.bytesAcknowledged == summary.bytesSent)
    #expect(connection.tcpSamples.last?.bytesReceived ?? 0 >= 3_000_000)
    #expect(connection.tcpSamples.count <= TCPSampleSeries.limit)
  }
}
