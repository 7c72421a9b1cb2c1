import Connections
import Exchanges
import Recordings
import Testing

@Suite("Time limits")
struct TimeLimitTests {
  private static func words(_ summary: ExchangeSummary) -> String? {
    if case .failed(.timedOut(let words)) = summary.outcome { words } else { nil }
  }

  private func perform(
    _ script: [ScriptedServer.Step], scheme: Endpoint.Scheme = .http, body: [OutgoingRequest.Part] = [],
    _ change: (inout ExchangeOptions) -> Void
  ) async throws -> ExchangeSummary {
    let server = try ScriptedServer(scripts: [script])
    let endpoint = Endpoint(scheme: scheme, host: "127.0.0.1", port: server.port)
    let request = ServiceFixture.get(endpoint, method: body.isEmpty ? "GET" : "POST", body: body, change)
    return await ServiceFixture().service.perform(request, as: ExchangeID(1))
  }

  @Test("a TLS handshake that is not answered ends after its own time")
  func handshake() async throws {
    let summary = try await perform([.hold], scheme: .https) { $0.handshakeTimeout = .milliseconds(30) }
    let words = try #require(Self.words(summary))
    #expect(words.hasPrefix("No TLS with 127.0.0.1 port "))
    #expect(words.contains("within 30 ms"))
    #expect(summary.connection?.kinds.contains(.timedOut(words)) == true)
    #expect(summary.connection?.state == .failed(reason: words))
    #expect(summary.timings.connected != nil)
  }

  @Test("the first byte of an answer has its own time, which the answer's end has not")
  func firstByte() async throws {
    let silent = try await perform([.readHead, .hold]) { $0.firstByteTimeout = .milliseconds(30) }
    #expect(Self.words(silent)?.hasPrefix("No byte of an answer within 30 ms after the request") == true)
    #expect(silent.connection?.state == .closed(.timeLimit))
    let slow = try await perform([.readHead, .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), .hold]) {
      $0.firstByteTimeout = .seconds(100)
      $0.idleTimeout = .milliseconds(30)
    }
    #expect(Self.words(slow)?.hasPrefix("The response stopped: no byte came for 30 ms") == true)
    #expect(slow.connection?.state == .closed(.idle))
  }

  @Test("a server that does not take the request ends it after the idle time")
  func idleWhileSending() async throws {
    let summary = try await perform([.hold], body: [.bytes([UInt8](repeating: 0, count: 32 << 20))]) {
      $0.idleTimeout = .milliseconds(100)
    }
    #expect(Self.words(summary)?.hasPrefix("The server took no more of the request for 100 ms") == true)
  }

  @Test("the whole has a time in every phase", arguments: ["look-up", "handshake", "answer", "content"])
  func total(phase: String) async throws {
    let summary: ExchangeSummary
    if phase == "look-up" {
      let fixture = ServiceFixture { $0.resolver = EstablishingTests.FixedResolver(answers: [:]) }
      let endpoint = Endpoint(scheme: .http, host: "slow.test", port: 80)
      let request = ServiceFixture.get(endpoint) { $0.totalTimeout = .milliseconds(30) }
      summary = await fixture.service.perform(request, as: ExchangeID(1))
    } else {
      let head: [ScriptedServer.Step] =
        phase == "content" ? [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")] : []
      let script = phase == "handshake" ? [.hold] : [.readHead] + head + [.hold]
      summary = try await perform(script, scheme: phase == "handshake" ? .https : .http) {
        $0.totalTimeout = .milliseconds(30)
      }
    }
    #expect(Self.words(summary)?.hasPrefix("The exchange was not over within 30 ms") == true)
    #expect(summary.connection?.state.isAlive == false)
    #expect(summary.timings.finished != nil)
  }

  @Test("cancelling ends a handshake, and the wait for 100 (Continue), at once", arguments: [false, true])
  func cancels(isWaiting: Bool) async throws {
    let server = try ScriptedServer(scripts: [[isWaiting ? .readHead : .read(1), .hold]])
    let fixture = ServiceFixture()
    let endpoint = Endpoint(scheme: isWaiting ? .http : .https, host: "127.0.0.1", port: server.port)
    let request = ServiceFixture.get(
      endpoint, method: "POST", fields: "Expect: 100-continue\r\nContent-Length: 1\r\n", body: [.bytes([0x61])]
    ) { $0.continueTimeout = .seconds(100) }
    let task = Task { await fixture.service.perform(request, as: ExchangeID(1)) }
    for await _ in fixture.service.changes {
      let kinds = await fixture.service.summaries().connections.first?.kinds ?? []
      let isThere = kinds.contains {
        switch $0 {
        case .handshakeMessage(.sent, _), .contentWaits: true
        default: false
        }
      }
      if isThere { break }
    }
    task.cancel()
    let summary = await task.value
    #expect(summary.outcome == .cancelled)
    #expect(summary.connection?.state == .closed(.byUs))
  }
}
