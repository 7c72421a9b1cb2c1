import HTTP2
import HTTPMessages
import Testing

@Suite struct ViolationTests {
  static let all = Violation.frames + Violation.streams + Violation.messages

  @Test("each broken rule is found, alone, with the effect that it has", arguments: all)
  func found(violation: Violation) throws {
    let bytes = wire(violation.write)
    var machine = violation.machine
    let start = machine.reader.offset
    machine.receive(bytes)
    let events = machine.takeEvents()
    #expect(Set(events.codes) == Set(violation.others + [violation.code]))
    let diagnostic = try #require(events.diagnostics.last { $0.code == violation.code })
    #expect(diagnostic.range.lowerBound >= start && diagnostic.range.upperBound <= start + bytes.count)
    let frames = machine.takeFrames().frames
    switch diagnostic.effect {
    case .none:
      #expect(machine.failure == nil)
    case .stream(let code):
      #expect(machine.failure == nil)
      let resets = frames.filter { $0.content == .resetStream(code) && $0.stream == diagnostic.stream }
      #expect(resets.count == 1)
      #expect(machine.state(of: diagnostic.stream) == .closed)
    case .connection(let code):
      #expect(machine.failure?.diagnostic == diagnostic && machine.isFinished)
      guard case .goAway(_, code, let words)? = frames.last?.content else {
        Issue.record("no GOAWAY with \(code.name)")
        return
      }
      #expect(String(decoding: words, as: UTF8.self).hasPrefix(diagnostic.message))
    }
  }

  @Test("each broken rule is the same however the bytes are cut", arguments: all)
  func cuts(violation: Violation) {
    let bytes = wire(violation.write)
    var whole = violation.machine
    whole.receive(bytes)
    var pieces = violation.machine
    for byte in bytes { pieces.receive([byte]) }
    func told(_ machine: inout HTTP2Machine) -> [HTTP2Event] {
      machine.takeEvents().filter {
        if case .content = $0 { return false }
        return true
      }
    }
    #expect(told(&pieces) == told(&whole))
    #expect(pieces.takeOutput() == whole.takeOutput())
  }

  @Test(
    "what is no HTTP/2 at all is told as what it is",
    arguments: [
      (HTTP2Role.server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", HTTP2Diagnostic.Code.prefaceHTTP1),
      (.server, "PRI * HTTP/2.0\r\n\r\nXM\r\n\r\n", .prefaceInvalid),
      (.server, "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", .prefaceTLS),
      (.client, "HTTP/1.1 400 Bad Request\r\n\r\n", .prefaceHTTP1),
      (.client, "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{46}\u{0}\u{0}", .prefaceTLS),
    ])
  func otherProtocols(role: HTTP2Role, text: String, code: HTTP2Diagnostic.Code) {
    var machine = HTTP2Machine(role, configuration: .client)
    machine.start(now: 0)
    machine.receive(Array(text.utf8))
    #expect(machine.takeEvents().codes == [code])
    #expect(machine.failure?.diagnostic.code == code)
  }

  @Test("a side that does not begin with its settings is refused", arguments: HTTP2Role.allCases)
  func settingsFirst(role: HTTP2Role) {
    var machine = HTTP2Machine(role, configuration: .server)
    machine.start(now: 0)
    machine.receive {
      if role == .server { $0.preface() }
      $0.ping([0, 0, 0, 0, 0, 0, 0, 0])
    }
    #expect(machine.failure?.diagnostic.code == .prefaceSettingsMissing)
  }

  @Test("settings that nobody acknowledges end the connection when their time has passed")
  func settingsTimeout() throws {
    var machine = HTTP2Machine(.client, configuration: .client)
    machine.start(now: 5)
    let deadline = try #require(machine.deadline)
    machine.timerFired(now: deadline - 1)
    #expect(machine.failure == nil)
    machine.timerFired(now: deadline)
    #expect(machine.failure?.code == .settingsTimeout && machine.deadline == nil)
  }

  @Test("a stream that is opened after GOAWAY is refused and may be sent again")
  func afterGoAway() {
    var machine = HTTP2Machine.open(.server)
    machine.goAway()
    machine.receive { $0.headers(request(), stream: 1, endStream: true) }
    #expect(machine.takeEvents().codes == [.streamAfterGoAway])
    #expect(machine.takeFrames().frames.last?.content == .resetStream(.refusedStream))
  }

  @Test("there is a case for every code")
  func completeness() {
    let elsewhere: Set<HTTP2Diagnostic.Code> = [
      .prefaceInvalid, .prefaceHTTP1, .prefaceTLS, .prefaceSettingsMissing, .settingsAcknowledgementMissing,
      .streamAfterGoAway,
    ]
    let missing = Set(HTTP2Diagnostic.Code.allCases).subtracting(Self.all.map(\.code)).subtracting(elsewhere)
    #expect(missing.isEmpty)
  }

  @Test("malformed messages are only told of where the configuration says so")
  func lenient() {
    var configuration = HTTP2Configuration.client
    configuration.refusesMalformedMessages = false
    var machine = HTTP2Machine.open(.client, configuration)
    _ = try? machine.openStream(getRequest, endStream: true)
    machine.receive {
      $0.headers(response(("Server", "x"), ("connection", "close"), ("content-length", "9")), stream: 1)
      $0.data("four", stream: 1, endStream: true)
    }
    let events = machine.takeEvents()
    #expect(events.codes == [.fieldNameUppercase, .fieldConnectionSpecific, .contentLengthDiffering])
    #expect(events.meanings.contains(.messageEnded(1)) && events.meanings.contains(.streamClosed(1)))
    #expect(machine.failure == nil)
  }

  @Test("identifiers are unique, sentences end in a full stop")
  func facts() {
    let codes = HTTP2Diagnostic.Code.allCases
    #expect(Set(codes.map(\.identifier)).count == codes.count)
    #expect(codes.allSatisfy { $0.identifier != "none" && $0.message.hasSuffix(".") })
    #expect(codes.allSatisfy { $0.effect == .none || $0.severity == .error || $0 == .streamAfterGoAway })
  }
}
