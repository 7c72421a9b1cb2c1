import Documents
import Exchanges
import Recordings
import Testing
import Workbench
import Workspaces

@Suite struct TabsTests {
  /// Two tabs: "Health", which waits for its answer, and "List", which is shown and has been answered.
  private static func twoTabs() async throws -> (fixture: WorkbenchFixture, waiting: ExchangeID, answered: ExchangeID) {
    var fixture = try await WorkbenchFixture()
    fixture.open("Health")
    let waiting = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(waiting, .running, status: nil)], connections: []))
    fixture.open("List")
    let answered = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(answered)], connections: []))
    return (fixture, waiting, answered)
  }

  private static func titles(_ fixture: WorkbenchFixture) -> [String] {
    fixture.workbench.tabs.all.map { tab in
      let title = fixture.workbench.title(of: tab)
      return [title.isModified ? "●" : "", title.method, title.name, title.status].filter { !$0.isEmpty }.joined(
        separator: " ")
    }
  }

  private static func cancelled(_ effects: [Effect]) -> [ExchangeID] {
    effects.compactMap { if case .cancel(let id) = $0 { id } else { nil } }
  }

  // MARK: Opening

  @Test("Enter opens in the tab that is shown, a key in a new one, and a request has one tab")
  func opening() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    #expect(Self.titles(fixture) == ["GET List"], "the first request is opened at the start")
    fixture.open("Health")
    #expect(Self.titles(fixture) == ["GET Health"])
    fixture.select("Create")
    fixture.command(.openInNewTab)
    #expect(Self.titles(fixture) == ["GET Health", "POST Create"])
    #expect(fixture.workbench.breadcrumbs.last == "Create")
    #expect(fixture.workbench.focus == .request)
    fixture.open("Health")
    #expect(fixture.workbench.tabs.index == 0)
    fixture.select("Create")
    fixture.command(.openInNewTab)
    #expect(Self.titles(fixture) == ["GET Health", "POST Create"])
    #expect(fixture.workbench.tabs.index == 1)
    fixture.select("Users")
    fixture.command(.openInNewTab)
    #expect(fixture.workbench.message?.text == "Go to a request in the workspaces to open it")
  }

  @Test("a tab with unsaved changes or an exchange under way stays, and a new request has its own")
  func staying() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.typeURL("http://mine/")
    fixture.open("List")
    #expect(Self.titles(fixture) == ["● GET Health", "GET List"])
    let id = try #require(fixture.command(.send).sent.first?.id)
    fixture.open("Ping")
    #expect(Self.titles(fixture) == ["● GET Health", "GET List waiting", "GET Ping"])
    fixture.command(.newRequest)
    #expect(Self.titles(fixture) == ["● GET Health", "GET List waiting", "GET Ping", "GET New request"])
    fixture.act(.went(exchanges: [.of(id, status: 404)], connections: []))
    #expect(Self.titles(fixture)[1] == "GET List 404")
    fixture.open("List")
    fixture.open("Create")
    #expect(Self.titles(fixture) == ["● GET Health", "POST Create", "GET Ping", "GET New request"])
  }

  @Test("tabs are gone through in a circle, or chosen from a list that has all of them")
  func going() async throws {
    var (fixture, _, _) = try await Self.twoTabs()
    defer { fixture.remove() }
    fixture.command(.newRequest)
    fixture.command(.nextTab)
    #expect(fixture.workbench.tabs.index == 0)
    fixture.command(.previousTab)
    #expect(fixture.workbench.breadcrumbs.last == "New request")
    fixture.command(.chooseTab)
    guard case .choice(let choice)? = fixture.workbench.popup else {
      Issue.record("there is no list")
      return
    }
    #expect(choice.options.map(\.title) == ["GET Health  waiting", "GET List  200", "GET New request"])
    #expect(choice.selected == 2)
    fixture.command(.moveUp, .moveUp, .activate)
    #expect(fixture.workbench.breadcrumbs.last == "Health")
    let effects = fixture.command(.chooseTab, .moveDown, .activate)
    #expect(fixture.workbench.breadcrumbs.last == "List")
    #expect(Set(effects.windows.map(\.key.view)) == [.headers, .pretty], "its rows are asked for again")
  }

  // MARK: Several exchanges under way

  @Test("each answer goes to its own tab, and Esc cancels what is shown only")
  func underWay() async throws {
    var (fixture, waiting, answered) = try await Self.twoTabs()
    defer { fixture.remove() }
    #expect(Self.titles(fixture) == ["GET Health waiting", "GET List 200"])
    #expect(fixture.command(.dismiss).isEmpty, "what is shown has been answered")
    let connection = ConnectionSummary(
      id: ConnectionID(7), endpoint: Endpoint(scheme: .http, host: "h", port: 80), state: .open,
      began: Timestamp(nanoseconds: 1))
    var news = ExchangeSummary.of(waiting, .running, status: 206)
    news.connection = connection
    let effects = fixture.act(.went(exchanges: [news], connections: [connection]))
    #expect(effects.windows.isEmpty, "nothing of it is on the screen")
    #expect(fixture.workbench.viewer.exchange == answered)
    #expect(fixture.workbench.connection == nil)
    #expect(Self.titles(fixture) == ["GET Health 206 ↓", "GET List 200"])
    fixture.command(.nextTab)
    #expect(fixture.workbench.exchange?.summary?.statusCode == 206)
    #expect(fixture.workbench.connection?.id == ConnectionID(7))
    #expect(Self.cancelled(fixture.command(.dismiss)) == [waiting])
    fixture.act(.went(exchanges: [.of(waiting, .cancelled, status: 206)], connections: []))
    #expect(Self.titles(fixture) == ["GET Health cancelled", "GET List 200"])
  }

  @Test("late rows, matches, filters and places go to the tab that asked, without a word")
  func lateAnswers() async throws {
    var (fixture, waiting, answered) = try await Self.twoTabs()
    defer { fixture.remove() }
    fixture.command(.nextTab, .focusBody)
    fixture.command(.filterBody)
    var filter = 0
    for case .filter(_, _, let number) in fixture.answer("$..a") { filter = number }
    let rows = try #require(fixture.command(.showText).windows.last)
    fixture.command(.search)
    var generation = 0
    for case .search(_, _, _, _, _, let number) in fixture.answer("row") { generation = number }
    fixture.command(.nextTab)
    let before = fixture.workbench
    #expect(before.viewer.exchange == answered)

    let effects = fixture.act(
      .window(
        DocumentWindow(
          key: rows.key, generation: rows.generation, rows: (0..<50).map { DocumentRow(text: "row \($0)") },
          totalRows: 50, isComplete: true)),
      .located(rows.key, row: 12, byteInRow: 0, marked: nil),
      .filtered(number: filter, .success(FilterEnding(words: "2 matches"))),
      .found(generation: generation, .match(row: 30, range: 0..<3, column: 0)))
    #expect(effects.isEmpty)
    #expect(fixture.workbench.message == before.message)
    #expect(fixture.workbench.focus == before.focus)
    #expect(fixture.workbench.viewer.body.cursor == before.viewer.body.cursor)

    fixture.command(.previousTab)
    #expect(fixture.workbench.viewer.exchange == waiting)
    #expect(fixture.workbench.viewer.body.cursor == 30)
    #expect(fixture.workbench.viewer.search?.match?.row == 30)
    #expect(fixture.workbench.viewer.filter?.isRunning == false)
  }

  @Test("each tab keeps its view and place, and goes back over its own exchanges only")
  func ownHistory() async throws {
    var (fixture, waiting, answered) = try await Self.twoTabs()
    defer { fixture.remove() }
    let second = try #require(fixture.command(.send).sent.first?.id)
    fixture.command(.showHex, .nextTab)
    #expect(fixture.workbench.viewer.view == .pretty)
    let third = try #require(fixture.command(.send).sent.first?.id)
    fixture.command(.previousExchange)
    #expect(fixture.workbench.viewer.exchange == waiting)
    fixture.command(.previousExchange)
    #expect(fixture.workbench.message?.text == "This is the first exchange")
    fixture.command(.previousTab)
    #expect(fixture.workbench.viewer.view == .hex)
    fixture.command(.previousExchange)
    #expect(fixture.workbench.viewer.exchange == answered)
    fixture.command(.nextExchange, .nextExchange)
    #expect(fixture.workbench.viewer.exchange == second)
    // What a closed tab has sent can be gone to from any.
    fixture.command(.nextTab, .closeTab, .nextExchange)
    #expect(fixture.workbench.viewer.exchange == third)
  }

  @Test("a redirect is followed in its own tab, and what could not be sent leaves it as it was")
  func behind() async throws {
    var (fixture, waiting, answered) = try await Self.twoTabs()
    defer { fixture.remove() }
    fixture.act(.went(exchanges: [.of(waiting, status: 301, location: "/new")], connections: []))
    let request = try #require(fixture.workbench.history[waiting]?.request)
    let redirect = try Redirect(
      after: request, at: try RequestURL("http://127.0.0.1:8080/health"), location: "/new", status: 301)
    let effects = fixture.act(.redirectResolved(from: waiting, .success(redirect)))
    let next = try #require(effects.sent.first?.id)
    #expect(effects.windows.isEmpty)
    #expect(fixture.workbench.viewer.exchange == answered)
    #expect(fixture.workbench.tabs.all.map(\.viewer.exchange) == [next, answered])
    fixture.act(.notSent(next, Sentence("There is no variable “hoost”")))
    #expect(fixture.workbench.tabs.all.map(\.viewer.exchange) == [waiting, answered])
  }

  @Test("what a tab shows is not forgotten, however many are sent elsewhere")
  func kept() async throws {
    var (fixture, _, answered) = try await Self.twoTabs()
    defer { fixture.remove() }
    fixture.command(.newRequest)
    for _ in 0...ExchangeHistory.limit {
      let effects = fixture.command(.send)
      fixture.act(.went(exchanges: effects.sent.map { .of($0.id) }, connections: []))
    }
    #expect(fixture.workbench.history[answered] != nil)
    #expect(fixture.workbench.history.records.count == ExchangeHistory.limit)
  }

  // MARK: Closing

  @Test("closing keeps what is unsaved and cancels what is under way; the closed tab comes back as it was")
  func closing() async throws {
    var (fixture, waiting, answered) = try await Self.twoTabs()
    defer { fixture.remove() }
    fixture.typeURL("http://mine/")
    #expect(Self.cancelled(fixture.command(.closeTab)).isEmpty)
    #expect(Self.titles(fixture) == ["GET Health waiting"])
    #expect(fixture.workbench.message?.text == "closed “List”; what is unsaved stays in the workspaces")
    #expect(fixture.workbench.hasUnsavedWork)
    fixture.command(.reopenTab)
    #expect(Self.titles(fixture) == ["GET Health waiting", "● GET List 200"])
    #expect(fixture.workbench.editor?.draft.url == "http://mine/")
    #expect(fixture.workbench.viewer.exchange == answered)

    let health = fixture.workbench.tabs.all[0].id
    let effects = fixture.act(.pointer(.closeTab(health)))
    #expect(Self.cancelled(effects) == [waiting])
    #expect(effects.contains { if case .endTab(health) = $0 { true } else { false } })
    #expect(fixture.workbench.breadcrumbs.last == "List", "what is shown stays")
    #expect(fixture.workbench.message?.text == "closed “Health”; its exchange was cancelled")
    fixture.command(.reopenTab)
    #expect(Self.titles(fixture).first == "GET Health waiting")
    #expect(fixture.workbench.tabs.index == 0)
    fixture.command(.reopenTab)
    #expect(fixture.workbench.message?.text == "No tab was closed")
  }

  @Test("the last tab leaves an empty one, which the next request takes")
  func last() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.command(.closeTab)
    #expect(fixture.workbench.open == nil)
    #expect(fixture.workbench.focus == .tree)
    fixture.command(.closeTab)
    #expect(fixture.workbench.message?.text == "There is no tab to close")
    fixture.command(.newRequest)
    #expect(Self.titles(fixture) == ["GET New request"])
    fixture.command(.closeTab, .reopenTab)
    #expect(Self.titles(fixture) == ["GET New request"])
  }

  @Test("a request that has no place yet stays in the workspaces when its tab is closed")
  func unplaced() async throws {
    var fixture = try await WorkbenchFixture(startURL: "http://given/")
    defer { fixture.remove() }
    fixture.typeURL("http://typed/")
    fixture.command(.closeTab)
    #expect(fixture.names.first == "New request  http://typed/")
    fixture.command(.focusTree, .moveToStart, .activate)
    #expect(fixture.workbench.editor?.draft.url == "http://typed/")
  }

  @Test("a connection that was opened by hand is closed with the last tab that shows it")
  func byHand() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    var opened: ConnectionID?
    for case .connect(let id, _) in fixture.command(.connect) { opened = id }
    let id = try #require(opened)
    fixture.act(
      .went(
        exchanges: [],
        connections: [
          ConnectionSummary(
            id: id, endpoint: Endpoint(scheme: .http, host: "h", port: 80), state: .open,
            began: Timestamp(nanoseconds: 1))
        ]))
    let closes = { (effects: [Effect]) in effects.contains { if case .close(id) = $0 { true } else { false } } }
    fixture.select("List")
    fixture.command(.openInNewTab)
    #expect(fixture.workbench.openConnection?.id == id, "the next request can go out on it")
    #expect(!closes(fixture.command(.closeTab)))
    #expect(closes(fixture.command(.closeTab)))
  }

  @Test("tabs of deleted requests close, and those of requests that were read again stay with their answers")
  func gone() async throws {
    var (fixture, waiting, answered) = try await Self.twoTabs()
    defer { fixture.remove() }
    await fixture.read(fixture.command(.reload))
    #expect(Self.titles(fixture) == ["GET Health waiting", "GET List 200"])
    #expect(fixture.workbench.viewer.exchange == answered)
    #expect(fixture.workbench.breadcrumbs == ["api", "Users", "List"])
    fixture.select("Health")
    #expect(Self.cancelled(fixture.command(.delete)) == [waiting])
    #expect(Self.titles(fixture) == ["GET List 200"])
    fixture.command(.undoTree, .reopenTab)
    #expect(Self.titles(fixture) == ["GET Health waiting", "GET List 200"])
  }

  @Test("the exchanges of other tabs are offered to be compared")
  func comparing() async throws {
    var (fixture, waiting, _) = try await Self.twoTabs()
    defer { fixture.remove() }
    fixture.act(.went(exchanges: [.of(waiting)], connections: []))
    fixture.command(.newRequest)
    for _ in 0..<12 { fixture.act(.went(exchanges: fixture.command(.send).sent.map { .of($0.id) }, connections: [])) }
    fixture.command(.focusBody, .compare)
    fixture.choose("1  GET /  200")
    #expect(fixture.workbench.viewer.comparison?.before == waiting)
  }
}
