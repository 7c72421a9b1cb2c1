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
}
