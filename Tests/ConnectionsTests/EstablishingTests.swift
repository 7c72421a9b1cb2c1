import Connections
import Exchanges
import PracticeServer
import Testing

@Suite("Establishing connections")
struct EstablishingTests {
  /// A resolver that answers with what it was given, and never where it was given nothing.
  struct FixedResolver: NameResolver {
    var answers: [AddressFamily: Result<[String], LookupFailure>]

    func lookUp(
      _ host: String, port: Int, family: AddressFamily,
      answer: @escaping @Sendable (Result<[NetworkAddress], LookupFailure>) -> Void
    ) {
      guard let found = answers[family] else { return }
      answer(found.map { $0.map { NetworkAddress(ip: $0, port: port) } })
    }
  }

  @Test("IPv6 that is refused gives way to IPv4 at once, and both attempts are seen")
  func fallsBack() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(KeepAliveTests.hello), .hold]])
    let fixture = ServiceFixture {
      $0.resolver = FixedResolver(answers: [.ipv6: .success(["::1"]), .ipv4: .success(["127.0.0.1"])])
    }
    let summary = await fixture.service.perform(
      ServiceFixture.get(server.endpoint(host: "two.test")), as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    let six = NetworkAddress(ip: "::1", port: server.port)
    let four = NetworkAddress(ip: "127.0.0.1", port: server.port)
    let kinds = try #require(summary.connection).kinds
    #expect(kinds.first == .lookupStarted(host: "two.test"))
    #expect(kinds.contains(.lookupAnswered(addresses: [six])))
    #expect(kinds.contains(.lookupAnswered(addresses: [four])))
    #expect(kinds.contains(.attemptStarted(six)))
    #expect(kinds.contains { if case .attemptFailed(six, _) = $0 { true } else { false } })
    #expect(kinds.contains(.attemptStarted(four)))
    #expect(summary.connection?.remote == four)
    #expect(summary.connection?.local?.ip == "127.0.0.1")
    #expect(summary.connection?.tcp?.maximumSegmentSize ?? 0 > 0)
    #expect(summary.timings.milliseconds(of: .lookup) != nil)
    #expect(summary.timings.milliseconds(of: .connect) != nil)
  }

  @Test("the system's resolver finds localhost")
  func localhost() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(KeepAliveTests.hello), .hold]])
    let fixture = ServiceFixture()
    let summary = await fixture.service.perform(
      ServiceFixture.get(server.endpoint(host: "localhost")), as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.connection?.kinds.contains(.lookupStarted(host: "localhost")) == true)
  }

  @Test("a port on which nothing listens is told in words")
  func refused() async throws {
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: try ScriptedServer.refusedPort())
    let fixture = ServiceFixture()
    let summary = await fixture.service.perform(ServiceFixture.get(endpoint), as: ExchangeID(1))
    guard case .failed(.connect(let reason)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(reason.contains("nothing listens on port \(endpoint.port)"))
    #expect(summary.connection?.state == .failed(reason: reason))
  }

  @Test("an unknown name is told in words")
  func unknownName() async throws {
    let fixture = ServiceFixture {
      $0.resolver = FixedResolver(answers: [.ipv6: .failure(.noSuchName), .ipv4: .failure(.noSuchName)])
    }
    let endpoint = Endpoint(scheme: .http, host: "nowhere.test", port: 80)
    let summary = await fixture.service.perform(ServiceFixture.get(endpoint), as: ExchangeID(1))
    #expect(summary.outcome == .failed(.lookup("No such host “nowhere.test”: check the name.")))
  }

  @Test("cancelling does not wait for a name server that never answers")
  func cancelsLookup() async throws {
    let fixture = ServiceFixture { $0.resolver = FixedResolver(answers: [:]) }
    let endpoint = Endpoint(scheme: .http, host: "slow.test", port: 80)
    let request = ServiceFixture.get(endpoint)
    let task = Task { await fixture.service.perform(request, as: ExchangeID(1)) }
    for await _ in fixture.service.changes {
      if await fixture.service.summaries().connections.first?.kinds.contains(.lookupStarted(host: "slow.test")) == true
      {
        break
      }
    }
    task.cancel()
    let summary = await task.value
    #expect(summary.outcome == .cancelled)
    #expect(summary.connection?.state == .closed(.byUs))
  }

  @Test("the connect timeout covers a look-up that never ends")
  func connectTimeout() async throws {
    let fixture = ServiceFixture { $0.resolver = FixedResolver(answers: [:]) }
    let endpoint = Endpoint(scheme: .http, host: "slow.test", port: 80)
    let request = ServiceFixture.get(endpoint) { $0.connectTimeout = .milliseconds(20) }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    guard case .failed(.timedOut(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.hasPrefix("No connection to slow.test port 80 within 20 ms"))
  }
}
