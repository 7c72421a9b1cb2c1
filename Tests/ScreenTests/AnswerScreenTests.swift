import Documents
import Exchanges
import HTTPMessages
import Pictures
import Recordings
import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct AnswerScreenTests {
  @Test(
    "an answer: headers beside the body, or above it where columns are few",
    arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 200, height: 60)])
  func answer(_ size: Size) async throws {
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete)
    fixture.rows(.headers, AnswerFixture.headers)
    fixture.rows(.pretty, AnswerFixture.json)
    try ScreenExpectation.check(fixture.workbench, size, "answer-\(size.width)x\(size.height)")
  }

  @Test("a field that is unfolded: what it means, its parts and what is wrong; its remark stands beside the title")
  func unfolded() async throws {
    let size = Size(width: 120, height: 30)
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete)
    fixture.command(.focusHeaders)
    func row(_ text: String, _ role: TextRole) -> DocumentRow {
      DocumentRow(text: text, spans: [.init(range: 0..<text.utf8.count, role: role)])
    }
    var cookie = row("Set-Cookie: id=\u{1B}[31m; SameSite=None", .fieldValue)
    cookie.remark = RowRemark(
      text: "▲ \u{1B}[31mSameSite=None without Secure: browsers refuse it.", role: .diagnosticError)
    fixture.rows(
      .headers,
      [
        row("HTTP/1.1 200 OK", .startLine),
        DocumentRow(text: "Date: Mon, 23 Nov 2026 10:00:00 GMT", remark: RowRemark(text: "3 minutes ago")), cookie,
        row("  browsers refuse the cookie “id”", .note), row("    SameSite  None", .key),
        row("  ▲ error: SameSite=None without Secure", .diagnosticError),
      ])
    fixture.command(.moveDown, .moveDown)
    try ScreenExpectation.check(fixture.workbench, size, "field-unfolded")
  }

  @Test("a malformed answer with its finding, and nothing of it that drives a terminal")
  func malformed() async throws {
    let size = Size(width: 120, height: 40)
    var fixture = try await AnswerFixture(size)
    fixture.went(.malformed, .closed(.byPeer)) { summary in
      summary.reason = "OK \u{1B}[31mred\u{7}\u{9B}2J"
      summary.location = "http://evil/\u{202E}gnp.exe\u{1B}]0;title\u{7}"
      summary.diagnostics = [Diagnostic(code: .chunkSizeInvalid, range: 120..<122)]
    }
    fixture.rows(.headers, ["HTTP/1.1 200 OK \u{1B}[31mred", "X-Bidi: \u{202E}desrever", "X-Wide: 世界世界世界世界世界世界世界世界"])
    fixture.rows(
      .pretty, ["a\u{1B}[2Jb\u{0}c\u{7F}d\u{85}e", "tab\there", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} family"])
    let text = WorkbenchScreen().draw(fixture.workbench, size: size, now: ScreenFixtures.start).text()
    let harmful = text.unicodeScalars.filter { scalar in
      scalar != "\n" && (scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || 0x202A...0x202E ~= scalar.value)
    }
    #expect(harmful.isEmpty)
    try ScreenExpectation.check(fixture.workbench, size, "malformed")
  }

  @Test("what is told of a body leaves the cursor's row and the number of rows in sight")
  func place() async throws {
    let size = Size(width: 120, height: 40)
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete)
    fixture.rows(.pretty, AnswerFixture.json, note: "more than there is room for beside the names of the views")
    let text = WorkbenchScreen().draw(fixture.workbench, size: size, now: ScreenFixtures.start).text()
    #expect(text.contains("Note  more than there"))
    #expect(text.contains("…  1/4│"))
  }

  @Test("a connection that failed says why, in the panel and in the body's place")
  func failed() async throws {
    let size = Size(width: 80, height: 24)
    var fixture = try await AnswerFixture(size)
    let reason = "Nothing listens on 127.0.0.1:40123 (connection refused): check the port, or start the server."
    fixture.went(.failed(.connect(reason)), .failed(reason: reason)) { summary in
      (summary.statusCode, summary.reason, summary.version, summary.fieldCount) = (nil, nil, nil, 0)
    }
    fixture.command(.focusConnection)
    try ScreenExpectation.check(fixture.workbench, size, "failed")
  }

  @Test(
    "each view of a connection over the whole screen",
    arguments: [Command.showEvents, .showSecurity, .showKernel, .showWaterfall])
  func connectionViews(_ command: Command) async throws {
    let size = Size(width: 100, height: 20)
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete)
    fixture.command(command, .zoom)
    try ScreenExpectation.check(fixture.workbench, size, "connection-\(command)")
  }

  @Test("a network that is made worse is a caution, and what Alt-Svc offers stands with what TLS agreed on")
  func conditionAndAlternatives() async throws {
    let size = Size(width: 200, height: 40)
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete) { summary in
      summary.alternativeServices = #"h3=":443"; ma=3600"#
      summary.connection?.condition = "delay=200ms"
      summary.connection?.tls = TLSSummary(
        version: "TLS 1.3", cipher: "TLS_AES_256_GCM_SHA384", group: "X25519", applicationProtocol: "http/1.1",
        serverName: "localhost", indicatedName: "localhost", isResumed: false, earlyData: .notSent,
        peerSignatureAlgorithm: nil, clientCertificate: .notRequested, offer: TLSSummary.Offer(),
        identity: ServerIdentity(trust: .verified, path: [], unused: [], failures: []), insecurity: nil)
    }
    let canvas = WorkbenchScreen().draw(fixture.workbench, size: size, now: ScreenFixtures.start)
    let lines = canvas.text().split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.firstIndex { $0.contains("bad network: delay=200ms") })
    let x = try #require(lines[y].firstRange(of: "bad network")).lowerBound
    let column = lines[y][..<x].unicodeScalars.count
    #expect(canvas[column, y].style == Theme.terminal.caution)
    #expect(canvas[column - 3, y].style != Theme.terminal.caution)
    fixture.command(.showSecurity, .zoom)
    let text = WorkbenchScreen().draw(fixture.workbench, size: size, now: ScreenFixtures.start).text()
    #expect(text.contains("also offered: HTTP/3 on port 443 for 1 hour"))
  }

  @Test("a redirect that is to be asked about is offered with its key, and a long Location does not push that away")
  func offeredRedirect() async throws {
    let size = Size(width: 80, height: 24)
    var fixture = try await AnswerFixture(size, asksAboutRedirects: true)
    fixture.command(.focusRequest)
    fixture.went(.complete) { summary in
      (summary.statusCode, summary.location) = (302, "/" + String(repeating: "x", count: 1000))
    }
    #expect(fixture.workbench.popup == nil)
    let rows = WorkbenchScreen().draw(fixture.workbench, size: size, now: ScreenFixtures.start).text()
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.contains { $0.hasPrefix(" Alt+g Follow the redirect: the answer (302) leads to") })
  }

  @Test("a refused certificate is told with the keys that trust it")
  func refusedCertificate() async throws {
    let size = Size(width: 120, height: 40)
    var fixture = try await AnswerFixture(size)
    let reason = "The certificate of “localhost” expired on 2026-11-22 20:26:04 UTC."
    let certificate = ServerIdentity.Certificate(
      subject: "CN=localhost", issuer: "CN=Practice Root", shortName: "localhost", names: ["localhost"],
      notBefore: "2026-10-23 20:26:04 UTC", notAfter: "2026-11-22 20:26:04 UTC", key: "EC P-256",
      signatureAlgorithm: "ecdsa-with-SHA256", serialNumber: "01", sha256Fingerprint: "AA:BB", isAuthority: false,
      isSelfSigned: false, pem: "")
    fixture.went(.failed(.handshake(reason)), .failed(reason: reason)) { summary in
      (summary.statusCode, summary.reason, summary.version, summary.fieldCount) = (nil, nil, nil, 0)
      summary.connection?.serverIdentity = ServerIdentity(
        trust: .refused, path: [.init(certificate: certificate, presentedAt: 0, isTrusted: false, failures: [reason])],
        unused: [], failures: [reason])
    }
    fixture.command(.focusBody)
    try ScreenExpectation.check(fixture.workbench, size, "refused-certificate")
  }

  @Test("what is wrong with a body that could not be decoded stands in full")
  func codingFailed() async throws {
    let size = Size(width: 120, height: 30)
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete)
    fixture.rows(.headers, AnswerFixture.headers)
    fixture.rows(
      .pretty, ["not gzip"], note: "gzip: 0 bytes from 22 bytes",
      problem: "The gzip content is broken at byte 2: incorrect header check.")
    try ScreenExpectation.check(fixture.workbench, size, "coding-failed")
  }

  @Test("the wire view with the byte under the cursor and its part")
  func wire() async throws {
    let size = Size(width: 120, height: 30)
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete)
    fixture.command(.showWire)
    fixture.rows(.headers, AnswerFixture.headers)
    let bytes = ByteReference(direction: .sent, range: 0..<8)
    fixture.rows(
      .wire,
      [
        DocumentRow(
          text: "↑ 0.200 ms  61 B  request",
          spans: [.init(range: 0..<3, role: .sentMarker), .init(range: 4..<12, role: .time)]),
        DocumentRow(
          text: "  GET /hel  47 45 54 20 2f 68 65 6c  method, target", source: bytes,
          cells: ByteCells(hexColumn: 12, textColumn: 2, count: 8)),
        DocumentRow(text: "↓ 12.400 ms  154 B  response"),
      ])
    fixture.command(.moveDown)
    if let byte = fixture.workbench.viewer.body.byteAtCursor {
      ScreenFixtures.act(&fixture.workbench, size, .partNamed(byte, fixture.exchange, "method"))
    }
    try ScreenExpectation.check(fixture.workbench, size, "wire")
  }

  @Test(
    "two answers compared: side by side where there is room, with a sign before what differs",
    arguments: [Size(width: 120, height: 30), Size(width: 80, height: 24)])
  func difference(_ size: Size) async throws {
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete)
    fixture.command(.send, .compare, .activate)
    func half(_ text: String, _ role: TextRole) -> DocumentRow {
      DocumentRow(text: text, spans: [.init(range: 0..<text.utf8.count, role: role)])
    }
    var rows = [half("--- GET /a", .removed), half("+++ GET /a", .added), DocumentRow(text: "  HTTP/1.1 200 OK")]
    let texts = ["- Age: 1 \u{1B}[31m 世界", "+ Age: 2"]
    if size.width == 120 {
      let divider = texts[0].utf8.count..<texts[0].utf8.count + 5
      rows[2] = DocumentRow(text: "  HTTP/1.1 200 OK │   HTTP/1.1 200 OK", divider: 17..<22)
      rows.append(DocumentRow(text: texts.joined(separator: " │ "), divider: divider))
    } else {
      rows += [half(texts[0], .removed), half(texts[1], .added)]
    }
    fixture.rows(.difference, rows + [half("⋯ 12 equal rows", .note)], note: "1 difference")
    try ScreenExpectation.check(fixture.workbench, size, "difference-\(size.width)x\(size.height)")
  }

  @Test("a picture: its format and size with the key that shows it, then two pixels in each cell")
  func picture() async throws {
    let size = Size(width: 80, height: 24)
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete) { $0.contentType = "image/gif" }
    fixture.rows(.pretty, ["GIF, 64×40, 1423 bytes"])
    try ScreenExpectation.check(fixture.workbench, size, "picture-header")
    fixture.command(.showPicture)
    let shown = try #require(fixture.workbench.viewer.picture)
    let file = try #require(TestCard(width: 64, height: 40).encoded(as: .gif))
    let decoded = try Picture(decoding: file, fitting: shown.room)
    ScreenFixtures.act(&fixture.workbench, size, .decoded(shown, .success(.pixels(decoded))))
    try ScreenExpectation.check(fixture.workbench, size, "picture")
  }

  @Test("raw bytes with a finding that takes more than one row")
  func raw() async throws {
    let size = Size(width: 80, height: 24)
    var workbench = try await ScreenFixtures.opened(size)
    ScreenFixtures.act(&workbench, size, .command(.focusRequest))
    for case .prepare(let id, _, let generation) in ScreenFixtures.act(&workbench, size, .command(.toggleRaw)) {
      let bytes = Array("GET /hello HTTP/1.1\r\nHost: a\r\n".utf8)
      ScreenFixtures.act(
        &workbench, size,
        .prepared(id, generation: generation, RequestPreview(bytes: bytes), automaticFields: []))
    }
    ScreenFixtures.act(
      &workbench, size, .edit(.text(.move(.documentEnd))), .edit(.text(.insert("no line end"))))
    try ScreenExpectation.check(workbench, size, "raw-finding")
  }

  @Test("where one pane fills the screen, the request's title tells of the answer")
  func narrow() async throws {
    let size = Size(width: 60, height: 16)
    var fixture = try await AnswerFixture(size)
    fixture.went(.complete)
    fixture.command(.focusRequest)
    try ScreenExpectation.check(fixture.workbench, size, "answer-narrow")
  }

  @Test("the question before leaving with unsaved work")
  func quit() async throws {
    let size = Size(width: 80, height: 24)
    var workbench = try await ScreenFixtures.opened(size)
    ScreenFixtures.act(
      &workbench, size, .command(.focusRequest), .edit(.focus(.url)), .edit(.text(.insert("x"))), .command(.quit))
    try ScreenExpectation.check(workbench, size, "quit")
  }

  @Test("the help")
  func help() async throws {
    let size = Size(width: 80, height: 24)
    var workbench = try await ScreenFixtures.opened(size)
    ScreenFixtures.act(&workbench, size, .command(.help), .command(.pageDown))
    try ScreenExpectation.check(workbench, size, "help")
  }

  @Test("a message that is wider than the screen is shown whole")
  func longMessage() async throws {
    let size = Size(width: 80, height: 24)
    var workbench = try await ScreenFixtures.opened(size)
    let text =
      "There is no variable “hoost” in the environment “local”: write {{host}}, or add hoost to the environment."
    ScreenFixtures.act(&workbench, size, .message(.problem(text)))
    try ScreenExpectation.check(workbench, size, "long-message")
  }
}
