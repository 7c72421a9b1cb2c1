import Documents
import Exchanges
import HTTPMessages
import Recordings
import Testing
import Workbench
import Workspaces

@Suite struct ComparingTests {
  /// Two exchanges of one request; the second is shown.
  private static func twice() async throws -> (WorkbenchFixture, first: ExchangeID, second: ExchangeID) {
    var fixture = try await WorkbenchFixture()
    fixture.open("Health")
    let ids = (0..<2).compactMap { _ in fixture.command(.send).sent.first?.id }
    try #require(ids.count == 2)
    fixture.act(.went(exchanges: ids.map { .of($0, .complete) }, connections: []))
    fixture.command(.focusBody)
    return (fixture, ids[0], ids[1])
  }

  /// The difference that is asked for.
  private static func key(_ effects: [Effect]) -> DocumentKey? {
    effects.windows.map(\.key).first { $0.view == .difference }
  }

  private static func titles(_ fixture: WorkbenchFixture) -> [String] {
    if case .choice(let choice)? = fixture.workbench.popup { choice.options.map(\.title) } else { [] }
  }

  @Test("the exchange before is offered, and both answers become one document, the older one first")
  func exchanges() async throws {
    var (fixture, first, second) = try await Self.twice()
    defer { fixture.remove() }
    fixture.command(.compare)
    #expect(Self.titles(fixture).map { $0.prefix(1) } == ["1"])
    let keys = fixture.command(.activate).windows.map(\.key)
    let key = try #require(keys.first { $0.view == .difference })
    #expect(key.exchange == second && key.comparison?.other == first && key.message == .response)
    #expect(fixture.workbench.focus == .body && fixture.workbench.viewer.views.contains(.difference))
    #expect(Self.key(fixture.command(.compareOtherMessages))?.message == .request)
    let beside = key.comparison?.isSideBySide
    #expect(Self.key(fixture.command(.compareBeside))?.comparison?.isSideBySide == !(beside ?? true))
    #expect(Self.key(fixture.command(.compareByRows))?.comparison?.isByStructure == false)
    // The next answer is shown as answers are.
    fixture.command(.send)
    #expect(fixture.workbench.viewer.view == .pretty)
    #expect(fixture.command(.showDifference).windows.contains { $0.key.view == .difference })
  }

  @Test("with nothing to compare with, and without a comparison, each key says what to do")
  func nothing() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.command(.focusBody)
    for command in [Command.compare, .markForComparison, .nextDifference, .compareBeside, .showDifference] {
      #expect(fixture.command(command).isEmpty)
      #expect(fixture.workbench.message != nil, "\(command)")
    }
    fixture.select("Users")
    fixture.command(.focusTree, .compare)
    #expect(fixture.workbench.message?.text == "Only a request can be compared")
  }

  @Test("two requests of the tree are recorded, then shown; the recordings are forgotten at the next comparison")
  func requests() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.command(.focusTree)
    fixture.select("List")
    fixture.command(.markForComparison)
    fixture.select("Health")
    var recorded: ([RecordedRequest], Comparison)?
    for case .record(let requests, let comparison) in fixture.command(.compare) { recorded = (requests, comparison) }
    let (requests, comparison) = try #require(recorded)
    #expect(requests.map(\.source.request.name) == ["List", "Health"])
    #expect(requests.map(\.id) == [comparison.before, comparison.after])
    let key = try #require(fixture.act(.recorded(comparison, nil)).windows.first { $0.key.view == .difference }?.key)
    #expect(key.message == .request)
    #expect(fixture.command(.compareOtherMessages).isEmpty)
    fixture.command(.focusTree)
    let forgotten = fixture.command(.compare).compactMap { if case .forget(let id) = $0 { id } else { nil } }
    #expect(forgotten == requests.map(\.id))
  }

  @Test("a marked request is offered for an exchange and compared with what was sent")
  func requestAndExchange() async throws {
    var (fixture, _, second) = try await Self.twice()
    defer { fixture.remove() }
    fixture.command(.focusTree)
    fixture.select("List")
    fixture.command(.markForComparison, .focusBody, .compare)
    #expect(Self.titles(fixture).first == "marked: the request “List”")
    var comparison: Comparison?
    for case .record(_, let recorded) in fixture.command(.activate) { comparison = recorded }
    #expect(comparison?.after == second && comparison?.message == .request)
  }

  @Test("a row shows its bytes on the wire of the exchange that has them")
  func bytes() async throws {
    var (fixture, first, second) = try await Self.twice()
    defer { fixture.remove() }
    fixture.command(.compare)
    let request = try #require(fixture.command(.activate).windows.first { $0.key.view == .difference })
    let bytes = ByteReference(direction: .received, range: 17..<30)
    let rows = [
      DocumentRow(text: "- a", otherSource: bytes), DocumentRow(text: "+ b", source: bytes), DocumentRow(text: ""),
    ]
    for (row, exchange) in [(0, first), (1, second)] {
      fixture.command(.showDifference)
      for generation in 0..<20 {
        fixture.act(
          .window(
            DocumentWindow(
              key: request.key, generation: request.generation + generation, rows: rows, totalRows: 3, isComplete: true)
          ))
      }
      fixture.act(.pointer(.row(.body, row)))
      let effects = fixture.command(.activate)
      let located = effects.compactMap { if case .locate(let place, let key, _) = $0 { (place, key) } else { nil } }
      #expect(located.first?.0 == bytes && located.first?.1.exchange == exchange && located.first?.1.view == .wire)
    }
  }
}
