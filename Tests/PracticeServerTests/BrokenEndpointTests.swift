import Glibc
import PracticeServer
import Testing

@Suite("Endpoints that are broken on purpose")
struct BrokenEndpointTests {
  private static let chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
  private static let plain = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"

  static let expectations: [(String, String)] = [
    ("bad-chunk-size", chunked + "5\r\nhello\r\nxyz\r\nworld\r\n0\r\n\r\n"),
    ("early-close-in-chunk", chunked + "5\r\nhello\r\n14\r\nonly a part"),
    ("missing-last-chunk", chunked + "5\r\nhello\r\n"),
    ("lf-in-chunk", chunked + "5\nhello\r\n0\r\n\r\n"),
    ("short", plain + "Content-Length: 100\r\n\r\nonly these 29 bytes, not 100."),
    ("long", plain + "Content-Length: 5\r\n\r\nhello and these bytes are too many"),
    ("two-lengths", plain + "Content-Length: 5\r\nContent-Length: 11\r\n\r\nhello world"),
    (
      "length-and-chunked",
      plain + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
    ),
    ("wrong-gzip", plain + "Content-Encoding: gzip\r\nContent-Length: 22\r\n\r\nthis is no gzip at all"),
    ("no-colon", "HTTP/1.1 200 OK\r\nThis line has no colon\r\nContent-Length: 6\r\n\r\nhello\n"),
    ("space-before-colon", "HTTP/1.1 200 OK\r\nContent-Type : text/plain\r\nContent-Length : 6\r\n\r\nhello\n"),
    ("lf-only", "HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 6\n\nhello\n"),
    ("bad-status", "HTTP/1.1 2x0 Fine\r\nContent-Length: 6\r\n\r\nhello\n"),
    ("obs-fold", "HTTP/1.1 200 OK\r\nX-Folded: one\r\n two\r\n\tthree\r\nContent-Length: 6\r\n\r\nhello\n"),
    ("nul-in-header", "HTTP/1.1 200 OK\r\nX-Nul: before\0after\r\nContent-Length: 6\r\n\r\nhello\n"),
    ("no-blank-line", plain + "X-Next: there is no blank line after this\r\n"),
    ("close", ""),
  ]

  @Test("each sends its exact bytes and closes", arguments: expectations)
  func exactBytes(_ name: String, _ expected: String) async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      try client.send("GET /broken/\(name) HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(String(decoding: try client.receiveToEnd(), as: UTF8.self) == expected)
    }
  }

  @Test("escape codes stand in reason, fields and content")
  func escapeCodes() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      try client.send("GET /broken/escape-codes HTTP/1.1\r\nHost: a\r\n\r\n")
      let response = try client.receiveResponse()
      #expect(response.head.hasPrefix("HTTP/1.1 200 OK\u{1B}[2J"))
      #expect(response["x-clipboard"]?.hasPrefix("\u{1B}]52;c;") == true)
      for code in ["\u{1B}]0;", "\u{1B}]8;;", "\u{9B}", "\u{202E}", "\u{7}"] { #expect(response.text.contains(code)) }
      #expect(response.content.contains(0x9B))
      #expect(try client.receiveToEnd() == [])
    }
  }

  @Test("reset ends half a body with a TCP reset")
  func reset() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      try client.send("GET /broken/reset HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.receiveHead().contains("Content-Length: 1000\r\n"))
      #expect(try client.receive(exactly: 10) == Array("half of it".utf8))
      let failure = try #require(throws: TestClient.Failure.self) { try client.receive() }
      #expect(failure.code == ECONNRESET)
    }
  }

  @Test("silent answers nothing, and lets go when the other side closes")
  func silent() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      try client.send("GET /broken/silent HTTP/1.1\r\nHost: a\r\n\r\n")
      client.closeSending()
      #expect(try client.receiveToEnd() == [])
    }
  }

  @Test("the huge head has a field of 1 MiB, garbage has no line")
  func largeAndGarbage() async throws {
    try await withServer { server in
      let huge = try TestClient(port: server.port)
      try huge.send("GET /broken/huge-header HTTP/1.1\r\nHost: a\r\n\r\n")
      let bytes = try huge.receiveToEnd()
      #expect(bytes.count == (1 << 20) + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nX-Huge: \r\n\r\nhello\n".utf8.count)
      let garbage = try TestClient(port: server.port)
      try garbage.send("GET /broken/garbage HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try garbage.receiveToEnd().count == 4096)
    }
  }
}
