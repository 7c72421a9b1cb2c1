import Connections
import Exchanges
import PracticeServer
import Testing

@Suite("Against the practice server")
struct PracticeTests {
  /// How an exchange ended, without its words.
  enum Ending: Equatable {
    case complete, malformed, connectionEnded, timedOut, other

    init(_ outcome: ExchangeOutcome) {
      self =
        switch outcome {
        case .complete: .complete
        case .malformed: .malformed
        case .failed(.connectionEnded): .connectionEnded
        case .failed(.timedOut): .timedOut
        case .running, .cancelled, .failed: .other
        }
    }

    /// What is expected of an endpoint.
    init(of endpoint: PracticeEndpoint) {
      self =
        switch endpoint.path {
        // Their content is wrong, not their framing.
        case "/broken/wrong-gzip", "/broken/cut-gzip", "/broken/gzip-checksum", "/broken/cut-zstd",
          "/broken/corrupt-br", "/broken/huge-header":
          .complete
        case "/broken/close", "/broken/garbage": .connectionEnded
        case "/broken/silent": .timedOut
        default: endpoint.isBroken && !endpoint.needsHTTP2 ? .malformed : .complete
        }
    }
  }

  @Test("every endpoint ends as it should, all at once")
  func all() async throws {
    let server = try await PracticeServer.start(tlsPort: nil)
    let fixture = ServiceFixture()
    let address = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
    await withTaskGroup(of: Void.self) { group in
      for (number, endpoint) in PracticeServer.endpoints.enumerated() {
        group.addTask {
          let isSilent = endpoint.path == "/broken/silent"
          let request = ServiceFixture.get(
            address, endpoint.path == "/trickle/{count}" ? "/trickle/20?rate=100" : endpoint.example,
            method: endpoint.method == "*" ? "GET" : endpoint.method, fields: "Content-Length: 0\r\n"
          ) { $0.idleTimeout = isSilent ? .milliseconds(200) : .seconds(60) }
          let summary = await fixture.service.perform(request, as: ExchangeID(UInt64(number)))
          #expect(Ending(summary.outcome) == Ending(of: endpoint), "\(endpoint.path): \(summary.outcome)")
          #expect(summary.outcome != .malformed || !summary.diagnostics.isEmpty, "\(endpoint.path)")
        }
      }
    }
    await server.stop()
  }
}
