import Connections
import Exchanges
import HTTP2
import HTTPMessages
import PracticeServer
import Recordings
import Testing

@Suite("Exchanges over HTTP/2")
struct StreamsTests {
  /// A practice server, its address without and with TLS, and a service.
  struct Bench {
    let fixture = ServiceFixture()
    let server: PracticeServer
    let plain: Endpoint
    let secure: Endpoint

    static func with(tls: Bool = false, _ body: (Bench) async throws -> Void) async throws {
      let server = try await PracticeServer.start(tlsPort: tls ? 0 : nil)
      let bench = Bench(
        server: server, plain: Endpoint(scheme: .http, host: "127.0.0.1", port: server.port),
        secure: Endpoint(scheme: .https, host: "localhost", port: server.tlsPort))
      try await body(bench)
      await bench.fixture.service.shutDown()
      await server.stop()
    }

    func send(
      _ target: String, as id: UInt64, to endpoint: Endpoint? = nil, method: String = "GET", fields: String = "",
      body: [OutgoingRequest.Part] = [], _ change: (inout ExchangeOptions) -> Void = { _ in }
    ) async -> ExchangeSummary {
      let request = ServiceFixture.get(
        endpoint ?? plain, target, method: method, fields: fields, body: body
      ) {
        $0.httpVersion = .http2
        $0.tls.trustAnchorsPEM = [server.certificatePEM].filter { !$0.isEmpty }
        change(&$0)
      }
      return await fixture.service.perform(request, as: ExchangeID(id))
    }
  }

  private func frames(_ summary: ExchangeSummary) -> [String] {
    (summary.connection?.events ?? []).compactMap {
      if case .frame(_, let facts) = $0.kind { facts.name } else { nil }
    }
  }

  @Test("by prior knowledge, and by ALPN over TLS; what was said reads like HTTP/1")
  func ways() async throws {
    try await Bench.with(tls: true) { bench in
      for (id, endpoint) in [(1, bench.plain), (2, bench.secure)] {
        let summary = await bench.send("/hello?name=two", as: UInt64(id), to: endpoint)
        #expect(summary.outcome == .complete && summary.statusCode == 200 && summary.version == "HTTP/2")
        let content = try await bench.fixture.content(of: ExchangeID(UInt64(id)))
        #expect(content == "{\"hello\":\"two\"}")
        #expect(frames(summary).contains("SETTINGS") && frames(summary).contains("HEADERS"))
        let recording = try #require(await bench.fixture.service.recording(of: ExchangeID(UInt64(id))))
        let bytes = try recording.plain.sent.bytes(in: recording.sentRange)
        let sent = String(decoding: bytes, as: UTF8.self)
        #expect(sent.hasPrefix("GET /hello?name=two HTTP/1.1\r\nHost: "))
      }
    }
  }

  @Test("many exchanges at once share one connection, and each gets its own answer")
  func concurrent() async throws {
    try await Bench.with { bench in
      let summaries = await withTaskGroup(of: ExchangeSummary.self) { group in
        for id in 1...40 { group.addTask { await bench.send("/json/2k?seed=\(id)", as: UInt64(id)) } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(summaries.allSatisfy { $0.outcome == .complete && $0.contentBytes >= 2000 })
      #expect(Set(summaries.compactMap(\.connection?.id)).count == 1)
    }
  }

  @Test("content larger than every window goes up and comes down")
  func large() async throws {
    try await Bench.with { bench in
      let down = await bench.send("/bytes/40M", as: 1)
      #expect(down.outcome == .complete && down.contentBytes == 40 << 20)
      let content = [UInt8](repeating: 0x61, count: 9 << 20)
      let up = await bench.send(
        "/sink", as: 2, method: "PUT", fields: "Content-Length: \(content.count)\r\n", body: [.bytes(content)])
      #expect(up.outcome == .complete)
      let answer = try await bench.fixture.content(of: ExchangeID(2))
      #expect(answer == "{\"received\":\(content.count)}")
    }
  }

  @Test("chunks of a request are undone, and a request that is none is told of")
  func translated() async throws {
    try await Bench.with { bench in
      let chunks = Array("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n".utf8)
      let chunked = await bench.send(
        "/sink", as: 1, method: "POST", fields: "Transfer-Encoding: chunked\r\n", body: [.bytes(chunks)])
      #expect(chunked.outcome == .complete)
      let answer = try await bench.fixture.content(of: ExchangeID(1))
      #expect(answer == "{\"received\":5}")
      let broken = await bench.send(
        "/sink", as: 2, method: "POST", fields: "Transfer-Encoding: chunked\r\n", body: [.bytes(Array("x\r\n".utf8))])
      guard case .failed(.request(let words)) = broken.outcome else {
        Issue.record("it was sent: \(broken.outcome)")
        return
      }
      #expect(words.contains("HTTP/2 has no form for these bytes"))
    }
  }

  @Test("content waits for 100 on its stream")
  func continued() async throws {
    try await Bench.with { bench in
      let summary = await bench.send(
        "/sink", as: 1, method: "POST", fields: "Expect: 100-continue\r\nContent-Length: 5\r\n",
        body: [.bytes(Array("hello".utf8))]
      ) { $0.continueTimeout = .seconds(100) }
      #expect(summary.outcome == .complete)
      let kinds = (summary.connection?.kinds ?? []).map(\.name)
      #expect(kinds.filter { $0.hasPrefix("content") } == ["contentWaits", "contentAsked"])
      #expect(try await bench.fixture.content(of: ExchangeID(1)) == "{\"received\":5}")
      let frames = try #require(await bench.fixture.service.recording(of: ExchangeID(1))?.frames)
      #expect(frames.sent.range.lowerBound == 0 && !frames.received.range.isEmpty)
    }
  }

  @Test("trailers are the response's, with their places in the frames' text; interim heads come before it")
  func trailers() async throws {
    try await Bench.with { bench in
      let summary = await bench.send("/chunked?count=3&size=10&trailers=1", as: 1)
      #expect(summary.outcome == .complete && summary.contentBytes == 30)
      let recording = try #require(await bench.fixture.service.recording(of: ExchangeID(1)))
      let response = try #require(recording.responses.last)
      let log = recording.plain.received
      let names = try response.fields.filter(\.isTrailer).map { try log.bytes(in: $0.name) }
      #expect(!names.isEmpty && response.trailerStart != nil && response.framing == .stream)
      #expect(names.allSatisfy { $0.starts(with: "x-".utf8) }, "\(names)")
      let text = String(decoding: try log.bytes(in: response.start..<log.count), as: UTF8.self)
      #expect(!text.lowercased().contains("transfer-encoding"))
      let interim = await bench.send("/early-hints", as: 2)
      let responses = await bench.fixture.service.recording(of: ExchangeID(2))?.responses.map(\.statusCode)
      #expect(interim.outcome == .complete && responses == [103, 200])
    }
  }

  @Test("a server that agrees to Upgrade: h2c answers on stream 1, and later exchanges have streams of their own")
  func upgraded() async throws {
    try await Bench.with { bench in
      let fields = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAQAgAAA\r\n"
      let first = await bench.send("/json/200k", as: 1, fields: fields) { $0.httpVersion = .http2Upgrade }
      #expect(first.outcome == .complete && first.version == "HTTP/2" && first.stream == 1)
      #expect(first.statusCode == 200 && first.contentBytes >= 200_000)
      let recording = try #require(await bench.fixture.service.recording(of: ExchangeID(1)))
      let frames = try #require(recording.frames)
      #expect(frames.sent.range.lowerBound == 0 && frames.sent.reader.offset == recording.sentRange.count)
      let begin = try frames.connection.received.bytes(in: 0..<frames.received.reader.offset)
      #expect(begin.starts(with: "HTTP/1.1 101 ".utf8) && begin.suffix(4) == Array("\r\n\r\n".utf8)[...])
      let asked = try recording.plain.sent.bytes(in: recording.sentRange)
      #expect(String(decoding: asked, as: UTF8.self).contains(fields))
      let next = await bench.send("/hello", as: 2, fields: fields) { $0.httpVersion = .http2Upgrade }
      #expect(next.outcome == .complete && next.stream == 3 && next.connection?.id == first.connection?.id)
    }
  }

  @Test("a server that takes no notice of the upgrade answers in HTTP/1.1, which is told")
  func notUpgraded() async throws {
    try await Bench.with { bench in
      let summary = await bench.send("/hello", as: 1) { $0.httpVersion = .http2Upgrade }
      #expect(summary.outcome == .complete && summary.version == "HTTP/1.1" && summary.stream == nil)
      let words = (summary.connection?.kinds ?? []).compactMap { kind in
        if case .versionChosen(let words) = kind { words } else { nil }
      }
      #expect(words == ["HTTP/1.1: the server did not take up HTTP/2"])
    }
  }

  @Test("bytes that are sent by hand become frames once the head is whole")
  func byHand() async throws {
    try await Bench.with { bench in
      let service = bench.fixture.service
      let id = await service.newConnectionID()
      var options = ExchangeOptions()
      options.httpVersion = .http2
      let connection = await service.open(bench.plain, options: options, as: id)
      #expect(connection.state == .open)
      let host = "Host: 127.0.0.1\r\n\r\n"
      await service.send(
        Array("GET /hello?name=hand HTTP/1.1\r\n".utf8), method: "GET", on: id, as: ExchangeID(1))
      #expect(await service.recording(of: ExchangeID(1))?.summary.stream == nil)
      let carried = await service.send(Array(host.utf8), method: "GET", on: id, as: ExchangeID(2))
      #expect(carried == ExchangeID(1))
      for await _ in service.changes {
        if await service.recording(of: ExchangeID(1))?.summary.outcome.isRunning == false { break }
      }
      let summary = try #require(await service.recording(of: ExchangeID(1))?.summary)
      #expect(summary.outcome == .complete && summary.statusCode == 200 && summary.stream == 1)
      #expect(summary.requestTarget == "/hello?name=hand")
    }
  }

  @Test("cancelling one stream leaves the connection and the others alone")
  func cancelled() async throws {
    try await Bench.with { bench in
      let slow = Task { await bench.send("/trickle/100?rate=10", as: 1) }
      for await _ in bench.fixture.service.changes {
        let news = await bench.fixture.service.summaries().exchanges
        if news.contains(where: { $0.id == ExchangeID(1) && $0.contentBytes > 0 }) { break }
      }
      slow.cancel()
      #expect(await slow.value.outcome == .cancelled)
      let next = await bench.send("/hello", as: 2)
      #expect(next.outcome == .complete && next.connection?.exchangeCount == 2)
      let resets = frames(next).count { $0 == "RST_STREAM" }
      #expect(resets == 1)
    }
  }

  @Test("a stream that the server refuses is tried once more, one that breaks a rule is told of")
  func resets() async throws {
    try await Bench.with { bench in
      let refused = await bench.send("/h2/refused", as: 1)
      guard case .failed(.connectionEnded(let words)) = refused.outcome else {
        Issue.record("refused, but \(refused.outcome)")
        return
      }
      #expect(words.contains("REFUSED_STREAM") && refused.sentBeforeOn != nil)
      let half = await bench.send("/h2/reset", as: 2)
      #expect(half.outcome == .malformed && half.contentBytes == 10)
      let short = await bench.send("/broken/h2-length", as: 3)
      #expect(short.outcome == .malformed)
      let isTold = short.connection?.kinds.contains { if case .finding = $0 { true } else { false } }
      #expect(isTold == true)
    }
  }

  @Test("after GOAWAY the answer comes, and the next exchange takes another connection")
  func goAway() async throws {
    try await Bench.with { bench in
      let last = await bench.send("/h2/goaway", as: 1)
      #expect(last.outcome == .complete)
      let next = await bench.send("/hello", as: 2)
      #expect(next.outcome == .complete && next.connection?.id != last.connection?.id)
    }
  }

  @Test("a server that speaks HTTP/1 only is told of where it was not asked before")
  func otherVersion() async throws {
    try await Bench.with { bench in
      let server = try ScriptedServer(scripts: [[.read(24), .send("HTTP/1.1 400 Bad Request\r\n\r\n"), .readToEnd]])
      let old = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
      let summary = await bench.send("/", as: 1, to: old)
      guard case .failed(.connectionEnded(let words)) = summary.outcome else {
        Issue.record("it understood: \(summary.outcome)")
        return
      }
      #expect(words.contains("HTTP/1"))
    }
  }

  @Test("an answer that does not come in time resets its stream only")
  func timeLimit() async throws {
    try await Bench.with { bench in
      let late = await bench.send("/broken/silent", as: 1) { $0.firstByteTimeout = .milliseconds(100) }
      guard case .failed(.timedOut) = late.outcome else {
        Issue.record("it answered: \(late.outcome)")
        return
      }
      let next = await bench.send("/hello", as: 2)
      #expect(next.outcome == .complete && next.connection?.id == late.connection?.id)
    }
  }
}
