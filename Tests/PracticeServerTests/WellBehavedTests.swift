import Testing

@testable import PracticeServer

@Suite("Well-behaved endpoints")
struct WellBehavedTests {
  @Test("hello answers with JSON of 16 bytes, its type, length and date")
  func hello() async throws {
    try await withServer { server in
      let response = try get("/hello?name=wire", from: server)
      #expect(response.status == 200)
      #expect(response.text == #"{"hello":"wire"}"#)
      #expect(response["content-type"] == "application/json")
      #expect(response["content-length"] == "16")
      #expect(response["server"] == "barewire-practice")
      #expect(response["date"]?.hasSuffix(" GMT") == true)
      #expect(try get("/hello?name=J%C3%BCrgen+%22Q%22", from: server).text == #"{"hello":"Jürgen \"Q\""}"#)
    }
  }

  @Test(
    "echo sends back the exact bytes, however they came",
    arguments: [
      "POST /echo?x=1 HTTP/1.1\r\nhOST: a\r\nX-Odd:  two  spaces \r\nContent-Length: 5\r\n\r\n\0\u{1}\r\n!",
      "FROB /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX-T: 1\r\n\r\n",
      "GET /echo HTTP/1.1\nHost: only-line-feeds\n\n",
    ])
  func echo(_ request: String) async throws {
    try await withServer { server in
      let whole = try TestClient(port: server.port)
      try whole.send(request)
      #expect(try whole.receiveResponse().content == Array(request.utf8))
      let pieces = try TestClient(port: server.port)
      for byte in request.utf8 { try pieces.send([byte]) }
      #expect(try pieces.receiveResponse().content == Array(request.utf8))
    }
  }

  @Test("every example in the list is answered as its endpoint says")
  func examples() async throws {
    let others = ["/status/418": 418, "/redirect/3": 302, "/redirect-to?url=/hello&status=307": 307]
    let methods = ["POST": 415, "PUT": 415, "PATCH": 415, "DELETE": 204]
    try await withServer { server in
      for endpoint in PracticeServer.endpoints where !endpoint.isBroken {
        let method = endpoint.method == "*" ? "GET" : endpoint.method
        var expected = methods[method] ?? others[endpoint.example] ?? 200
        if endpoint.path == "/notes/reset" { expected = 204 }
        if endpoint.path == "/decode" { expected = 200 }
        if endpoint.needsHTTP2 { expected = 426 }
        if endpoint.path.contains("-auth/") || endpoint.path == "/bearer" { expected = 401 }
        let client = try TestClient(port: server.port)
        let target = Self.shortened(endpoint.example)
        try client.send("\(method) \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        let answer = String(decoding: try client.receiveToEnd(), as: UTF8.self)
        let statuses = answer.split(separator: "\r\n").filter { $0.hasPrefix("HTTP/1.1 ") }
        #expect(statuses.last?.hasPrefix("HTTP/1.1 \(expected)") == true, "\(method) \(endpoint.example)")
      }
    }
  }

  /// The same with less waiting.
  static func shortened(_ example: String) -> String {
    if example.hasPrefix("/trickle") { return "/trickle/20?rate=1000" }
    if example.hasPrefix("/events") { return "/events?count=3&interval=1" }
    if example.hasPrefix("/frames") { return "/frames?count=3&interval=1" }
    return example.hasPrefix("/delay") ? "/delay/1" : example
  }

  @Test("sized content has exactly its size", arguments: [0, 1, 2, 15, 16, 17, 100, 65_535, 65_536, 200_001])
  func sizes(_ count: Int) async throws {
    try await withServer { server in
      for name in ["bytes", "text", "line", "json"] where name != "json" || count >= 2 {
        let response = try get("/\(name)/\(count)", from: server)
        #expect(response["content-length"] == "\(count)")
        #expect(response.content.count == count)
        if name == "line" { #expect(!response.content.contains(0x0A)) }
        if name == "json" { #expect(throws: Never.self) { try JSONReader.read(response.content) } }
      }
    }
  }

  @Test("pretty JSON is the same document as minified JSON would be")
  func prettyJSON() async throws {
    try await withServer { server in
      let response = try get("/json/3k?pretty=1", from: server)
      #expect(response.content.count == 3072)
      #expect(response.text.contains("\n    \"id\": 3,\n"))
      #expect(throws: Never.self) { try JSONReader.read(response.content) }
    }
  }

  @Test("chunks come with extensions and trailers")
  func chunks() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      try client.send("GET /chunked?count=3&size=4&trailers=1 HTTP/1.1\r\nHost: a\r\n\r\n")
      let head = TestResponse(head: try client.receiveHead())
      #expect(head["trailer"] == "X-Chunks, X-Content-Bytes")
      let expected =
        "4;first=yes\r\n0123\r\n4;note=\"an \\\"extension\\\"\"\r\n0123\r\n4\r\n0123\r\n"
        + "0\r\nX-Chunks: 3\r\nX-Content-Bytes: 12\r\n\r\n"
      #expect(String(decoding: try client.receive(exactly: expected.utf8.count), as: UTF8.self) == expected)
    }
  }

  @Test("interim responses come before the final one")
  func interim() async throws {
    try await withServer { server in
      let hints = try TestClient(port: server.port)
      try hints.send("GET /early-hints HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try hints.receiveHead().hasPrefix("HTTP/1.1 103 Early Hints\r\nLink: "))
      #expect(try hints.receiveResponse().status == 200)

      let waiting = try TestClient(port: server.port)
      try waiting.send("POST /sink HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
      #expect(try waiting.receiveHead() == "HTTP/1.1 100 Continue\r\n\r\n")
      try waiting.send("abc")
      #expect(try waiting.receiveResponse().text == #"{"received":3}"#)
    }
  }

  @Test(
    "a charset's text comes in its bytes",
    arguments: [
      ("utf-8", [0x47, 0x72, 0xC3, 0xBC]), ("iso-8859-1", [0x47, 0x72, 0xFC, 0xDF]), ("utf-16le", [0x47, 0, 0x72, 0]),
      ("utf-16be", [0, 0x47, 0, 0x72]), ("windows-1252", [0x93, 0x47, 0x72, 0xFC]),
      ("shift_jis", [0x93, 0xFA, 0x96, 0x7B]),
    ] as [(String, [UInt8])])
  func charset(_ name: String, _ start: [UInt8]) async throws {
    try await withServer { server in
      let response = try get("/charset/\(name)", from: server)
      #expect(response["content-type"] == "text/plain; charset=\(name)")
      #expect(Array(response.content.prefix(4)) == start)
    }
  }

  @Test("authentication takes the right credentials only")
  func authentication() async throws {
    try await withServer { server in
      let right = try get("/basic-auth/a/bc", from: server, fields: ["Authorization: basic YTpiYw=="])
      #expect(right.status == 200)
      let wrong = try get("/basic-auth/a/bc", from: server, fields: ["Authorization: Basic YTpiZA=="])
      #expect(wrong.status == 401)
      #expect(wrong["www-authenticate"]?.hasPrefix("Basic realm=") == true)
      #expect(try get("/bearer", from: server, fields: ["Authorization: Bearer abc"]).status == 200)
      #expect(try get("/bearer", from: server, fields: ["Authorization: Bearer"]).status == 401)
    }
  }

  @Test("an unknown path names near ones, and another method gets Allow")
  func unknown() async throws {
    try await withServer { server in
      let unknown = try get("/note", from: server)
      #expect(unknown.status == 404)
      #expect(unknown.text.contains("\"/notes/1\""))
      let other = try get("/notes/1", from: server, method: "POST")
      #expect(other.status == 405)
      #expect(other["allow"] == "GET, HEAD, PUT, PATCH, DELETE, OPTIONS")
    }
  }
}
