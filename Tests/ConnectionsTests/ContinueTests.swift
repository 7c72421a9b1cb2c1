import Exchanges
import Testing

@testable import Connections

@Suite("100 (Continue)")
struct ContinueTests {
  private static let fields = "Expect: 100-continue\r\nContent-Length: 5\r\n"

  private func post(
    _ script: [ScriptedServer.Step], fields: String = fields, _ change: (inout ExchangeOptions) -> Void = { _ in }
  ) async throws -> ExchangeSummary {
    let server = try ScriptedServer(scripts: [script])
    let request = ServiceFixture.get(
      server.endpoint(), method: "POST", fields: fields, body: [.bytes(Array("hello".utf8))]
    ) {
      $0.continueTimeout = .seconds(100)
      change(&$0)
    }
    return await ServiceFixture().service.perform(request, as: ExchangeID(1))
  }

  /// The events about content, in their order.
  private static func kinds(_ summary: ExchangeSummary) -> [String] {
    (summary.connection?.kinds ?? []).map(\.name).filter { $0.hasPrefix("content") || $0 == "requestSent" }
  }

  @Test("the content waits for 100, and then follows")
  func asked() async throws {
    let summary = try await post([
      .readHead, .send("HTTP/1.1 100 Continue\r\n\r\n"), .read(5), .send(KeepAliveTests.hello), .hold,
    ])
    #expect(summary.outcome == .complete)
    #expect(Self.kinds(summary) == ["contentWaits", "contentAsked", "requestSent"])
    #expect(summary.connection?.state == .open)
  }

  @Test("a final response keeps the content back, and the connection is not used again")
  func withheld() async throws {
    let summary = try await post([
      .readHead, .send("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n"), .readToEnd,
    ])
    #expect(summary.outcome == .complete)
    #expect(summary.statusCode == 417)
    #expect(Self.kinds(summary) == ["contentWaits", "contentWithheld"])
    #expect(summary.connection?.state == .closed(.byUs))
    #expect(summary.timings.requestSent == nil)
  }

  @Test("a final response that takes the request without its content ends the exchange too")
  func accepted() async throws {
    let summary = try await post([.readHead, .send(KeepAliveTests.hello), .readToEnd])
    #expect(summary.outcome == .complete)
    #expect(Self.kinds(summary) == ["contentWaits", "contentWithheld"])
  }

  @Test("a server that says nothing gets the content after the time for it")
  func unasked() async throws {
    let summary = try await post([.readHead, .read(5), .send(KeepAliveTests.hello), .hold]) {
      $0.continueTimeout = .milliseconds(20)
    }
    #expect(summary.outcome == .complete)
    #expect(Self.kinds(summary) == ["contentWaits", "contentUnasked", "requestSent"])
  }

  @Test("without the field, or without a time for it, nothing waits", arguments: [false, true])
  func notWaiting(hasField: Bool) async throws {
    let script: [ScriptedServer.Step] = [.readHead, .read(5), .send(KeepAliveTests.hello), .hold]
    let summary = try await post(script, fields: hasField ? Self.fields : "Content-Length: 5\r\n") {
      if hasField { $0.continueTimeout = nil }
    }
    #expect(summary.outcome == .complete)
    #expect(Self.kinds(summary) == ["requestSent"])
  }

  @Test("a request is cut behind its head only where its content may wait")
  func divides() {
    func divided(_ text: String, _ more: [OutgoingRequest.Part] = []) -> [[OutgoingRequest.Part]]? {
      let request = OutgoingRequest(
        endpoint: Endpoint(scheme: .http, host: "h", port: 80), method: "PUT", target: "/",
        parts: [.bytes(Array(text.utf8))] + more)
      return request.dividedForContinue.map { [$0.head, $0.content] }
    }
    let head = "PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"
    let file = OutgoingRequest.Part.file(path: "f", length: 2)
    #expect(divided(head + "ab") == [[.bytes(Array(head.utf8))], [.bytes(Array("ab".utf8))]])
    #expect(divided(head, [file]) == [[.bytes(Array(head.utf8))], [file]])
    #expect(divided(head) == nil)
    #expect(divided(head.replacing("HTTP/1.1", with: "HTTP/1.0") + "ab") == nil)
    #expect(divided(head.replacing("Expect", with: "X-Expect") + "ab") == nil)
    #expect(divided("no head at all") == nil)
  }
}
