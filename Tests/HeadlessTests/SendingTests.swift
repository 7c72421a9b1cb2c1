import ContentCodings
import Foundation
import PracticeServer
import Routes
import Synchronization
import Testing
import Workspaces

@testable import Headless

@Suite("Sending without a screen")
struct SendingTests {
  /// What a sending wrote, told and ended with.
  struct Sent {
    var bytes: [UInt8]
    var told: [String]
    var status: CommandStatus

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Sends to the practice server, which the variable starts.
  static func send(
    _ target: String, isTerminal: Bool = false, _ change: (inout SendOrder) -> Void = { _ in }
  ) async throws -> Sent {
    var order = SendOrder(SavedRequest(name: "a test", url: "http://{{practice}}\(target)"))
    change(&order)
    let told = Told()
    var status: CommandStatus?
    let bytes = try await CapturedOutput().bytes(isTerminal: isTerminal) { output in
      status = try await Sending(order) { told.add($0) }.run(to: &output)
    }
    return Sent(bytes: bytes, told: told.sentences, status: try #require(status))
  }

  final class Told: Sendable {
    private let list = Mutex<[String]>([])
    var sentences: [String] { list.withLock { $0 } }
    func add(_ sentence: String) { list.withLock { $0.append(sentence) } }
  }

  @Test("content goes exact to a file, and the head before it where it is asked for")
  func content() async throws {
    let plain = try await Self.send("/hello")
    #expect(plain.text == #"{"hello":"world"}"#)
    #expect(plain.status == .success)
    #expect(plain.told == [])
    let full = try await Self.send("/hello") { $0.includesHeads = true }
    #expect(full.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(full.text.hasSuffix("\r\n\r\n" + plain.text))
  }

  @Test("trailers follow the content where heads are asked for, and stand in the JSON", arguments: [false, true])
  func trailers(isHTTP2: Bool) async throws {
    let target = "/chunked?count=2&size=3&trailers=1"
    func send(_ change: (inout SendOrder) -> Void) async throws -> Sent {
      try await Self.send(target) { order in
        if isHTTP2 { order.request.options.httpVersion = .http2 }
        change(&order)
      }
    }
    let full = try await send { $0.includesHeads = true }
    let trailers = full.text.split(separator: "\r\n", omittingEmptySubsequences: true).suffix(2)
    #expect(trailers.allSatisfy { $0.lowercased().contains("x-") }, "\(full.text)")
    #expect(full.text.hasSuffix("\r\n") && full.text.hasPrefix(isHTTP2 ? "HTTP/2 200" : "HTTP/1.1 200"))
    let json = try await send { $0.display = .json }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    let response = try #require(object["response"] as? [String: Any])
    #expect(response["framing"] as? String == (isHTTP2 ? "stream" : "chunked"))
    #expect((response["trailers"] as? [Any])?.isEmpty == false)
  }

  @Test("the JSON of an exchange over HTTP/2 has its frames with their places, and its fields with their sources")
  func frames() async throws {
    let sent = try await Self.send("/sink") { order in
      order.display = .json
      order.request.method = "POST"
      order.request.options.httpVersion = .http2
      order.request.body = .text("hello", contentType: nil)
      order.request.fields = [NamedValue("Cookie", "id=secret")]
    }
    let json = try #require(try JSONSerialization.jsonObject(with: Data(sent.bytes)) as? [String: Any])
    #expect(json["version"] as? String == "HTTP/2" && json["stream"] as? Int == 1)
    let frames = try #require(json["frames"] as? [String: Any])
    let types = ["SETTINGS", "WINDOW_UPDATE", "HEADERS", "DATA"]
    for direction in ["sent", "received"] {
      let side = try #require(frames[direction] as? [String: Any])
      let list = try #require(side["list"] as? [[String: Any]])
      #expect(side["count"] as? Int == list.count)
      #expect(list.filter { $0["flags"] as? [String] != ["ACK"] }.map { $0["type"] as? String }.starts(with: types))
      var end = direction == "sent" ? 24 : 0
      for frame in list {
        let range = try #require(frame["range"] as? [Int])
        #expect(range[0] == end && range[1] - range[0] == 9 + (frame["length"] as? Int ?? 0))
        end = range[1]
      }
      let fields = list.compactMap { $0["fields"] as? [[String: Any]] }.first ?? []
      #expect(fields.contains { $0["name"] as? String == (direction == "sent" ? ":method" : ":status") })
      let settings = list.first?["settings"] as? [String: Int]
      #expect(settings?["INITIAL_WINDOW_SIZE"] == (direction == "sent" ? 8 << 20 : 1 << 20))
      let cookie = fields.first { $0["name"] as? String == "cookie" }
      if direction == "sent" { #expect(cookie?["valueLength"] as? Int == 9 && cookie?["value"] == nil) }
    }
  }

  @Test("what is said before an upgrade to HTTP/2 is text in the timeline, and frames follow it")
  func upgrade() async throws {
    let sent = try await Self.send("/hello") { order in
      order.display = .wire
      order.request.options.httpVersion = .http2Upgrade
    }
    #expect(sent.status == .success)
    let lines = sent.text.split(separator: "\n")
    let asked = try #require(lines.firstIndex { $0.contains("Upgrade: h2c") && !$0.hasPrefix("·") })
    let agreed = try #require(lines.firstIndex { $0.contains("HTTP/1.1 101 ") })
    let frame = try #require(lines.firstIndex { $0.contains("INITIAL_WINDOW_SIZE") && !$0.hasPrefix("·") })
    let answer = try #require(lines.lastIndex { $0.contains(#"{"hello":"world"#) })
    #expect(asked < agreed && agreed < frame && frame < answer)
    #expect(lines.contains { $0.hasPrefix("·") && $0.contains("the server agreed with 101") })
  }

  @Test("a terminal gets no control character of a server, a file gets each of them")
  func escapeCodes() async throws {
    let onTerminal = try await Self.send("/broken/escape-codes", isTerminal: true) { $0.includesHeads = true }
    #expect(
      onTerminal.text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0 == "\t" || $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value)
      })
    #expect(onTerminal.text.contains("␛"))
    #expect(try await Self.send("/broken/escape-codes").bytes.contains(0x1B))
  }

  @Test("gzip is undone on a terminal, and exact in a file")
  func gzip() async throws {
    #expect(try await Self.send("/gzip", isTerminal: true).text.hasPrefix("["))
    #expect(try await Self.send("/gzip").bytes.starts(with: [0x1F, 0x8B]))
    #expect(try await Self.send("/gzip") { $0.decodesContent = true }.text.hasPrefix("["))
    let broken = try await Self.send("/broken/wrong-gzip", isTerminal: true)
    #expect(broken.status == .malformed)
    #expect(broken.told.count == 1)
  }

  @Test("each coding is undone on a terminal", arguments: ["/deflate?raw=1", "/br", "/zstd", "/stacked"])
  func codings(target: String) async throws {
    let sent = try await Self.send(target, isTerminal: true)
    #expect(sent.text.hasPrefix("["))
    #expect(sent.told == [])
  }

  @Test(
    "content that cannot be decoded to its end is written so far, with a sentence",
    arguments: [("/bomb", "as a bomb does"), ("/broken/cut-zstd", "ends too early"), ("/broken/corrupt-br", "broken")])
  func undecodable(target: String, words: String) async throws {
    let sent = try await Self.send(target) { $0.decodesContent = true }
    #expect(!sent.bytes.isEmpty)
    #expect(sent.told.count == 1)
    #expect(sent.told.first?.contains(words) == true)
    #expect(sent.status == .malformed)
  }

  @Test("a body is compressed as it is sent, a file too", arguments: [ContentCoding.gzip, .deflate, .br, .zstd])
  func compressed(coding: ContentCoding) async throws {
    let text = String(repeating: "a line like the others\n", count: 20_000)
    let file = FileManager.default.temporaryDirectory.appending(path: "barewire-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    for body in [RequestBody.text(text, contentType: nil), .file(path: file.path(), contentType: nil)] {
      let sent = try await Self.send("/decode") {
        $0.request.method = "POST"
        $0.request.body = body
        $0.request.options.contentCoding = coding
      }
      #expect(sent.status == .success)
      let isSame = sent.text == text
      #expect(isSame, "\(sent.bytes.count) bytes")
    }
  }

  @Test(
    "an answer that breaks a rule is written as far as it can be read, and told with its rule",
    arguments: [
      ("/broken/bad-chunk-size", "hello", "RFC 9112 §7.1"), ("/broken/short", "only these", "RFC 9112 §8"),
      ("/broken/no-colon", "hello", "RFC 9112 §5"),
    ])
  func malformed(target: String, beginning: String, rule: String) async throws {
    let sent = try await Self.send(target)
    #expect(sent.status == .malformed)
    #expect(sent.text.hasPrefix(beginning))
    #expect(sent.told.contains { $0.contains(rule) })
  }

  @Test("bytes that are no response are written as they came")
  func garbage() async throws {
    let sent = try await Self.send("/broken/garbage")
    #expect(sent.status == .malformed)
    #expect(sent.bytes.count == 4096)
  }

  @Test("no answer is a status of its own, with the reason in words", arguments: ["/broken/close", "/broken/silent"])
  func noAnswer(target: String) async throws {
    let sent = try await Self.send(target) { $0.request.options.idleTimeoutMilliseconds = 200 }
    #expect(sent.status == .noAnswer)
    #expect(sent.bytes == [])
    #expect(sent.told.count == 1)
  }

  @Test("redirects are followed where that is asked for, on the same connection, and only the last content is written")
  func redirects() async throws {
    #expect(try await Self.send("/redirect/2").status == .success)
    let sent = try await Self.send("/redirect/2") { $0.followsRedirects = true }
    #expect(sent.text == #"{"hello":"world"}"#)
    let json = try await Self.json(
      Self.send("/redirect/2") {
        $0.followsRedirects = true
        $0.display = .json
      })
    let hops = (json["redirects"] as? [[String: Any]] ?? []) + [json]
    #expect(hops.map { $0["id"] as? Int } == [1, 2, 3])
    #expect(hops.map { $0["redirectedFrom"] as? Int } == [nil, 1, 2])
    #expect((json["connection"] as? [String: Any])?["exchangeCount"] as? Int == 3)
  }

  @Test("redirects stop at their limit, and where the request would ask, it is told how to go on")
  func redirectLimit() async throws {
    let stopped = try await Self.send("/redirect/5") {
      $0.followsRedirects = true
      $0.request.options.redirectLimit = 2
    }
    #expect(stopped.status == .noAnswer)
    #expect(stopped.told.last?.hasPrefix("Stopped after 2 redirects.") == true)
    let asked = try await Self.send("/redirect/1") { $0.request.options.redirects = .ask }
    #expect(asked.status == .success)
    #expect(asked.told.last?.hasSuffix("send with --follow to go there.") == true)
  }

  @Test("a proxy gets the whole URL and the credentials, which nothing but the bytes shows")
  func forwarding() async throws {
    let server = try await PracticeServer.start(tlsPort: nil)
    let proxy = "http://wire:secret@127.0.0.1:\(server.port)"
    let sent = try await Self.send("") {
      $0.request.url = "http://example.test/hello"
      $0.request.options.proxy = proxy
      $0.display = .wire
    }
    #expect(sent.status == .success)
    #expect(sent.text.contains("GET http://examp"))
    #expect(sent.text.contains("going through the proxy http://127.0.0.1:\(server.port), as the request says"))
    #expect(!sent.text.contains("secret"))
    let environment = ProxyEnvironment(["http_proxy": proxy])
    let by = try await Self.send("") {
      $0.request.url = "http://example.test/hello"
      $0.routes = RouteChoice(environment: environment)
      $0.display = .json
    }
    #expect(by.status == .success)
    #expect(by.text.contains("because http_proxy says so"))
    #expect(by.text.contains("Proxy-Authorization"))
    await server.stop()
  }

  @Test("what a proxy gets is known as the route's, and the rest is the request's own")
  func proxyFields() throws {
    let composer = RequestComposer(scope: VariableScope(), userAgent: "test")
    var request = SavedRequest(name: "", url: "http://example.test/hello?a=b")
    request.options.proxy = "http://wire:secret@127.0.0.1:3128"
    let routed = try RoutedRequest(composer.prepare(request), by: RouteChoice())
    let bytes = routed.prepared.bytes
    let fields = try #require(routed.proxyFields)
    #expect(bytes.starts(with: "GET http://example.test/hello?a=b HTTP/1.1\r\nHost: example.test\r\n".utf8))
    #expect(String(decoding: bytes[fields], as: UTF8.self) == "Proxy-Authorization: Basic d2lyZTpzZWNyZXQ=\r\n")
    #expect(bytes[fields.upperBound...].elementsEqual([13, 10]))
    request.options.proxy = "http://127.0.0.1:3128"
    #expect(try RoutedRequest(composer.prepare(request), by: RouteChoice()).proxyFields == nil)
  }

  @Test("an order may connect elsewhere, and the timeline tells it")
  func overrides() async throws {
    let server = try await PracticeServer.start(tlsPort: nil)
    let overrides = Overrides(
      resolve: [try ResolveEntry("named.test:\(server.port):127.0.0.1")],
      connectTo: [try ConnectToEntry("example.test:80:named.test:\(server.port)")])
    let sent = try await Self.send("") {
      $0.request.url = "http://example.test/hello"
      $0.display = .wire
      $0.overrides = overrides
    }
    #expect(sent.status == .success)
    #expect(sent.text.contains("connecting to named.test port \(server.port) instead, as you asked"))
    #expect(sent.text.contains("no look-up: named.test is given as 127.0.0.1"))
    #expect(sent.text.contains("Host: example.te"))
    await server.stop()
  }

  static func json(_ sent: Sent) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(sent.bytes)) as? [String: Any])
  }

  @Test("JSON holds the messages as inspect tells them, the content, the times and the connection")
  func json() async throws {
    let json = try Self.json(try await Self.send("/hello") { $0.display = .json })
    #expect((json["outcome"] as? [String: Any])?["state"] as? String == "complete")
    let request = try #require((json["request"] as? [String: Any])?["startLine"] as? [String: Any])
    #expect(request["method"] as? String == "GET")
    #expect(request["targetRange"] as? [Int] == [4, 10])
    let response = try #require((json["response"] as? [String: Any])?["startLine"] as? [String: Any])
    #expect(response["status"] as? Int == 200)
    #expect((json["content"] as? [String: Any])?["text"] as? String == #"{"hello":"world"}"#)
    #expect((json["timings"] as? [String: Any])?["total"] is Double)
    let connection = try #require(json["connection"] as? [String: Any])
    #expect((connection["remote"] as? String)?.hasPrefix("127.0.0.1:") == true)
    #expect((connection["events"] as? [Any])?.isEmpty == false)
  }

  @Test(
    "a challenge by digest is answered in an exchange of its own, and the password goes nowhere", arguments: [1, 2])
  func digest(_ version: Int) async throws {
    for display in [SendOrder.Display.wire, .json, .content] {
      let sent = try await Self.send("/digest-auth/ada/%68ush") { order in
        order.request.auth = .digest(user: "ada", password: "hush")
        if version == 2 { order.request.options.httpVersion = .http2 }
        order.display = display
      }
      #expect(sent.status == .success)
      let text = String(decoding: sent.bytes, as: UTF8.self)
      #expect(!text.contains("hush\"") && !text.replacing("%68ush", with: "").contains("hush"))
      #expect(text.contains("401") == (display != .content))
      #expect(display != .content || text.contains("authenticated"))
    }
    let wrong = try await Self.send("/digest-auth/ada/lovelace") {
      $0.request.auth = .digest(user: "ada", password: "x")
    }
    #expect(wrong.status == .success && String(decoding: wrong.bytes, as: UTF8.self).contains("Say who you are"))
  }

  @Test("a challenge at another origin, where the password does not go, is the last answer and written")
  func challengeElsewhere() async throws {
    let server = try await PracticeServer.start(tlsPort: nil)
    let sent = try await Self.send(
      "/redirect-to?url=http://127.0.0.1:\(server.port)/digest-auth/ada/hush"
    ) {
      $0.request.auth = .digest(user: "ada", password: "hush")
      $0.followsRedirects = true
    }
    await server.stop()
    #expect(sent.status == .success && sent.text.contains("Say who you are"))
  }

  @Test("content beyond the limit is left out of the JSON, and the JSON says so")
  func longContent() async throws {
    let json = try Self.json(try await Self.send("/bytes/\(ExchangeJSON.contentLimit + 1)") { $0.display = .json })
    let content = try #require(json["content"] as? [String: Any])
    #expect(content["isCut"] as? Bool == true)
    #expect(content["bytes"] as? Int == ExchangeJSON.contentLimit)
    #expect(content["receivedBytes"] as? Int == ExchangeJSON.contentLimit + 1)
  }

  @Test("JSON tells interim responses from the final one")
  func interim() async throws {
    let json = try Self.json(try await Self.send("/early-hints") { $0.display = .json })
    #expect((json["interimResponses"] as? [Any])?.count == 1)
    #expect(((json["response"] as? [String: Any])?["startLine"] as? [String: Any])?["status"] as? Int == 200)
  }

  @Test("the timeline shows writes, reads, events and findings, and each byte once")
  func wire() async throws {
    let sent = try await Self.send("/broken/no-colon") { $0.display = .wire }
    #expect(sent.text.contains("connected 127.0.0.1:"))
    #expect(sent.text.contains("↑ "))
    #expect(sent.text.contains("↓ "))
    #expect(sent.text.components(separatedBy: "GET /broken/").count == 2)
    #expect(sent.text.contains("The field line has no colon. (RFC 9112 §5"))
  }

  @Test("where the way of redirects ends early, the last answer is written, and why it ended is told")
  func endedRedirects() async throws {
    func follow(_ target: String, _ display: SendOrder.Display, atMost limit: Int = 20) async throws -> Sent {
      try await Self.send(target) {
        $0.display = display
        $0.followsRedirects = true
        $0.request.options.redirectLimit = limit
      }
    }
    let limited = try await follow("/redirect/3", .json, atMost: 2)
    #expect(limited.status == .noAnswer)
    #expect(limited.told.count == 1 && limited.told[0].hasPrefix("Stopped after 2 redirects."))
    let json = try Self.json(limited)
    #expect((json["redirects"] as? [Any])?.count == 2)
    let startLine = (json["response"] as? [String: Any])?["startLine"] as? [String: Any]
    #expect(startLine?["status"] as? Int == 302)
    let elsewhere = try await follow("/redirect-to?url=ftp://files.test/x", .content)
    #expect(elsewhere.status == .noAnswer)
    #expect(
      elsewhere.told == [
        "The redirect to ftp://files.test/x cannot be followed: Barewire speaks http and https; the URL begins with "
          + "“ftp:”."
      ])
  }

  @Test("an unknown variable is told before anything is sent")
  func unknownVariable() async throws {
    await #expect(throws: ComposeError.self) { try await Self.send("/{{nope}}") }
  }

  @Test("the practice server's certificate is trusted over TLS")
  func tls() async throws {
    let sent = try await Self.send("/hello") { $0.request.url = "https://{{practiceTLS}}/hello" }
    #expect(sent.status == .success)
    #expect(sent.text == #"{"hello":"world"}"#)
  }

  @Test("cancelling the task ends the exchange, and the JSON says so")
  func cancelling() async throws {
    let running = Task {
      try await Self.send("/broken/silent") {
        $0.display = .json
      }
    }
    running.cancel()
    let sent = try await running.value
    #expect(sent.status == .interrupted)
    #expect((try Self.json(sent)["outcome"] as? [String: Any])?["state"] as? String == "cancelled")
  }

  @Test("content behind a redirect is written while it arrives", .timeLimit(.minutes(1)))
  func streaming() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "headless-\(UUID().uuidString)").path()
    defer { unlink(path) }
    var order = SendOrder(
      SavedRequest(
        name: "", url: "http://{{practice}}/redirect-to?url=/events%3Fcount%3D100000%26interval%3D5"))
    order.followsRedirects = true
    let running = Task { [order] in
      var output = try Output.file(path)
      return try await Sending(order, tell: { _ in }).run(to: &output)
    }
    // The events go on for minutes: two of them in the file were written before the end.
    while !((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").contains("id: 2") { await Task.yield() }
    running.cancel()
    #expect(try await running.value == .interrupted)
  }
}
