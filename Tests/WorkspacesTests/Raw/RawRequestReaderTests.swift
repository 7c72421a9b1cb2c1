import HTTPMessages
import Testing
import Workspaces

struct RawRequestReaderTests {
  private let composer = RequestComposer(
    scope: VariableScope(provided: ["h": "h:81", "base": "http://h:81/api", "t": "T"]), userAgent: "barewire/1")

  private func form(_ text: String, _ request: SavedRequest = SavedRequest(name: "r", url: "http://{{h}}/")) throws
    -> SavedRequest
  {
    try RawRequestReader.form(from: Array(text.utf8), keeping: request, composer: composer)
  }

  @Test("a form that was detached and not changed comes back as it was")
  func unchanged() throws {
    for body in [
      RequestBody.none, .json("{\"a\": \"{{t}}\"}"), .form([NamedValue("{{t}}", "a b"), NamedValue("c", "d")]),
      .text("x\n", contentType: nil), .text("x", contentType: "a/b"),
    ] {
      var request = SavedRequest(name: "r", method: "POST", url: "http://{{h}}/{{t}}?a=ü")
      request.fields = [NamedValue("X", "{{t}}"), NamedValue("Off", "1", isEnabled: false)]
      request.body = body
      request.auth = .basic(user: "u", password: "{{t}}")
      request.droppedAutomaticFields = ["accept"]
      request.options.httpVersion = .http10
      request.options.redirects = .follow
      var raw = request
      raw.rawBytes = try composer.prepare(request).bytes
      #expect(try RawRequestReader.form(from: raw.rawBytes ?? [], keeping: raw, composer: composer) == request)
    }
  }

  @Test("bytes become method, URL, fields and body; what is not there is dropped")
  func changed() throws {
    let form = try form(
      "PUT /new?x HTTP/1.1\r\nHost: other\r\nX: 1\r\nX:2\r\nContent-Type: application/json; charset=utf-8\r\n"
        + "Content-Length: 2\r\n\r\n{}")
    #expect(form.method == "PUT")
    #expect(form.url == "http://{{h}}/new?x")
    #expect(
      form.fields == [
        NamedValue("Host", "other"), NamedValue("X", "1"), NamedValue("X", "2"),
        NamedValue("Content-Type", "application/json; charset=utf-8"),
      ])
    #expect(form.body == .json("{}"))
    #expect(form.droppedAutomaticFields == ["user-agent", "accept", "accept-encoding"])
    #expect(
      try composer.prepare(form).bytes
        == Array(
          ("PUT /new?x HTTP/1.1\r\nHost: other\r\nX: 1\r\nX: 2\r\nContent-Type: application/json; charset=utf-8\r\n"
            + "Content-Length: 2\r\n\r\n{}").utf8))
  }

  @Test("a variable that holds a path gives way to its value when the path changes")
  func pathInVariable() throws {
    let request = SavedRequest(name: "r", url: "{{base}}/x")
    #expect(try form("GET /api/x HTTP/1.1\r\nHost: h:81\r\n\r\n", request).url == "{{base}}/x")
    #expect(try form("GET /y HTTP/1.1\r\nHost: h:81\r\n\r\n", request).url == "http://h:81/y")
  }

  @Test("chunked content becomes the body")
  func chunked() throws {
    let form = try form(
      "POST / HTTP/1.1\r\nHost: h:81\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    #expect(form.body == .text("abcde", contentType: nil))
    #expect(form.droppedAutomaticFields.contains("content-type"))
    #expect(try composer.prepare(form).bytes.suffix(15) == Array("5\r\nabcde\r\n0\r\n\r\n".utf8)[...])
  }

  @Test(
    "what a form cannot send stays raw and says why",
    arguments: [
      ("GET / HTTP/1.1\r\nHost: h\r\n", "blank line"), ("GET / HTTP/1.1\nHost: h\n\n", "LF alone"),
      ("GET / HTTP/1.1\r\nHost : h\r\n\r\n", "colon"), ("", "stay raw"),
      ("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nabc", "stay raw"),
      (
        "GET / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "more follows the first request, from byte 27"
      ),
      ("GET /a/../b HTTP/1.1\r\nHost: h\r\n\r\n", "target “/a/../b”"),
      ("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", "target “*”"),
      ("GET http://o/ HTTP/1.1\r\nHost: o\r\n\r\n", "target “http://o/”"),
      ("GET / HTTP/1.1\r\nHost: h\r\nX: {{t}}\r\n\r\n", "“{{t}}” in the value of the field “X”"),
      (
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\nx\r\n0\r\n\r\n",
        "chunks have extensions"
      ),
      ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n", "has trailers"),
    ])
  func staysRaw(_ text: String, _ words: String) {
    #expect {
      try form(text)
    } throws: { error in
      #expect(String(describing: error).contains(words))
      return error is RawRequestError
    }
  }

  @Test("bytes that are not UTF-8 stay raw")
  func notUTF8() {
    let bytes = Array("GET / HTTP/1.1\r\nHost: h\r\nX: caf".utf8) + [0xE9] + Array("\r\n\r\n".utf8)
    #expect(throws: RawRequestError.notUTF8(.fieldValue("X"))) {
      try RawRequestReader.form(from: bytes, keeping: SavedRequest(name: "r", url: "h"))
    }
  }
}
