import Connections
import Exchanges
import Recordings
import Testing

@Suite("How exchanges end")
struct EndingTests {
  private func perform(
    _ script: [ScriptedServer.Step], method: String = "GET", _ change: (inout ExchangeOptions) -> Void = { _ in }
  ) async throws -> (ExchangeSummary, ServiceFixture, ScriptedServer) {
    let server = try ScriptedServer(scripts: [script])
    let fixture = ServiceFixture()
    let request = ServiceFixture.get(server.endpoint(), method: method, change)
    return (await fixture.service.perform(request, as: ExchangeID(1)), fixture, server)
  }

  @Test("content without a length ends with the server's FIN")
  func untilClose() async throws {
    let (summary, fixture, _) = try await perform([.readHead, .send("HTTP/1.0 200 OK\r\n\r\nall of it")])
    #expect(summary.outcome == .complete)
    #expect(summary.contentBytes == 9)
    #expect(summary.connection?.state == .closed(.byPeer))
    #expect(summary.connection?.kinds.contains(.peerClosed) == true)
    #expect(try await fixture.content(of: ExchangeID(1)) == "all of it")
  }

  @Test("a body shorter than announced is malformed, and what came is kept")
  func tooShort() async throws {
    let (summary, fixture, _) = try await perform(
      [.readHead, .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")])
    #expect(summary.outcome == .malformed)
    #expect(!summary.diagnostics.isEmpty)
    #expect(try await fixture.content(of: ExchangeID(1)) == "only this")
  }

  @Test("a reset in the middle is told from a FIN")
  func reset() async throws {
    let (summary, fixture, _) = try await perform(
      [.readHead, .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"), .reset])
    #expect(summary.outcome == .malformed)
    #expect(summary.connection?.state == .closed(.reset))
    #expect(!summary.diagnostics.isEmpty)
    #expect(try await fixture.content(of: ExchangeID(1)) == "only this")
  }

  @Test("no answer at all is a failure in words", arguments: [false, true])
  func noAnswer(isReset: Bool) async throws {
    let (summary, _, _) = try await perform(isReset ? [.readHead, .reset] : [.readHead])
    guard case .failed(.connectionEnded(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.contains("without an answer"))
    #expect(words.contains("reset") == isReset)
  }

  @Test("a server that never answers is given up after the idle timeout")
  func idleTimeout() async throws {
    let (summary, _, _) = try await perform([.readHead, .hold]) { $0.idleTimeout = .milliseconds(30) }
    guard case .failed(.timedOut(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.hasPrefix("No answer within 30 ms"))
    #expect(summary.connection?.state == .closed(.idle))
  }

  @Test("the answer to HEAD has no content, whatever it announces")
  func head() async throws {
    let (summary, _, _) = try await perform(
      [.readHead, .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"), .hold], method: "HEAD")
    #expect(summary.outcome == .complete)
    #expect(summary.contentBytes == 0)
    #expect(summary.connection?.state == .open)
  }

  @Test("interim responses are kept before the final one")
  func interim() async throws {
    let (summary, fixture, _) = try await perform(
      [.readHead, .send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), .send(KeepAliveTests.hello), .hold])
    #expect(summary.outcome == .complete)
    #expect(summary.statusCode == 200)
    let recording = try #require(await fixture.service.recording(of: ExchangeID(1)))
    #expect(recording.responses.count == 2)
    #expect(recording.responses.first?.fields.count == 1)
  }

  @Test("framing that is lost ends the exchange as malformed even if the server keeps the connection open")
  func badChunk() async throws {
    let (summary, _, _) = try await perform([
      .readHead, .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\nwhat\r\n"), .hold,
    ])
    #expect(summary.outcome == .malformed)
    #expect(summary.contentBytes >= 5)
  }

  @Test("bytes after the response are leftover, recorded with it, and the connection is not used again")
  func leftover() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(KeepAliveTests.hello + "EXTRA"), .hold]])
    let fixture = ServiceFixture()
    let first = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    #expect(first.contentBytes == 5)
    let recording = try #require(await fixture.service.recording(of: ExchangeID(1)))
    let end = try #require(recording.responses.last?.end)
    let rest = try recording.plain.received.bytes(in: end..<recording.receivedRange.upperBound)
    #expect(String(decoding: rest, as: UTF8.self) == "EXTRA")
    let second = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(2))
    #expect(second.connection?.id != first.connection?.id)
  }

  @Test("cancelling ends an exchange in each of its phases", arguments: ["waiting", "head", "content"])
  func cancels(phase: String) async throws {
    let sent: [ScriptedServer.Step] =
      switch phase {
      case "waiting": []
      case "head": [.send("HTTP/1.1 200 OK\r\nContent-")]
      default: [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome")]
      }
    let server = try ScriptedServer(scripts: [[.readHead] + sent + [.hold]])
    let fixture = ServiceFixture()
    let request = ServiceFixture.get(server.endpoint())
    let task = Task { await fixture.service.perform(request, as: ExchangeID(1)) }
    let waitsFor: ConnectionEvent.Kind =
      phase == "waiting" ? .requestSent : phase == "head" ? .firstByte : .headReceived
    for await _ in fixture.service.changes {
      if await fixture.service.summaries().connections.first?.kinds.contains(waitsFor) == true { break }
    }
    task.cancel()
    let summary = await task.value
    #expect(summary.outcome == .cancelled)
    #expect(summary.connection?.state == .closed(.byUs))
    #expect(summary.timings.finished != nil)
  }

  @Test("a full disk ends the exchange with its words, and keeps what came")
  func recordingFails() async throws {
    let server = try ScriptedServer(
      scripts: [
        [.readHead, .send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"), .sendBytes(count: 1_000_000), .hold]
      ])
    let fixture = ServiceFixture {
      $0.spool = SpoolConfiguration(memoryLimit: 1000, directory: "/proc/no such directory")
    }
    let summary = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    guard case .failed(.recording(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.contains("/proc/no such directory"))
    #expect(summary.statusCode == 200 || summary.bytesReceived >= 0)
    let recording = try #require(await fixture.service.recording(of: ExchangeID(1)))
    #expect(recording.plain.received.count >= 1000)
  }
}
