import Documents
import Exchanges
import HTTPMessages
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

  private static func filter(_ effects: [Effect]) -> (filter: ContentFilter, number: Int)? {
    for case .filter(_, let filter, let number) in effects { return (filter, number) }
    return nil
  }

  private static func stops(_ effects: [Effect]) -> Bool {
    effects.contains { if case .stopFilter = $0 { true } else { false } }
  }

  private static func prompt(_ fixture: WorkbenchFixture) throws -> Prompt {
    guard case .prompt(let prompt)? = fixture.workbench.popup else {
      Issue.record("there is no prompt")
      throw CancellationError()
    }
    return prompt
  }

  @Test("a query that is typed shows what it finds in a view of its own, and the whole body is one key away")
  func filters() async throws {
    var (fixture, id) = try await Self.answered()
    defer { fixture.remove() }
    #expect(!fixture.workbench.viewer.views.contains(.filter))
    fixture.command(.filterBody)
    let effects = fixture.answer("$..name")
    let filter = try #require(Self.filter(effects))
    #expect(filter.filter.text == "$..name")
    #expect(effects.windows.last?.key == DocumentKey(exchange: id, view: .filtered, filter: filter.number))
    #expect(fixture.workbench.viewer.views.last == .filter)
    fixture.act(.filtered(number: filter.number, .success(FilterEnding(words: "3 matches"))))
    #expect(fixture.workbench.viewer.filter?.isRunning == false)
    #expect(fixture.workbench.message?.text == "3 matches: 1 shows the whole body")
    fixture.command(.showPretty)
    #expect(fixture.workbench.viewer.view == .pretty)
    // It is kept to be changed, and its view to go back to.
    fixture.command(.nextView, .filterBody)
    #expect(try Self.prompt(fixture).editor.text == "$..name")
  }

  @Test("what is no query stays in the prompt, with the place and the reason")
  func wrong() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.filterBody)
    #expect(Self.filter(fixture.answer("$.größe[?@.a = 1]")) == nil)
    #expect(try Self.prompt(fixture).problem == "At 14: Expected “==”, found “=”.")
  }

  @Test("Esc stops a filter that runs, and a late answer to an older one is dropped")
  func stops() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.filterBody)
    let first = try #require(Self.filter(fixture.answer("$.a")))
    #expect(Self.stops(fixture.command(.dismiss)))
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

  @Test("the prompt says while one types whether it will be a query or a command")
  func titles() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.filterBody)
    #expect(try Self.prompt(fixture).title == "Filter by a query ($..name) or a command (jq .name)")
    fixture.act(.type(.insert("$..a")))
    #expect(try Self.prompt(fixture).title == "Filter by a JSONPath query")
    fixture.act(.type(.selectAll), .type(.insert("jq .a")))
    #expect(try Self.prompt(fixture).title == "Filter by a shell command")
    let filter = try #require(Self.filter(fixture.command(.activate)))
    guard case .command("jq .a") = filter.filter else {
      Issue.record("\(filter.filter) is no command")
      return
    }
    #expect(fixture.workbench.message?.text == "“jq .a” gets the body: Esc stops")
    let ending = FilterEnding(words: "0 bytes from 2 bytes", problem: "It said nothing — exit 1")
    fixture.act(.filtered(number: filter.number, .success(ending)))
    #expect(fixture.workbench.message == .problem("It said nothing — exit 1"))
  }

  @Test("Up and Down bring back what was filtered by before, and what was typed")
  func history() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    for filter in ["$.a", "jq .b", "$.a"] {
      fixture.command(.filterBody)
      fixture.answer(filter)
    }
    fixture.command(.filterBody)
    fixture.act(.type(.selectAll), .type(.insert("new")))
    var shown: [String] = []
    for command in [Command.moveUp, .moveUp, .moveUp, .moveDown, .moveDown, .moveDown] {
      fixture.command(command)
      shown.append(try Self.prompt(fixture).editor.text)
    }
    #expect(shown == ["$.a", "jq .b", "jq .b", "$.a", "new", "new"])
    fixture.command(.moveUp)
    #expect(try Self.prompt(fixture).title == "Filter by a JSONPath query")
  }

  @Test("in the filter's view the result is saved, copied and shown outside, in another view the body")
  func result() async throws {
    var (fixture, id) = try await Self.answered()
    defer { fixture.remove() }
    func bytes(_ effects: [Effect]) -> SavedBytes? {
      for effect in effects {
        switch effect {
        case .copyBody(id, let bytes), .saveBody(id, let bytes, "file"), .showOutside(id, let bytes, _): return bytes
        default: break
        }
      }
      return nil
    }
    fixture.command(.filterBody)
    let number = try #require(Self.filter(fixture.answer("jq .a"))).number
    #expect(bytes(fixture.command(.copyBody)) == .filtered(number: number, .response))
    fixture.command(.saveBody)
    #expect(bytes(fixture.answer("file")) == .filtered(number: number, .response))
    #expect(
      bytes(fixture.command(.openInPager))
        == .rows(DocumentKey(exchange: id, view: .filtered, filter: number)))
    #expect(bytes(fixture.command(.openInPager)) == nil, "one at a time")
    #expect(fixture.command(.dismiss).contains { if case .stopShowingOutside = $0 { true } else { false } })
    fixture.act(.shownOutside(nil))
    fixture.command(.showHex)
    #expect(bytes(fixture.command(.copyBody)) == .content(.response))
    #expect(bytes(fixture.command(.openInEditor)) == .content(.response))
  }

  @Test("a filter that runs is stopped when another exchange is shown")
  func left() async throws {
    var (fixture, _) = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.filterBody)
    fixture.answer("sleep 1000")
    #expect(Self.stops(fixture.command(.send)))
  }
}
