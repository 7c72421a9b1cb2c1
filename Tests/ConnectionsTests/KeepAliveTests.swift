import Connections
import Exchanges
import Recordings
import Testing

@Suite("Keep-alive")
struct KeepAliveTests {
  static let hello = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"

  @Test("the second exchange to an endpoint takes the first one's connection")
  func reuses() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(Self.hello), .readHead, .send(Self.hello), .hold]])
    let fixture = ServiceFixture()
    let first = await fixture.service.perform(ServiceFixture.get(server.endpoint(), "/1"), as: ExchangeID(1))
    let second = await fixture.service.perform(ServiceFixture.get(server.endpoint(), "/2"), as: ExchangeID(2))
    #expect(first.outcome == .complete)
    #expect(second.outcome == .complete)
    #expect(second.connection?.id == first.connection?.id)
    #expect(second.connection?.exchangeCount == 2)
    #expect(second.connection?.kinds.contains(.reused(exchangeNumber: 2)) == true)
    #expect(second.timings.connected == nil)
    #expect(first.statusCode == 200)
    #expect(first.reason == "OK")
    #expect(first.version == "HTTP/1.1")
    #expect(first.contentType == "text/plain")
    #expect(first.contentLength == 5)
    #expect(first.contentBytes == 5)
    #expect(try await fixture.content(of: ExchangeID(1)) == "hello")
    #expect(try await fixture.content(of: ExchangeID(2)) == "hello")
    let recording = try #require(await fixture.service.recording(of: ExchangeID(2)))
    let sent = try recording.plain.sent.bytes(in: recording.sentRange)
    #expect(String(decoding: sent, as: UTF8.self).hasPrefix("GET /2 HTTP/1.1\r\n"))
    #expect(recording.request?.isComplete == true)
  }

  @Test("an exchange that is forgotten the moment it ends is told as it ended, and not sent again")
  func forgottenAtOnce() async throws {
    let count = 30
    let script = Array(repeating: [ScriptedServer.Step.readHead, .send(Self.hello)], count: count).flatMap { $0 }
    let server = try ScriptedServer(scripts: [script + [.hold]])
    let fixture = ServiceFixture()
    for number in 1...UInt64(count) {
      let id = ExchangeID(number)
      let forgetting = Task {
        while !Task.isCancelled { await fixture.service.forget(id) }
      }
      let summary = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: id)
      forgetting.cancel()
      await forgetting.value
      // On a busy machine it may not have had a turn since the end.
      await fixture.service.forget(id)
      #expect(summary.outcome == .complete)
      #expect(summary.connection?.exchangeCount == Int(number))
      #expect(await fixture.service.recording(of: id) == nil)
    }
  }

  @Test("a connection that the server had closed is not used again")
  func serverClosedIdle() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(Self.hello)], [.readHead, .send(Self.hello), .hold]])
    let fixture = ServiceFixture()
    let first = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    let id = try #require(first.connection?.id)
    let closed = await fixture.wait(for: id) { !$0.state.isAlive }
    #expect(closed?.state == .closed(.byPeer))
    let second = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(2))
    #expect(second.outcome == .complete)
    #expect(second.connection?.id != id)
  }

  @Test("an idempotent request whose old connection dies before it answers is sent again on a new one")
  func sendsAgain() async throws {
    let scripts: [[ScriptedServer.Step]] = [
      [.readHead, .send(Self.hello), .readHead, .reset], [.readHead, .send(Self.hello), .hold],
    ]
    let fixture = ServiceFixture()
    let server = try ScriptedServer(scripts: scripts)
    let first = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    let second = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(2))
    #expect(second.outcome == .complete)
    #expect(second.connection?.id != first.connection?.id)
    let old = try #require(await fixture.service.summaries().connections.first { $0.id == first.connection?.id })
    #expect(old.state == .closed(.reset))
    #expect(old.events.contains { $0.exchange == ExchangeID(2) && $0.kind == .reused(exchangeNumber: 2) })
    #expect(await fixture.service.recording(of: ExchangeID(2))?.sentRange.lowerBound == 0)
  }

  @Test("a POST is not sent again")
  func postIsNotSentAgain() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(Self.hello), .readHead, .reset]])
    let fixture = ServiceFixture()
    _ = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    let post = ServiceFixture.get(server.endpoint(), method: "POST", fields: "Content-Length: 0\r\n")
    let summary = await fixture.service.perform(post, as: ExchangeID(2))
    guard case .failed(.connectionEnded) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
  }

  @Test("an idle connection is closed after the pool's idle time")
  func poolIdleTime() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(Self.hello), .hold]])
    let fixture = ServiceFixture { $0.poolIdleTime = .milliseconds(20) }
    let summary = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    let closed = await fixture.wait(for: try #require(summary.connection?.id)) { !$0.state.isAlive }
    #expect(closed?.state == .closed(.idle))
  }
}
