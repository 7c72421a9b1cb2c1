import Connections
import Dispatch
import Exchanges
import Recordings
import Testing

@Suite("Sending")
struct SendingTests {
  private static let body = [UInt8](repeating: UInt8(ascii: "b"), count: 48 << 20)

  private static func post(_ server: ScriptedServer) -> OutgoingRequest {
    ServiceFixture.get(
      server.endpoint(), method: "POST", fields: "Content-Length: \(body.count)\r\n", body: [.bytes(body)])
  }

  @Test("an answer that refuses the request before it is out ends the exchange, whole")
  func refusedEarly() async throws {
    let answer = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 4\r\n\r\nstop"
    let server = try ScriptedServer(scripts: [[.readHead, .send(answer), .hold]])
    let fixture = ServiceFixture()
    let summary = await fixture.service.perform(Self.post(server), as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.statusCode == 413)
    #expect(summary.timings.requestSent == nil)
    #expect(summary.bytesSent < Self.body.count)
    #expect(summary.connection?.state == .closed(.byUs))
    #expect(try await fixture.content(of: ExchangeID(1)) == "stop")
  }

  @Test("an answer that comes with a reset while the request goes out is still read")
  func resetWhileSending() async throws {
    let answer = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 4\r\n\r\nstop"
    let server = try ScriptedServer(scripts: [[.readHead, .send(answer), .shutDownSending]])
    let fixture = ServiceFixture()
    let summary = await fixture.service.perform(Self.post(server), as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.statusCode == 413)
  }

  @Test("an answer that accepts early lets the request go on to its end")
  func acceptedEarly() async throws {
    let isAnswered = DispatchSemaphore(value: 0)
    let server = try ScriptedServer(
      scripts: [[.readHead, .send(KeepAliveTests.hello), .wait(isAnswered), .read(Self.body.count), .hold]])
    let fixture = ServiceFixture()
    async let ended = fixture.service.perform(Self.post(server), as: ExchangeID(1))
    for await _ in fixture.service.changes {
      if await fixture.service.summaries().exchanges.contains(where: { $0.statusCode == 200 }) { break }
    }
    isAnswered.signal()
    let summary = await ended
    #expect(summary.outcome == .complete)
    #expect(summary.bytesSent > Self.body.count)
    let sent = try #require(summary.timings.requestSent)
    let firstByte = try #require(summary.timings.firstByte)
    #expect(firstByte < sent)
    #expect(summary.connection?.state == .open)
  }

  @Test("a server that does not read stops the sending, and cancelling ends it at once")
  func backPressure() async throws {
    let server = try ScriptedServer(scripts: [[.hold]])
    let fixture = ServiceFixture()
    let request = Self.post(server)
    let task = Task { await fixture.service.perform(request, as: ExchangeID(1)) }
    for await _ in fixture.service.changes {
      if let sent = await fixture.service.summaries().exchanges.first?.bytesSent, sent > 0 { break }
    }
    task.cancel()
    let summary = await task.value
    #expect(summary.outcome == .cancelled)
    #expect(summary.bytesSent < Self.body.count)
  }

  @Test("a file that is not there fails the exchange with its path")
  func missingFile() async throws {
    let server = try ScriptedServer(scripts: [[.readToEnd]])
    let fixture = ServiceFixture()
    let request = ServiceFixture.get(
      server.endpoint(), method: "POST", fields: "Content-Length: 5\r\n",
      body: [.file(path: "/no/such/file", length: 5)])
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    guard case .failed(.request(let words)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(words.hasPrefix("The file /no/such/file could not be sent: no such file or directory"))
  }

  @Test("a forgotten exchange is gone, and its recording with the last one of its connection")
  func forgets() async throws {
    let hello = KeepAliveTests.hello
    let server = try ScriptedServer(scripts: [[.readHead, .send(hello), .readHead, .send(hello)]])
    let fixture = ServiceFixture()
    let first = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    _ = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(2))
    let id = try #require(first.connection?.id)
    await fixture.service.forget(ExchangeID(1))
    #expect(await fixture.service.recording(of: ExchangeID(1)) == nil)
    #expect(await fixture.service.recording(of: ExchangeID(2)) != nil)
    await fixture.service.shutDown()
    #expect(await fixture.service.recording(of: id) != nil)
    await fixture.service.forget(ExchangeID(2))
    #expect(await fixture.service.recording(of: id) == nil)
    let late = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(3))
    guard case .failed(.connect) = late.outcome else {
      Issue.record("\(late.outcome)")
      return
    }
  }
}
