import Documents
import Exchanges
import Recordings
import Testing
import Workbench
import Workspaces

@Suite struct SendingTests {
  @Test("an opened request is edited, sent with its variables, and answered")
  func send() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.typeURL("http://{{host}}/live")
    let sent = fixture.command(.send).sent
    #expect(sent.map(\.source.request.url) == ["http://{{host}}/live"])
    #expect(sent.first?.source.variables == [NamedValue("host", "127.0.0.1:8080")])
    let id = try #require(sent.first?.id)
    #expect(fixture.workbench.viewer.exchange == id)
    let windows = fixture.act(.went(exchanges: [.of(id, .running)], connections: [])).windows
    #expect(Set(windows.map(\.key.view)) == [.headers, .pretty])
    fixture.act(.went(exchanges: [.of(id)], connections: []))
    #expect(fixture.workbench.exchange?.summary?.statusCode == 200)
  }

  @Test("Enter in the URL line sends, in the tree it opens")
  func enter() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    #expect(fixture.open("Health").sent.isEmpty)
    #expect(fixture.workbench.focus == .request)
    #expect(fixture.act(.edit(.activate)).sent.count == 1)
  }

  @Test("several exchanges run at once, each request shows its own again, and strangers are not taken")
  func several() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    let first = try #require(fixture.command(.send).sent.first?.id)
    fixture.open("List")
    #expect(fixture.workbench.viewer.exchange == nil)
    let second = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(first, status: 201), .of(ExchangeID(999))], connections: []))
    #expect(fixture.workbench.viewer.exchange == second)
    #expect(fixture.workbench.exchange?.summary == nil)
    #expect(fixture.workbench.history[ExchangeID(999)] == nil)
    fixture.open("Health")
    #expect(fixture.workbench.exchange?.summary?.statusCode == 201)
  }

  @Test("the bytes of an older state of the draft are dropped")
  func latePreview() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    let generations = (fixture.open("Health") + fixture.typeURL("http://a/")).compactMap { effect -> Int? in
      if case .prepare(_, _, let generation) = effect { generation } else { nil }
    }
    let id = try #require(fixture.workbench.open)
    let (old, new) = (try #require(generations.first), try #require(generations.last))
    #expect(old < new)
    fixture.act(.prepared(id, generation: new, RequestPreview(bytes: Array("new".utf8)), automaticFields: []))
    fixture.act(.prepared(id, generation: old, RequestPreview(bytes: Array("old".utf8)), automaticFields: []))
    #expect(fixture.workbench.editor?.bytesToSend == Array("new".utf8))
  }

  @Test("the history goes back and forward, and says where it ends")
  func history() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    let ids = (0..<3).compactMap { _ in fixture.command(.send).sent.first?.id }
    fixture.act(.went(exchanges: ids.map { .of($0) }, connections: []))
    fixture.command(.previousExchange, .previousExchange)
    #expect(fixture.workbench.viewer.exchange == ids[0])
    fixture.command(.previousExchange)
    #expect(fixture.workbench.viewer.exchange == ids[0])
    #expect(fixture.workbench.message?.text == "This is the first exchange")
    fixture.command(.nextExchange)
    #expect(fixture.workbench.viewer.exchange == ids[1])
  }

  @Test("exchanges beyond the limit are forgotten, the oldest first, but none that runs")
  func limit() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("List")
    let kept = try #require(fixture.command(.send).sent.first?.id)
    let oldest = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(kept, .running), .of(oldest)], connections: []))
    fixture.open("Health")
    var forgotten: [ExchangeID] = []
    for _ in 2...ExchangeHistory.limit {
      let effects = fixture.command(.send)
      fixture.act(.went(exchanges: effects.sent.map { .of($0.id) }, connections: []))
      forgotten += effects.compactMap { if case .forget(let id) = $0 { id } else { nil } }
    }
    #expect(forgotten == [oldest])
    #expect(fixture.workbench.history.records.first?.id == kept)
    // Its request shows nothing that is gone.
    fixture.open("List")
    #expect(fixture.workbench.viewer.exchange == nil)
  }

  @Test("of closed connections the newest are kept")
  func closedConnections() {
    var connections = KnownConnections()
    let endpoint = Endpoint(scheme: .http, host: "h", port: 80)
    let summaries = (0..<UInt64(KnownConnections.closedLimit + 10)).map { number in
      ConnectionSummary(
        id: ConnectionID(number), endpoint: endpoint, state: .closed(.byPeer), began: Timestamp(nanoseconds: number))
    }
    connections.update(summaries, shown: [ConnectionID(3)])
    #expect(connections.all.count == KnownConnections.closedLimit + 1)
    #expect(connections.all.prefix(2).map(\.id) == [ConnectionID(3), ConnectionID(10)])
  }

  @Test("what could not be sent leaves no exchange behind")
  func notSent() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    let first = try #require(fixture.command(.send).sent.first?.id)
    let second = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.notSent(second, Sentence("There is no variable “hoost”")))
    #expect(fixture.workbench.message == .problem("There is no variable “hoost”"))
    #expect(fixture.workbench.viewer.exchange == first)
    #expect(fixture.workbench.history.records.count == 1)
  }

  private static func redirect(_ location: String, after request: SavedRequest) throws -> Redirect {
    try Redirect(after: request, at: try RequestURL("http://127.0.0.1:8080/health"), location: location, status: 301)
  }

  @Test("a key follows a redirect")
  func redirectByKey() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    let first = try #require(fixture.command(.send).sent.first?.id)
    fixture.command(.followRedirect)
    #expect(fixture.workbench.message?.text == "This answer has no Location to follow")
    #expect(fixture.act(.went(exchanges: [.of(first, status: 302, location: "/next")], connections: [])).sent.isEmpty)
    let effects = fixture.command(.followRedirect)
    let asked = effects.contains { if case .resolveRedirect(first, _, "/next", 302) = $0 { true } else { false } }
    #expect(asked)
    let next = try Self.redirect("http://127.0.0.1:8080/next", after: SavedRequest(name: "Health", url: ""))
    let followed = fixture.act(.redirectResolved(from: first, .success(next))).sent
    #expect(followed.map(\.source.request.url) == ["http://127.0.0.1:8080/next"])
    #expect(fixture.workbench.viewer.exchange == followed.first?.id)
    #expect(fixture.workbench.exchange?.redirectedFrom == first)
    #expect(fixture.workbench.editor?.draft.url == "http://{{host}}/health", "the draft stays what it was")
  }

  @Test("a redirect that is to be asked about is offered at once, or later by the key")
  func redirectAsked() async throws {
    func isFollowing(_ effects: [Effect], _ id: ExchangeID) -> Bool {
      effects.contains { if case .resolveRedirect(id, _, "/next", 302) = $0 { true } else { false } }
    }
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.act(.edit(.show(.options)), .edit(.focus(.redirects)), .edit(.activate), .edit(.choose(2)))
    #expect(fixture.workbench.editor?.draft.options.redirects == .ask)
    let first = try #require(fixture.command(.send).sent.first?.id)
    let effects = fixture.act(.went(exchanges: [.of(first, status: 302, location: "/next")], connections: []))
    #expect(!isFollowing(effects, first), "nothing goes out unasked")
    #expect(fixture.workbench.message?.offer == .followRedirect)
    #expect(fixture.workbench.message?.text == "the answer (302) leads to /next")
    #expect(isFollowing(fixture.command(.followRedirect), first))

    // Whoever types when it comes goes on typing: Enter in the URL sends, as ever, and follows nothing.
    let second = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.edit(.focus(.url)))
    fixture.act(.went(exchanges: [.of(second, status: 302, location: "/next")], connections: []))
    #expect(fixture.workbench.popup == nil && fixture.workbench.inputContext == .requestText)
    fixture.act(.edit(.text(.insert("x"))))
    #expect(fixture.workbench.editor?.draft.url.contains("x") == true)
    #expect(fixture.workbench.message == nil)
    #expect(isFollowing(fixture.command(.followRedirect), second), "the key follows it later")
    let entered = fixture.act(.edit(.activate))
    #expect(!isFollowing(entered, second) && entered.sent.count == 1)

    // Who has gone on to another request is told, not called back.
    let third = try #require(fixture.command(.send).sent.first?.id)
    fixture.open("List")
    _ = fixture.command(.send)
    fixture.act(.went(exchanges: [.of(third, status: 302, location: "/next")], connections: []))
    #expect(fixture.workbench.popup == nil)
    #expect(fixture.workbench.message?.text == "An answer leads to /next")
  }

  @Test("a challenge is answered once, in an exchange of its own, where the request authenticates by digest")
  func challenge() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    func challenged(_ id: ExchangeID, answered: Bool = false) -> Action {
      var summary = ExchangeSummary.of(id, status: 401)
      summary.challenges = ["Digest nonce=n, qop=auth"]
      summary.answersChallenge = answered
      return .went(exchanges: [summary], connections: [])
    }
    fixture.open("Health")
    let plain = try #require(fixture.command(.send).sent.first?.id)
    #expect(fixture.act(challenged(plain)).sent.isEmpty, "nobody asked for a digest")
    fixture.act(.edit(.setAuthKind(.digest)))
    let first = try #require(fixture.command(.send).sent.first)
    #expect(first.source.challenges.isEmpty)
    let again = try #require(fixture.act(challenged(first.id)).sent.first)
    #expect(again.source.challenges == ["Digest nonce=n, qop=auth"])
    #expect(fixture.workbench.viewer.exchange == again.id)
    #expect(fixture.workbench.exchange?.redirectedFrom == first.id)
    #expect(fixture.act(challenged(again.id, answered: true)).sent.isEmpty, "the answer was wrong")
  }

  @Test("redirects are followed by option, to a limit, and without calling back who has gone on")
  func redirectByOption() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.act(.edit(.show(.options)), .edit(.focus(.redirects)), .edit(.activate), .edit(.choose(1)))
    let request = try #require(fixture.workbench.editor?.draft)
    #expect(request.options.redirects == .follow)
    var id = try #require(fixture.command(.send).sent.first?.id)
    fixture.open("List")
    let list = fixture.command(.send).sent.first?.id
    var count = 0
    while count < 100 {
      let answers = fixture.act(.went(exchanges: [.of(id, status: 301, location: "/again")], connections: []))
      guard answers.contains(where: { if case .resolveRedirect = $0 { true } else { false } }) else { break }
      count += 1
      let redirect = try Self.redirect("http://127.0.0.1/\(count % 5)", after: request)
      id = try #require(fixture.act(.redirectResolved(from: id, .success(redirect))).sent.first?.id)
      #expect(fixture.workbench.viewer.exchange == list)
    }
    #expect(count == 20)
    #expect(fixture.workbench.message?.text.contains("Stopped after 20 redirects. The redirects go round") == true)
    fixture.open("Health")
    #expect(fixture.workbench.viewer.exchange == id, "the request shows the last of them")
  }

  @Test("a redirect is asked about by option, and each hop tells where it came from")
  func redirectByAsking() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.act(.edit(.show(.options)), .edit(.focus(.redirects)), .edit(.activate), .edit(.choose(2)))
    let first = try #require(fixture.command(.send).sent.first?.id)
    let answers = fixture.act(.went(exchanges: [.of(first, status: 301, location: "/there")], connections: []))
    #expect(!answers.contains { if case .resolveRedirect = $0 { true } else { false } })
    #expect(fixture.workbench.message?.offer == .followRedirect)
    let followed = fixture.command(.followRedirect)
    #expect(followed.contains { if case .resolveRedirect(first, _, "/there", 301) = $0 { true } else { false } })
    var request = SavedRequest(name: "Health", url: "")
    request.auth = .bearer(token: "x")
    let redirect = try Self.redirect("http://other.test/there", after: request)
    let effects = fixture.act(.redirectResolved(from: first, .success(redirect)))
    let note = "Authorization: not sent to http://other.test, because it is another server."
    #expect(fixture.workbench.message == .note(note))
    #expect(effects.contains { if case .send(_, _, first) = $0 { true } else { false } })
  }

  @Test("a curl command that is pasted becomes the request; one that cannot be read changes nothing")
  func curl() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    let id = try #require(fixture.workbench.open)
    fixture.act(.edit(.focus(.url)))
    let effects = fixture.act(.paste(Array("curl -X PUT http://a/b".utf8)))
    let asked = effects.contains { if case .readCurl(id, "curl -X PUT http://a/b") = $0 { true } else { false } }
    #expect(asked)
    fixture.act(.curlRead(id, .failure(Sentence("-Z is unknown"))))
    #expect(fixture.workbench.editor?.isModified == false)
    let journal = fixture.act(.curlRead(id, .success(try CurlCommand.parse("curl -X PUT http://a/b")))).journal
    #expect(fixture.workbench.editor?.draft.method == "PUT")
    #expect(fixture.workbench.editor?.draft.name == "Health", "the request keeps its name")
    #expect(journal?.map(\.request.url) == ["http://a/b"])
  }

  // MARK: By hand

  private static func opened(_ state: ConnectionState = .open) async throws -> (WorkbenchFixture, ConnectionID) {
    var fixture = try await WorkbenchFixture()
    fixture.open("Health")
    let id = try #require(fixture.workbench.open)
    let generation = fixture.act(.edit(.showRaw)).compactMap { effect -> Int? in
      if case .prepare(_, _, let generation) = effect { generation } else { nil }
    }.last
    fixture.act(
      .prepared(
        id, generation: try #require(generation), RequestPreview(bytes: Array("GET / HTTP/1.1\r\n\r\n".utf8)),
        automaticFields: []))
    let connect = fixture.command(.connect).compactMap { if case .connect(let id, _) = $0 { id } else { nil } }
    let connection = try #require(connect.first)
    fixture.act(
      .went(
        exchanges: [],
        connections: [
          ConnectionSummary(
            id: connection, endpoint: Endpoint(scheme: .http, host: "127.0.0.1", port: 8080), state: state,
            began: Timestamp(nanoseconds: 1))
        ]))
    return (fixture, connection)
  }

  @Test("bytes go out up to the cursor, and then only the rest")
  func byHand() async throws {
    var (fixture, _) = try await Self.opened()
    defer { fixture.remove() }
    fixture.act(.edit(.focus(.raw)), .edit(.text(.move(.documentStart))))
    fixture.command(.sendUpToCursor)
    #expect(fixture.workbench.history.records.isEmpty, "nothing is before the cursor")
    for _ in 0..<3 { fixture.act(.edit(.text(.move(.right)))) }
    #expect(fixture.command(.sendUpToCursor).bytesByHand == ["GET"])
    #expect(fixture.workbench.viewer.view == .wire)
    #expect(fixture.command(.sendUpToCursor).bytesByHand.isEmpty)
    #expect(fixture.command(.sendOnConnection).bytesByHand == [" / HTTP/1.1\r\n\r\n"])
    #expect(fixture.workbench.history.records.count == 1)
    let again = fixture.command(.sendOnConnection)
    #expect(again.bytesByHand == ["GET / HTTP/1.1\r\n\r\n"], "all of it was out: this is another exchange")
    #expect(fixture.workbench.history.records.count == 2)
  }

  @Test("what became of bytes by hand over HTTP/2 is said: a head is kept until it is whole")
  func byHandOnStream() async throws {
    var (fixture, connection) = try await Self.opened()
    defer { fixture.remove() }
    var summary = ConnectionSummary(
      id: connection, endpoint: Endpoint(scheme: .http, host: "127.0.0.1", port: 8080), state: .open,
      began: Timestamp(nanoseconds: 1))
    summary.hasStreams = true
    fixture.act(.went(exchanges: [], connections: [summary]))
    fixture.act(.edit(.focus(.raw)), .edit(.text(.move(.documentStart))))
    for _ in 0..<3 { fixture.act(.edit(.text(.move(.right)))) }
    fixture.command(.sendUpToCursor)
    #expect(fixture.workbench.message?.text == "Kept 3 bytes; 15 to come: HTTP/2 sends a head only as a whole")
    fixture.command(.sendOnConnection)
    #expect(fixture.workbench.message?.text == "Sent 15 bytes as frames of HTTP/2")
  }

  @Test("after the exchange has ended its rest is not sent as if it went on")
  func byHandEnded() async throws {
    var (fixture, _) = try await Self.opened()
    defer { fixture.remove() }
    fixture.act(.edit(.focus(.raw)), .edit(.text(.move(.documentStart))))
    for _ in 0..<3 { fixture.act(.edit(.text(.move(.right)))) }
    fixture.command(.sendUpToCursor)
    let exchange = try #require(fixture.workbench.viewer.exchange)
    fixture.act(.went(exchanges: [.of(exchange, status: 400)], connections: []))
    #expect(fixture.command(.sendOnConnection).bytesByHand == ["GET / HTTP/1.1\r\n\r\n"])
  }

  @Test("each thing by hand needs an open connection and names it", arguments: [true, false])
  func closing(_ isOpen: Bool) async throws {
    var (fixture, connection) = try await Self.opened(isOpen ? .open : .closed(.byPeer))
    defer { fixture.remove() }
    let effects = fixture.command(.closeSending, .closeConnection, .abortConnection, .sendOnConnection)
    let named = effects.compactMap { effect -> String? in
      switch effect {
      case .closeSending(connection): "FIN"
      case .close(connection): "close"
      case .abort(connection): "RST"
      case .sendBytes: "send"
      default: nil
      }
    }
    #expect(named == (isOpen ? ["FIN", "close", "RST", "send"] : []))
    if !isOpen { #expect(fixture.workbench.message?.text == "No connection is open: connect first") }
  }
}
