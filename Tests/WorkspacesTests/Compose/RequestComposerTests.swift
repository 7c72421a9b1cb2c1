import Foundation
import Testing
import Workspaces

struct RequestComposerTests {
  private let composer = RequestComposer(
    scope: VariableScope(provided: ["practice": "127.0.0.1:8080", "crlf": "a\r\nX: y", "who": "wïre"]),
    userAgent: "barewire/1")

  private func text(_ request: SavedRequest) throws -> String {
    String(decoding: try composer.prepare(request).bytes, as: UTF8.self)
  }

  private func request(_ method: String = "GET", _ url: String = "http://{{practice}}/p") -> SavedRequest {
    SavedRequest(name: "r", method: method, url: url)
  }

  @Test("a request is its line, Host, the fields in order, then what Barewire adds")
  func order() throws {
    var request = request("GET", "http://{{practice}}/hello?name={{who}}#top")
    request.fields = [
      NamedValue("X-Two", "2"), NamedValue("X-Off", "no", isEnabled: false), NamedValue("x-one", "{{who}}"),
      NamedValue("X-Two", "again"), NamedValue("", ""),
    ]
    #expect(
      try text(request)
        == "GET /hello?name=w%C3%AFre HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nX-Two: 2\r\nx-one: wïre\r\nX-Two: again\r\n"
        + "User-Agent: barewire/1\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n")
    let prepared = try composer.prepare(request)
    #expect(prepared.host == "127.0.0.1")
    #expect(prepared.port == 8080)
    #expect(prepared.notes == [.fragmentDropped("top")])
    #expect(prepared.parts.count == 1)
  }

  @Test("a field of the same name takes the place of an automatic one, and a dropped one is not sent")
  func overrides() throws {
    var request = request()
    request.fields = [
      NamedValue("host", "other.example"), NamedValue("USER-AGENT", "me"),
      NamedValue("Accept", "off", isEnabled: false),
    ]
    request.droppedAutomaticFields = ["accept-encoding"]
    #expect(try text(request) == "GET /p HTTP/1.1\r\nhost: other.example\r\nUSER-AGENT: me\r\nAccept: */*\r\n\r\n")
    #expect(
      composer.automaticFields(for: request) == [
        AutomaticField("Host", "127.0.0.1:8080", isOverridden: true),
        AutomaticField("User-Agent", "barewire/1", isOverridden: true),
        AutomaticField("Accept", "*/*"), AutomaticField("Accept-Encoding", "gzip, deflate, br, zstd", isDropped: true),
      ])
  }

  @Test(
    "each kind of body has its type, its bytes and its length",
    arguments: [
      (.text("{{who}}\n", contentType: nil), "text/plain; charset=utf-8", "wïre\n"),
      (.text("", contentType: "text/{{who}}"), "text/wïre", ""),
      (.json("{\"a\": \"{{who}}\"}"), "application/json", "{\"a\": \"wïre\"}"),
      (
        .form([
          NamedValue("a b", "c&d=é*"), NamedValue("off", "x", isEnabled: false), NamedValue("{{who}}", "~"),
          NamedValue("", ""),
        ]),
        "application/x-www-form-urlencoded", "a+b=c%26d%3D%C3%A9*&w%C3%AFre=%7E"
      ),
    ] as [(RequestBody, String, String)])
  func bodies(_ body: RequestBody, _ type: String, _ content: String) throws {
    var request = request("POST")
    request.body = body
    let text = try text(request)
    #expect(text.hasSuffix("\r\nContent-Type: \(type)\r\nContent-Length: \(content.utf8.count)\r\n\r\n\(content)"))
  }

  @Test("methods that anticipate content say that there is none; others say nothing")
  func emptyContent() throws {
    #expect(try text(request("POST")).hasSuffix("\r\nContent-Length: 0\r\n\r\n"))
    #expect(try !text(request("DELETE")).contains("Content-Length"))
  }

  @Test("a form that asks for chunked gets its body in chunks and no Content-Length")
  func chunked() throws {
    var request = request("POST")
    request.body = .text("hello", contentType: nil)
    request.fields = [NamedValue("transfer-encoding", "gzip , Chunked")]
    let text = try text(request)
    #expect(!text.contains("Content-Length"))
    #expect(text.hasSuffix("\r\n\r\n5\r\nhello\r\n0\r\n\r\n"))
  }

  @Test("Auth and the URL's user make an Authorization field")
  func authorization() throws {
    var basic = request()
    basic.auth = .basic(user: "Aladdin", password: "open sesame")
    #expect(try text(basic).contains("\r\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n"))
    var bearer = request("GET", "http://ignored@h/")
    bearer.auth = .bearer(token: "{{who}}")
    #expect(try text(bearer).contains("\r\nAuthorization: Bearer wïre\r\n"))
    #expect(try composer.prepare(bearer).notes == [.userOfURLIgnored("ignored")])
    let url = request("GET", "http://Aladdin:open%20sesame@h/")
    #expect(try text(url).contains("\r\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n"))
    #expect(try composer.prepare(url).notes == [.userFromURL("Aladdin")])
    basic.auth = .basic(user: "a:b", password: "")
    #expect(throws: ComposeError.colonInUserName) { try composer.prepare(basic) }
  }

  @Test("HTTP/1.0 asks to keep the connection; CONNECT names host and port")
  func versionsAndConnect() throws {
    var old = request()
    old.options.httpVersion = .http10
    #expect(try text(old).hasPrefix("GET /p HTTP/1.0\r\n"))
    #expect(try text(old).hasSuffix("\r\nConnection: keep-alive\r\n\r\n"))
    #expect(try text(request("CONNECT", "http://[::1]/")).hasPrefix("CONNECT [::1]:80 HTTP/1.1\r\n"))
  }

  @Test("a line break cannot get into the head by way of the form")
  func lineBreaks() {
    func expect(_ place: RequestPlace, _ change: (inout SavedRequest) -> Void) {
      var request = request("POST")
      change(&request)
      #expect(throws: ComposeError.lineBreak(place)) { try composer.prepare(request) }
    }
    expect(.fieldValue("X")) { $0.fields = [NamedValue("X", "{{crlf}}")] }
    expect(.fieldName("X\n")) { $0.fields = [NamedValue("X\n", "")] }
    expect(.method) { $0.method = "GET\r" }
    expect(.token) { $0.auth = .bearer(token: "{{crlf}}") }
    expect(.contentType) { $0.body = .text("", contentType: "{{crlf}}") }
  }

  @Test("odd names and values are sent as they are typed")
  func oddFields() throws {
    var request = request("OD D")
    request.fields = [NamedValue("Na me ", "\u{1} v ")]
    #expect(try text(request).contains("OD D /p HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nNa me : \u{1} v \r\n"))
  }

  @Test("bytes of a detached draft go out unchanged to the URL's endpoint")
  func raw() throws {
    var request = request()
    request.rawBytes = Array("\r\nHEAD /{{x}} HTTP/9\nbroken\u{0}".utf8) + [0xFF]
    let prepared = try composer.prepare(request)
    #expect(prepared.bytes == request.rawBytes)
    #expect(prepared.method == "HEAD")
    #expect(prepared.target == "/{{x}}")
    #expect(prepared.port == 8080)
    #expect(prepared.isRaw)
    #expect(composer.automaticFields(for: request).isEmpty)
  }

  @Test("errors of variables, URL and method come before anything is sent")
  func errors() {
    #expect(throws: ComposeError.url(.empty)) { try composer.prepare(request("GET", "")) }
    #expect(throws: ComposeError.emptyMethod) { try composer.prepare(request("")) }
    #expect(throws: ComposeError.variable(.unknown(name: "x", place: .url, known: ["crlf", "practice", "who"]))) {
      try composer.prepare(request("GET", "{{x}}"))
    }
  }

  @Test("automatic fields are told even while the request cannot be composed")
  func automaticFieldsOfAnUnfinishedRequest() {
    var request = request("POST", "http://{{nowhere}}/")
    request.body = .json("{{nothing}}")
    #expect(
      composer.automaticFields(for: request).map { "\($0.name): \($0.value)" } == [
        "Host: {{nowhere}}", "User-Agent: barewire/1", "Accept: */*", "Accept-Encoding: gzip, deflate, br, zstd",
        "Content-Type: application/json", "Content-Length: ?",
      ])
  }

  @Test("a digest is sent as the answer to a challenge only, and never the password")
  func digest() throws {
    let composer = RequestComposer(
      scope: VariableScope(environment: VariableEnvironment(name: "", variables: [NamedValue("who", "ada")])),
      userAgent: "t")
    let challenges = ["Basic realm=x", #"Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256"#]
    var request = SavedRequest(name: "", method: "POST", url: "http://h/p?q")
    request.auth = .digest(user: "{{who}}", password: "lovelace")
    let first = String(decoding: try composer.prepare(request).bytes, as: UTF8.self)
    #expect(!first.contains("Authorization"))
    let text = String(decoding: try composer.prepare(request, answering: challenges).bytes, as: UTF8.self)
    #expect(text.contains(#"Authorization: Digest username="ada", realm="r", nonce="n", uri="/p?q", cnonce=""#))
    #expect(!text.contains("lovelace"))
    #expect(request.isAnswering(challenges, status: 401) && !request.isAnswering(challenges, status: 403))
    #expect(!request.isAnswering(["Basic realm=x"], status: 401))
    #expect(try composer.prepare(request, answering: ["Negotiate"]).bytes == composer.prepare(request).bytes)

    // Without a user of its own it takes the URL's.
    request.url = "http://grace:hopper@h/"
    request.auth = .digest(user: "", password: "")
    let prepared = try composer.prepare(request, answering: challenges)
    #expect(String(decoding: prepared.bytes, as: UTF8.self).contains(#"username="grace""#))
    #expect(prepared.notes.isEmpty)

    let command = CurlCommand.command(for: prepared)
    #expect(command.command.contains("--digest --user grace:hopper"))
    request.auth = .digest(user: "grace", password: "hopper")
    #expect(try CurlCommand.parse("curl -u grace:hopper --digest h").auth == request.auth)
    #expect(try CurlCommand.parse("curl --digest http://a:b@h").auth == .digest(user: "", password: ""))
  }
}
