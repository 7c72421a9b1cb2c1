import Connections
import Dispatch
import Exchanges
import Recordings
import Testing

@Suite("The socket by hand")
struct ByHandTests {
  private let fixture = ServiceFixture()

  private func open(_ server: ScriptedServer) async -> ConnectionSummary {
    let id = await fixture.service.newConnectionID()
    return await fixture.service.open(server.endpoint(), as: id)
  }

  /// Waits until an exchange has ended.
  private func end(of id: ExchangeID) async -> ExchangeSummary? {
    for await _ in fixture.service.changes {
      if let summary = await fixture.service.summaries().exchanges.first(where: { $0.id == id }),
        !summary.outcome.isRunning
      {
        return summary
      }
    }
    return nil
  }

  @Test("a connection is opened without sending, and a request goes out in pieces")
  func pieces() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .send(KeepAliveTests.hello), .hold]])
    let connection = await open(server)
    #expect(connection.state == .open)
    #expect(connection.bytesSent == 0)
    await fixture.service.send(
      Array("GET /by-hand HTTP/1.1\r\nHo".utf8), method: "GET", on: connection.id, as: ExchangeID(1))
    let half = try #require(await fixture.service.recording(of: ExchangeID(1)))
    #expect(half.summary.outcome == .running)
    #expect(half.request?.isComplete == false)
    let carried = await fixture.service.send(
      Array("st: a\r\n\r\n".utf8), method: "GET", on: connection.id, as: ExchangeID(2))
    #expect(carried == ExchangeID(1))
    let summary = try #require(await end(of: ExchangeID(1)))
    #expect(summary.outcome == .complete)
    #expect(summary.statusCode == 200)
    #expect(summary.requestTarget == "/by-hand")
    let recording = try #require(await fixture.service.recording(of: ExchangeID(1)))
    #expect(recording.request?.isComplete == true)
    #expect(recording.plain.transfers.count >= 3)
    #expect(summary.connection?.state == .open)
    await fixture.service.close(connection.id)
    let closed = await fixture.service.open(server.endpoint(), as: connection.id)
    #expect(closed.state == .closed(.byUs))
  }

  @Test("a stream that the server refuses ends the exchange with its reason, and the next bytes begin another one")
  func refusedStream() async throws {
    let isSent = DispatchSemaphore(value: 0)
    let settings = "\0\0\0\u{4}\0\0\0\0\0"
    let refusal = "\0\0\u{4}\u{3}\0\0\0\0\u{1}\0\0\0\u{7}"
    let server = try ScriptedServer(
      scripts: [[.readHead, .read(6), .send(settings), .wait(isSent), .send(refusal), .hold]])
    var options = ExchangeOptions()
    options.httpVersion = .http2
    let id = await fixture.service.newConnectionID()
    _ = await fixture.service.open(server.endpoint(), options: options, as: id)
    let request = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    await fixture.service.send(request, method: "GET", on: id, as: ExchangeID(1))
    isSent.signal()
    let summary = try #require(await end(of: ExchangeID(1)))
    guard case .failed(.connectionEnded(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.contains("REFUSED_STREAM"))
    #expect(await fixture.service.send(request, method: "GET", on: id, as: ExchangeID(2)) == ExchangeID(2))
    await fixture.service.close(id)
  }

  @Test("our side closes first, and the answer still comes")
  func halfClose() async throws {
    let server = try ScriptedServer(scripts: [[.readToEnd, .send("HTTP/1.0 200 OK\r\n\r\nstill here")]])
    let connection = await open(server)
    await fixture.service.send(
      Array("GET / HTTP/1.0\r\n\r\n".utf8), method: "GET", on: connection.id, as: ExchangeID(1))
    await fixture.service.closeSending(connection.id)
    let summary = try #require(await end(of: ExchangeID(1)))
    #expect(summary.outcome == .complete)
    #expect(try await fixture.content(of: ExchangeID(1)) == "still here")
    #expect(summary.connection?.kinds.contains(.sendingClosed) == true)
  }

  @Test("the server's FIN leaves a connection that was opened by hand half-closed, and bytes can still go out")
  func serverHalfCloses() async throws {
    let server = try ScriptedServer(scripts: [[.shutDownSending, .readToEnd]])
    let connection = await open(server)
    let half = await fixture.wait(for: connection.id) { $0.state != .open }
    #expect(half?.state == .halfClosed(.remote))
    await fixture.service.send([1, 2, 3], method: "GET", on: connection.id, as: ExchangeID(1))
    #expect(await fixture.service.recording(of: ExchangeID(1))?.sentRange == 0..<3)
    await fixture.service.abort(connection.id)
    let ended = await fixture.wait(for: connection.id) { !$0.state.isAlive }
    #expect(ended?.state == .closed(.abortedByUs))
  }

  @Test("a server that speaks first is recorded though nobody asked")
  func speaksFirst() async throws {
    let server = try ScriptedServer(scripts: [[.send("220 ready\r\n"), .hold]])
    let connection = await open(server)
    _ = await fixture.wait(for: connection.id) { $0.bytesReceived == 11 }
    let recording = try #require(await fixture.service.recording(of: connection.id))
    #expect(try recording.received.bytes(in: 0..<11) == Array("220 ready\r\n".utf8))
  }

  @Test("sending on a connection that is closed fails with what to do")
  func closed() async throws {
    let server = try ScriptedServer(scripts: [[.readHead]])
    let connection = await open(server)
    await fixture.service.close(connection.id)
    await fixture.service.send([1], method: "GET", on: connection.id, as: ExchangeID(7))
    let summary = try #require(await end(of: ExchangeID(7)))
    guard case .failed(.connectionEnded(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.contains("open a new one"))
  }
}
