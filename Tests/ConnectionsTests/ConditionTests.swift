import Exchanges
import PracticeServer
import Recordings
import Routes
import Testing

@testable import Connections

@Suite("Network conditions")
struct ConditionTests {
  private func perform(
    _ condition: String, _ script: [ScriptedServer.Step], body: Int = 0
  ) async throws -> (summary: ExchangeSummary, recording: ExchangeRecording) {
    let server = try ScriptedServer(scripts: [script])
    let fixture = ServiceFixture()
    let condition = try NetworkCondition(condition)
    let content = [UInt8](repeating: UInt8(ascii: "b"), count: body)
    let request = ServiceFixture.get(
      server.endpoint(), method: "POST", fields: "Content-Length: \(body)\r\n", body: [.bytes(content)]
    ) { $0.condition = condition }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    return (summary, try #require(await fixture.service.recording(of: ExchangeID(1))))
  }

  private static func answer(_ count: Int) -> [ScriptedServer.Step] {
    [.readHead, .send("HTTP/1.1 200 OK\r\nContent-Length: \(count)\r\n\r\n"), .sendBytes(count: count), .hold]
  }

  @Test(
    "every byte passes in its order, later or in smaller pieces, and the line is told of",
    arguments: ["delay=20ms~5ms", "down=1M,up=1M", "delay-up=1ms,down=4M", "drop-down=reset@10M"])
  func passes(condition: String) async throws {
    let (summary, recording) = try await perform(condition, Self.answer(300_000), body: 200_000)
    #expect(summary.outcome == .complete)
    #expect(summary.contentBytes == 300_000)
    #expect(summary.bytesSent > 200_000)
    #expect(try recording.plain.sent.bytes(in: 0..<5) == Array("POST ".utf8))
    #expect(try recording.plain.received.bytes(in: 0..<8) == Array("HTTP/1.1".utf8))
    #expect(summary.connection?.condition == "\(try NetworkCondition(condition))")
    #expect(summary.connection?.kinds.contains { if case .lineConditioned = $0 { true } else { false } } == true)
  }

  @Test("nothing more is read while too much is held back, and everything comes in the end")
  func heldBack() async throws {
    let (summary, recording) = try await perform("delay-down=30ms", Self.answer(3_000_000))
    #expect(summary.outcome == .complete)
    #expect(summary.contentBytes == 3_000_000)
    #expect(recording.plain.transfers.count > 3_000_000 / (2 * HeldTraffic.receivedLimit))
  }

  @Test("a rate cuts what is sent into more writes than there were")
  func pieces() async throws {
    let (summary, recording) = try await perform("up=1M", Self.answer(1), body: 250_000)
    #expect(summary.outcome == .complete)
    #expect(recording.plain.transfers.count > 3)
  }

  @Test("the connection is dropped once so many bytes have come", arguments: ["close", "reset"])
  func dropDown(kind: String) async throws {
    let (summary, recording) = try await perform("drop-down=\(kind)@1000", Self.answer(5_000))
    #expect(summary.outcome == .malformed)
    #expect(recording.plain.received.count == 1_000)
    let sentences = try #require(summary.connection).kinds.map(\.sentence)
    #expect(sentences.contains { $0.hasPrefix("The network condition drop-down=\(kind)@1000 ") })
  }

  @Test("the connection is dropped once so many bytes are sent, and the server gets no more")
  func dropUp() async throws {
    let (summary, recording) = try await perform("drop-up=close@1000", [.readToEnd], body: 5_000)
    guard case .failed(.connectionEnded(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.contains("drop-up=close@1000"))
    #expect(recording.plain.sent.count == 1_000)
  }

  @Test("an end of the connection waits for the bytes before it")
  func endWaits() async throws {
    let script: [ScriptedServer.Step] = [
      .readHead, .send("HTTP/1.1 200 OK\r\n\r\n"), .sendBytes(count: 50_000), .shutDownSending, .hold,
    ]
    let (summary, _) = try await perform("delay-down=10ms,down=2M", script)
    #expect(summary.outcome == .complete)
    #expect(summary.contentBytes == 50_000)
  }

  @Test("TLS goes over a bad line as well")
  func secured() async throws {
    let server = try await PracticeServer.start()
    let condition = try NetworkCondition("delay=2ms,down=1M,up=1M")
    let fixture = ServiceFixture()
    let request = ServiceFixture.get(Endpoint(scheme: .https, host: "localhost", port: server.tlsPort), "/hello") {
      $0.tls.trustAnchorsPEM = [server.certificatePEM]
      $0.condition = condition
    }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    let recording = try #require(await fixture.service.recording(of: ExchangeID(1)))
    #expect(recording.wire?.received.count == summary.connection?.bytesReceived)
    await server.stop()
  }
}
