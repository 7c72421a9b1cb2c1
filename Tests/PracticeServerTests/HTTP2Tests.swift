import HTTP2
import TLSEngine
import TestSupport
import Testing

@testable import PracticeServer

@Suite("HTTP/2")
struct HTTP2Tests {
  @Test("hello comes by prior knowledge, over TLS by ALPN, and after an upgrade")
  func ways() async throws {
    try await withServer(tlsPort: 0) { server in
      let known = try HTTP2TestClient(server).get("/hello?name=prior")
      #expect(known.text == #"{"hello":"prior"}"#)
      #expect(known.heads[0].first("content-length") == Array("17".utf8))

      let secure = try TLSTestClient(server)
      #expect(try HTTP2TestClient(secure).get("/hello").text == #"{"hello":"world"}"#)
      #expect(secure.session.facts?.alpn == "h2")

      let upgrading = try TestClient(port: server.port)
      try upgrading.send(
        "GET /hello?name=up HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
          + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n")
      #expect(try upgrading.receiveHead().hasPrefix("HTTP/1.1 101 Switching Protocols\r\n"))
      let upgraded = try HTTP2TestClient(upgraded: upgrading)
      #expect(try upgraded.answer(to: 1).text == #"{"hello":"up"}"#)
      #expect(try upgraded.get("/h2/stream").text == #"{"stream":3}"#)
    }
  }

  @Test("what only begins like HTTP/2 is HTTP/1, at any cut")
  func beginnings() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      for byte in "PRI /hello HTTP/1.1\r\nHost: a\r\n\r\n".utf8 { try client.send([byte]) }
      #expect(try client.receiveResponse().status == 405)
      let short = try TestClient(port: server.port)
      try short.send("PRI *")
      short.closeSending()
      #expect(try short.receiveResponse().status == 400)
    }
  }

  @Test("every example that behaves is answered over HTTP/2 as over HTTP/1")
  func examples() async throws {
    try await withServer { server in
      let client = try HTTP2TestClient(server)
      for endpoint in PracticeServer.endpoints where !endpoint.isBroken && !endpoint.needsHTTP2 {
        // What is deleted cannot be deleted again.
        guard endpoint.method != "DELETE" else { continue }
        let method = endpoint.method == "*" ? "GET" : endpoint.method
        let target = WellBehavedTests.shortened(endpoint.example)
        let old = try get(target, from: server, method: method)
        let new = try client.get(target, method: method)
        #expect(new.hasEnded, "\(target)")
        let isInterim = endpoint.path == "/early-hints" || endpoint.path == "/continue"
        #expect(new.statuses.last == "\(isInterim ? 200 : old.status)", "\(target)")
        // The others tell of the request's own bytes, of a time, or of what was there before.
        if endpoint.path.hasPrefix("/text") || endpoint.path == "/chunked" { #expect(new.content == old.content) }
      }
    }
  }

  @Test("content goes up in any framing, and echo shows it as HTTP/1 would have it")
  func uploads() async throws {
    try await withServer { server in
      let client = try HTTP2TestClient(server)
      let content = Array("0123456789".utf8)
      let sized = try client.get(
        "/echo", method: "POST", fields: [HeaderField("content-length", "10"), HeaderField("x-a", "b")],
        content: content)
      #expect(
        sized.text == "POST /echo HTTP/1.1\r\nHost: localhost\r\ncontent-length: 10\r\nx-a: b\r\n\r\n0123456789")
      let chunked = try client.get(
        "/echo", method: "POST", content: content, trailers: [HeaderField("x-sum", "45")])
      #expect(chunked.text.hasSuffix("transfer-encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\nx-sum: 45\r\n\r\n"))
      let large = try client.get("/sink", method: "PUT", content: [UInt8](repeating: 1, count: 5 << 20))
      #expect(large.text == #"{"received":5242880}"#)
      let refused = try client.get("/notes", method: "POST", content: [UInt8](repeating: 1, count: 2 << 20))
      #expect(refused.statuses == ["413"])
      #expect(try client.get("/hello").statuses == ["200"])
    }
  }

  @Test("HEAD has no content, interim responses and trailers are heads of their own")
  func heads() async throws {
    try await withServer { server in
      let client = try HTTP2TestClient(server)
      let head = try client.get("/bytes/10G", method: "HEAD")
      #expect(head.heads[0].first("content-length") == Array("10737418240".utf8))
      #expect(head.content == [] && head.hasEnded)
      #expect(try client.get("/early-hints").statuses == ["103", "200"])
      let trailed = try client.get("/chunked?count=3&size=4&trailers=1")
      #expect(trailed.text == "012301230123")
      #expect(trailed.trailers == [HeaderField("x-chunks", "3"), HeaderField("x-content-bytes", "12")])
      #expect(trailed.heads[0].first("transfer-encoding") == nil)
    }
  }

  @Test("streams take turns: many large ones come whole through small windows, beside one that is silent")
  func streams() async throws {
    try await withServer { server in
      var configuration = HTTP2Configuration.client
      configuration.settings.initialWindowSize = 1000
      configuration.connectionWindow = 65_535
      let client = try HTTP2TestClient(server, configuration: configuration)
      let silent = try client.open("/broken/silent")
      let large = try (0..<10).map { _ in try client.open("/text/100k") }
      for stream in large { #expect(try client.answer(to: stream).content.count == 100 << 10) }
      let hello = try client.open("/hello")
      #expect(try client.answer(to: hello).hasEnded)
      #expect(client.answers[silent] == nil)
    }
  }

  @Test("1 GiB comes whole, and memory does not grow with it")
  func large() async throws {
    await #expect(processExitsWith: .success) {
      try await withServer { server in
        let client = try HTTP2TestClient(server)
        let peak = try PeakMemory()
        let answer = try client.count("/bytes/1G")
        #expect(answer == 1 << 30)
        #expect(try peak.growth() < 48 << 10, "KiB")
      }
    }
  }

  @Test("frames of HTTP/2's own come before the answers")
  func signals() async throws {
    try await withServer { server in
      let client = try HTTP2TestClient(server)
      #expect(try client.get("/h2/ping?count=3").hasEnded)
      #expect(client.frames(.ping) == 3)
      #expect(try client.get("/h2/altsvc").hasEnded)
      #expect(client.frames(.alternativeService) == 1 && client.frames(.origin) == 1)
      #expect(try client.get("/h2/grease").hasEnded)
      #expect(client.frames(FrameKind(rawValue: 0x2A)) == 1)
      #expect(try client.get("/h2/settings?window=100&streams=2").hasEnded)
      #expect(client.machine.peerSettings.initialWindowSize == 100)
      #expect(client.machine.peerSettings.maxConcurrentStreams == 2)
      let content = [UInt8](repeating: 1, count: 1000)
      #expect(try client.get("/sink", method: "POST", content: content).text == #"{"received":1000}"#)
      let reset = try client.get("/h2/reset?code=11")
      #expect(reset.text == "half of it" && reset.reset == .enhanceYourCalm)
      #expect(try client.get("/h2/refused").reset == .refusedStream)
      let last = try client.open("/h2/goaway?code=11")
      #expect(try client.answer(to: last).hasEnded)
      #expect(client.machine.goAwayReceived == last)
      try client.readToEnd()
    }
  }

  @Test(
    "each broken endpoint is found out by its own rule",
    arguments: [
      ("h2-frame-size", HTTP2ErrorCode.frameSizeError, true), ("h2-window", .flowControlError, true),
      ("h2-table", .compressionError, true), ("h2-idle", .protocolError, true),
      ("h2-push", .protocolError, true), ("h2-upper-case", .protocolError, false),
      ("h2-connection", .protocolError, false), ("h2-length", .protocolError, false),
    ])
  func broken(_ name: String, _ code: HTTP2ErrorCode, endsConnection: Bool) async throws {
    try await withServer { server in
      let client = try HTTP2TestClient(server)
      let answer = try client.get("/broken/\(name)")
      if endsConnection {
        #expect(client.machine.failure?.code == code)
      } else {
        #expect(answer.reset == code)
        #expect(try client.get("/hello").hasEnded)
      }
    }
  }

  @Test("endpoints that break HTTP/1 break their streams alone", arguments: ["short", "reset", "close", "garbage"])
  func brokenBelow(_ name: String) async throws {
    try await withServer { server in
      let client = try HTTP2TestClient(server)
      #expect(try client.get("/broken/\(name)").reset == .internalError)
      #expect(try client.get("/hello").hasEnded)
    }
  }

  @Test("over HTTP/1 the endpoints of HTTP/2 say how to get there")
  func upgradeRequired() async throws {
    try await withServer { server in
      let response = try get("/h2/ping", from: server)
      #expect(response.status == 426)
      #expect(response["upgrade"] == "h2c")
      #expect(try get("/broken/h2-push", from: server).status == 426)
    }
  }
}

extension HTTP2TestClient {
  /// How many frames of a kind have come.
  func frames(_ kind: FrameKind) -> Int {
    events.count { if case .frame(let frame) = $0 { frame.kind == kind } else { false } }
  }
}
