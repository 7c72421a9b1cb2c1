import Documents
import Exchanges
import JSONPath
import Testing
import Workbench

@Suite struct FilteringTests {
  private static func answered() async throws -> (WorkbenchFixture, ExchangeID) {
    var fixture = try await WorkbenchFixture()
    fixture.open("Health")
    let id = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(id)], connections: []))
    fixture.command(.focusBody)
    return (fixture, id)
  }

  private static func filter(_ effects: [Effect]) -> (query: JSONPathQuery, number: Int)? {
    for case .filter(_, let query, let number) in effects { return (query, number) }
    return nil
  }

  @Test("a query that is typed shows what it finds in a view of its own, and the whole body is one key away")
  func filters() async throws {
    var (fixture, id) = try await Self.answered()
    defer { fixture.remove() }
    #expect(!fixture.workbench.viewer.views.contains(.filter))
    fixture.command(.filterBody)
    let effects = fixture.answer("$..name")
    let filter = try #require(Self.filter(effects))
    #expect(filter.query.text == "$..name")
    #expect(effects.windows.last?.key == DocumentKey(exchange: id, view: .filtered, filter: filter.number))
    #expect(fixture.workbench.viewer.views.last == .filter)
    fixture.act(.filtered(number: filter.number, .success(3)))
    #expect(fixture.workbench.viewer.filter?.isRunning == false)
    #expect(fixture.workbench.message?.text == "3 matches: 1 shows the whole body")
    fixture.command(.showPretty)
    #expect(fixture.workbench.viewer.view == .pretty)
    // It is kept to be changed, and its view to go back to.
    fixture.command(.nextView, .filterBody)
    guard case .prompt(let prompt)? = fixture.workbench.popup else {
      Issue.record("there is no prompt")
      return
    }
    #expect(prompt.editor.text == "$..name")
  }

  @Test("what is no query stays in the prompt, with the place and the reason")
  func wrong() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.filterBody)
    #expect(Self.filter(fixture.answer("$.größe[?@.a = 1]")) == nil)
    guard case .prompt(let prompt)? = fixture.workbench.popup else {
      Issue.record("the prompt is gone")
      return
    }
    #expect(prompt.problem == "At 14: Expected “==”, found “=”.")
  }

  @Test("Esc stops a filter that runs, and a late answer to an older one is dropped")
  func stops() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.filterBody)
    let first = try #require(Self.filter(fixture.answer("$.a")))
    let stops = fixture.command(.dismiss).contains { if case .stopFilter = $0 { true } else { false } }
    #expect(stops)
    fixture.command(.filterBody)
    let second = try #require(Self.filter(fixture.answer("$.b")))
    fixture.act(.filtered(number: first.number, .failure(Sentence("Stopped."))))
    #expect(fixture.workbench.viewer.filter?.isRunning == true)
    fixture.act(.filtered(number: second.number, .failure(Sentence("Stopped."))))
    #expect(fixture.workbench.viewer.filter?.isRunning == false)
  }

  @Test("another exchange is shown whole")
  func otherExchange() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.filterBody)
    fixture.answer("$.a")
    let id = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(id)], connections: []))
    #expect(fixture.workbench.viewer.view == .pretty)
    #expect(fixture.workbench.viewer.filter == nil)
  }

  @Test("a query that needs more than one reading says so before it begins")
  func needs() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.filterBody)
    fixture.answer("$.a[-1]")
    #expect(fixture.workbench.message?.text.contains("Arrays are counted") == true)
  }
}
