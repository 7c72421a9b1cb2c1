import HTTP2
import HTTPMessages
import Testing

@Suite struct TextTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func bytes(_ fields: [(String, String)]) -> [(name: [UInt8], value: [UInt8])] {
    fields.map { (Array($0.0.utf8), Array($0.1.utf8)) }
  }

  private func lines(_ fields: [HeaderField]) -> [String] { fields.map { "\(text($0.name))=\(text($0.value))" } }

  @Test("a request is written as HTTP/1 would, with Host and one Cookie")
  func request() {
    let fields =
      getRequest + [HeaderField("cookie", "a=1"), HeaderField("accept", "*/*"), HeaderField("cookie", "b=2")]
    let written = HTTP1Text(fields, as: .request, version: "HTTP/1.1")
    #expect(
      text(written.bytes)
        == "GET / HTTP/1.1\r\nHost: a.example\r\ncookie: a=1; b=2\r\naccept: */*\r\n\r\n")
    #expect(written.notes.map(\.change) == [.joined])
  }

  @Test("CONNECT has the authority as its target, and what has no place in HTTP/1 is a field")
  func connect() {
    let fields = [
      HeaderField(":method", "CONNECT"), HeaderField(":authority", "a:443"), HeaderField(":color", "red"),
    ]
    #expect(
      text(HTTP1Text(fields, as: .request).bytes) == "CONNECT a:443 HTTP/2\r\nHost: a:443\r\n:color: red\r\n\r\n")
  }

  @Test("a response has its status and no reason, trailers have no start line")
  func response() {
    #expect(text(HTTP1Text(okResponse, as: .response).bytes) == "HTTP/2 200 \r\nserver: x\r\n\r\n")
    #expect(text(HTTP1Text([HeaderField("a", "b")], as: .trailers).bytes) == "a: b\r\n\r\n")
  }

  @Test("no field can become two lines, and no word of a start line two", arguments: 1...50)
  func injection(seed: Int) {
    var dice = Dice(seed)
    let odd = Array("\r\n\0 :a\t".utf8)
    func word() -> [UInt8] { (0..<dice.below(6)).map { _ in odd[dice.below(odd.count)] } }
    for _ in 0..<40 {
      let fields =
        [
          HeaderField(name: Array(":method".utf8), value: word()),
          HeaderField(name: Array(":path".utf8), value: word()),
        ]
        + (0..<3).map { _ in HeaderField(name: word(), value: word()) }
      let text = HTTP1Text(fields, as: .request)
      let lineCount = text.bytes.count { $0 == 0x0a }
      #expect(lineCount <= 5 && text.bytes.count { $0 == 0x0d } == lineCount && !text.bytes.contains(0))
      #expect(text.bytes.prefix { $0 != 0x0d }.count { $0 == 0x20 } == 2)
      let back = HTTP2Fields(
        method: word(), target: word(), scheme: "https", fields: fields.map { ($0.name, $0.value) })
      #expect(
        back.fields.allSatisfy { field in
          !field.value.contains { $0 == 0 || $0 == 0x0a || $0 == 0x0d } && !field.name.contains { $0 <= 0x20 }
        })
    }
  }

  @Test("a request of HTTP/1 becomes fields of HTTP/2, and what was changed is told")
  func fields() {
    let made = HTTP2Fields(
      method: Array("POST".utf8), target: Array("/a?b".utf8), scheme: "https",
      fields: bytes([
        ("Host", "a.example"), ("Connection", "close, X-Hop"), ("X-Hop", "1"), ("Accept", " */* "),
        ("te", "trailers, gzip"),
        ("Authorization", "secret"), ("x-a", "b\r\nc"), ("Upgrade", "h2c"), ("HTTP2-Settings", "AAMA"),
      ]))
    #expect(
      lines(made.fields) == [
        ":method=POST", ":scheme=https", ":authority=a.example", ":path=/a?b", "accept=*/*", "te=trailers",
        "authorization=secret", "x-a=b  c",
      ])
    #expect(
      made.notes.map { "\(text($0.name)) \($0.change)" } == [
        "Host movedToAuthority", "Connection dropped", "X-Hop dropped", "Accept lowercased", "Accept trimmed",
        "te reducedToTrailers", "Authorization lowercased", "x-a madeSafe", "Upgrade dropped", "HTTP2-Settings dropped",
      ])
    #expect(made.fields.filter(\.isNeverIndexed).map { text($0.name) } == ["authorization"])
    #expect(HeadCheck(made.fields, as: .request).findings.isEmpty)
    #expect(made.notes.allSatisfy { $0.message.hasSuffix(".") })
  }

  @Test(
    "each form of a target has its pseudo-fields",
    arguments: [
      ("GET", "/", "https / h"), ("OPTIONS", "*", "https * h"), ("GET", "HTTP://b:8080", "http / b:8080"),
      ("OPTIONS", "http://b", "http * b"), ("GET", "http://b?x", "http /?x b"), ("GET", "/a://b", "https /a://b h"),
      ("CONNECT", "c:443", "nil nil c:443"),
    ])
  func targets(method: String, target: String, expected: String) {
    let made = HTTP2Fields(
      method: Array(method.utf8), target: Array(target.utf8), scheme: "https", fields: bytes([("host", "h")]))
    let found = [":scheme", ":path", ":authority"].map { name in
      made.fields.first { text($0.name) == name }.map { text($0.value) } ?? "nil"
    }
    #expect(found.joined(separator: " ") == expected)
    #expect(HeadCheck(made.fields, as: .request).findings.isEmpty)
  }

  @Test("a response goes to HTTP/2 and back")
  func responses() {
    let made = HTTP2Fields(status: 404, fields: bytes([("Server", "x"), ("Transfer-Encoding", "chunked")]))
    #expect(lines(made.fields) == [":status=404", "server=x"])
    #expect(text(HTTP1Text(made.fields, as: .response).bytes) == "HTTP/2 404 \r\nserver: x\r\n\r\n")
  }

  @Test("what is written for comparison is read by the parser of HTTP/1 without a finding")
  func parsed() {
    let written = HTTP1Text(getRequest + [HeaderField("accept", "*/*")], as: .request, version: "HTTP/1.1")
    var parser = MessageParser(.request)
    var events = ParseEvents()
    _ = written.bytes.withUnsafeBytes { parser.parse($0, into: &events) }
    #expect(events.allSatisfy { $0.kind != .diagnostic } && parser.isBetweenMessages)
  }
}
