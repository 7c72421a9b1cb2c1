import Documents
import Exchanges
import HTTPMessages
import JSONText
import Recordings
import Testing
import Workbench
import Workspaces

@Suite struct ReadingTests {
  /// A running exchange whose body has a hundred rows.
  private static func reading(_ outcome: ExchangeOutcome = .complete) async throws -> (WorkbenchFixture, ExchangeID) {
    var fixture = try await WorkbenchFixture()
    fixture.open("Health")
    let id = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(id, outcome)], connections: []))
    fixture.command(.focusBody)
    let request = try #require(fixture.command(.showText).windows.last)
    let rows = (0..<100).map { DocumentRow(text: "row \($0)") }
    fixture.act(
      .window(
        DocumentWindow(
          key: request.key, generation: request.generation, rows: rows, totalRows: 100, isComplete: true)))
    return (fixture, id)
  }

  private static func search(_ effects: [Effect]) -> (row: Int, offset: Int, isBackward: Bool, generation: Int)? {
    for case .search(_, _, let row, let offset, let isBackward, let generation) in effects {
      return (row, offset, isBackward, generation)
    }
    return nil
  }

  @Test("Esc closes a popup, else ends a selection, else stops a search, else cancels the exchange")
  func escape() async throws {
    var (fixture, id) = try await Self.reading(.running)
    defer { fixture.remove() }
    fixture.command(.search)
    fixture.answer("needle")
    fixture.command(.startSelection, .help)
    let cancels = { (effects: [Effect]) in effects.contains { if case .cancel(id) = $0 { true } else { false } } }
    #expect(!cancels(fixture.command(.dismiss)))
    #expect(fixture.workbench.popup == nil)
    #expect(!cancels(fixture.command(.dismiss)))
    #expect(fixture.workbench.viewer.body.anchor == nil)
    let stops = fixture.command(.dismiss).contains { if case .stopSearch = $0 { true } else { false } }
    #expect(stops)
    #expect(cancels(fixture.command(.dismiss)))
    fixture.act(.went(exchanges: [.of(id, .cancelled)], connections: []))
    #expect(fixture.command(.dismiss).isEmpty)
  }

  @Test("the meaning of a field is asked for by its row and the pane's columns, and the cursor goes to the field")
  func explain() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    var sizes = fixture.workbench.sizes
    sizes.headers = PaneSizes.Size(columns: 44, rows: 9)
    let request = try #require(fixture.act(.paneSizes(sizes)).windows.first { $0.key.view == .headers })
    let rows = (0..<20).map { DocumentRow(text: "Field: \($0)", remark: RowRemark(text: "meaning \($0)")) }
    fixture.act(
      .window(DocumentWindow(key: request.key, generation: request.generation, rows: rows, totalRows: 20)))
    fixture.command(.focusHeaders, .moveDown, .moveDown)
    let effect = fixture.command(.explain).first
    guard case .toggleReading(request.key, row: 2, columns: 44)? = effect else {
      Issue.record("asked for \(String(describing: effect))")
      return
    }
    fixture.command(.moveDown, .moveDown)
    let again = fixture.act(.readingToggled(request.key, rows: 2..<9)).windows
    #expect(again.map(\.key) == [request.key])
    #expect(fixture.workbench.viewer.headers.cursor == 2)
    #expect(fixture.act(.readingToggled(DocumentKey(exchange: ExchangeID(99), view: .headers), rows: 5..<6)).isEmpty)
    fixture.act(.readingToggled(request.key, rows: nil))
    #expect(fixture.workbench.message?.text == "Go to a field to read what it means")
  }

  @Test("the next match is looked for behind the last one, the previous before it")
  func search() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.search)
    let first = try #require(Self.search(fixture.answer("row")))
    #expect((first.row, first.offset) == (0, 0))
    fixture.act(.found(generation: first.generation, .match(row: 7, range: 2..<5, column: 2)))
    #expect(fixture.workbench.viewer.body.cursor == 7)
    let next = try #require(Self.search(fixture.command(.searchNext)))
    #expect((next.row, next.offset, next.isBackward) == (7, 3, false))
    fixture.act(.found(generation: first.generation, .match(row: 50, range: 0..<3, column: 0)))
    #expect(fixture.workbench.viewer.body.cursor == 7, "a late answer moves nothing")
    fixture.act(.found(generation: next.generation, .none))
    #expect(fixture.workbench.message?.text == "“row”: none after this")
    let previous = try #require(Self.search(fixture.command(.searchPrevious)))
    #expect((previous.row, previous.offset, previous.isBackward) == (7, 2, true))
    fixture.command(.moveDown)
    #expect(Self.search(fixture.command(.searchNext))?.row == 8, "from the cursor when it has moved")
  }

  @Test("what is typed is found at once, as text or expression, and Esc goes back to where the cursor was")
  func typing() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.moveDown, .search)
    let first = try #require(Self.search(fixture.act(.type(.insert("r")))))
    fixture.act(.found(generation: first.generation, .match(row: 3, range: 0..<1, column: 0)))
    #expect(fixture.workbench.viewer.body.cursor == 3)
    // Enter keeps what was found, and says it again.
    var ended = fixture
    #expect(ended.command(.activate).isEmpty && ended.workbench.popup == nil)
    #expect(ended.workbench.message?.text == "“r”: match in row 4")
    let second = try #require(Self.search(fixture.act(.type(.insert("(")))))
    #expect((second.row, second.offset) == (1, 0), "from where it began")
    fixture.command(.toggleSearchExpression)
    guard case .prompt(let prompt)? = fixture.workbench.popup else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.problem != nil && prompt.title == "Search · regular expression")
    #expect(fixture.command(.activate).isEmpty && fixture.workbench.popup != nil)
    fixture.command(.dismiss)
    #expect(fixture.workbench.viewer.body.cursor == 1 && fixture.workbench.viewer.search == nil)
  }

  @Test("matches are counted once, and the next one is the next of as many")
  func counting() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.search)
    let first = try #require(Self.search(fixture.answer("row")))
    let asked = fixture.act(.found(generation: first.generation, .match(row: 7, range: 2..<5, column: 2)))
    #expect(asked.contains { if case .countMatches = $0 { true } else { false } })
    let count = MatchCount(count: 57, before: 2, fraction: 1, isComplete: true)
    fixture.act(.found(generation: first.generation, .counted(count)))
    #expect(fixture.workbench.message?.text == "“row”: match in row 8, 3 of 57")
    let next = try #require(Self.search(fixture.command(.searchNext)))
    let more = fixture.act(.found(generation: next.generation, .match(row: 9, range: 0..<3, column: 0)))
    #expect(!more.contains { if case .countMatches = $0 { true } else { false } })
    #expect(fixture.workbench.message?.text == "“row”: match in row 10, 4 of 57")
  }

  @Test("a search looks in the pane that has the focus, headers or body")
  func searchInHeaders() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.focusHeaders)
    fixture.command(.search)
    let effects = fixture.answer("row")
    let searched = effects.compactMap { if case .search(let key, _, _, _, _, _) = $0 { key.view } else { nil } }
    #expect(searched == [.headers])
    #expect(fixture.workbench.focus == .headers)
    fixture.command(.focusBody)
    let next = fixture.command(.searchNext)
    #expect(next.contains { if case .search(let key, _, _, _, _, _) = $0 { key.view != .headers } else { false } })
  }

  @Test("a search goes on in another view")
  func searchInViews() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.searchNext)
    #expect(fixture.workbench.message?.text == "Nothing was searched for yet")
    fixture.command(.search)
    let first = try #require(Self.search(fixture.answer("row")))
    fixture.act(.found(generation: first.generation, .match(row: 7, range: 2..<5, column: 2)))
    fixture.command(.showHex)
    let next = try #require(Self.search(fixture.command(.searchNext)))
    #expect((next.row, next.offset) == (0, 0))
  }

  @Test("rows that are asked for twice are taken once")
  func lateWindow() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    let request = try #require(fixture.command(.moveToEnd).windows.last ?? fixture.command(.showText).windows.last)
    let late = DocumentWindow(
      key: request.key, generation: request.generation - 1, rows: [DocumentRow(text: "late")], totalRows: 1)
    fixture.act(.window(late))
    #expect(fixture.workbench.viewer.body.totalRows == 100)
  }

  @Test(
    "a prompt says what is wrong and stays",
    arguments: [
      (Command.newFolder, " ", "Type a name, or press Esc"), (.newWorkspace, "", "Type a name, or press Esc"),
      (.rename, "", "Type a name, or press Esc"), (.saveBody, "  ", "Type the path of a file, or press Esc"),
    ])
  func prompts(_ command: Command, _ text: String, _ problem: String) async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(command)
    fixture.answer(text)
    guard case .prompt(let prompt)? = fixture.workbench.popup else { return #expect(Bool(false), "it went away") }
    #expect(prompt.problem == problem)
    fixture.act(.type(.insert("x")))
    guard case .prompt(let typed)? = fixture.workbench.popup else { return #expect(Bool(false), "it went away") }
    #expect(typed.problem == nil)
  }

  @Test("a byte to insert must be one", arguments: ["zz", "100", "", "-1", "+1"])
  func bytePrompt(_ text: String) async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.focusRequest)
    let id = try #require(fixture.workbench.open)
    for case .prepare(_, _, let generation) in fixture.act(.edit(.showRaw)) {
      fixture.act(.prepared(id, generation: generation, RequestPreview(bytes: []), automaticFields: []))
    }
    fixture.act(.edit(.focus(.raw)), .edit(.askForByte))
    fixture.answer(text)
    guard case .prompt(let prompt)? = fixture.workbench.popup else { return #expect(Bool(false), "it went away") }
    #expect(prompt.problem != nil)
    fixture.answer("fF")
    #expect(fixture.workbench.popup == nil)
    #expect(fixture.workbench.editor?.draft.rawBytes == [0xFF])
  }

  @Test("the palette runs the command that its words find")
  func palette() async throws {
    var (fixture, id) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.palette)
    fixture.act(.type(.insert("whole copy")))
    let effects = fixture.command(.activate)
    #expect(fixture.workbench.popup == nil)
    let copies = effects.contains { if case .copyBody(id, .content(.response)) = $0 { true } else { false } }
    #expect(copies)
    fixture.command(.palette)
    fixture.act(.type(.insert("no such command")))
    #expect(fixture.command(.activate).isEmpty)
  }

  @Test("the palette does what the request's keys do, and says what is missing for it")
  func paletteOnRequest() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.focusBody, .palette)
    fixture.act(.type(.insert("request headers")))
    fixture.command(.activate)
    #expect(fixture.workbench.focus == .request)
    #expect(fixture.workbench.editor?.section == .headers)
    fixture.act(.edit(.focus(.tabs)))
    fixture.command(.palette)
    fixture.act(.type(.insert("text select all")))
    fixture.command(.activate)
    #expect(fixture.workbench.message?.text == "Go to a text of the request first")
  }

  @Test("folding is asked for at the cursor's row, and the row's place and path follow")
  func folding() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    #expect(fixture.command(.toggleFold).isEmpty, "text has no structure")
    let request = try #require(fixture.command(.showPretty).windows.last)
    let rows = (0..<100).map { DocumentRow(text: "row \($0)") }
    let asks = fixture.act(
      .window(
        DocumentWindow(
          key: request.key, generation: request.generation, rows: rows, totalRows: 100, isComplete: true)))
    guard case .namePath(request.key, row: 0)? = asks.first else {
      Issue.record("asked for \(asks)")
      return
    }
    fixture.command(.moveDown)
    guard case .fold(request.key, .less, row: 1)? = fixture.command(.foldLess).first else {
      Issue.record("no fold")
      return
    }
    #expect(fixture.act(.folded(request.key, row: 1)).windows.count == 1)
    fixture.act(.pathNamed(request.key, row: 1, ValuePath([.name("a"), .index(2)])))
    guard case .copy(let bytes, _)? = fixture.command(.copyJQPath).first else {
      Issue.record("nothing copied")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self) == ".a[2]")
  }

  @Test("a row is gone to at once, a byte or a part when it is found, and Esc stops looking")
  func goingTo() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    fixture.command(.goTo)
    #expect(fixture.answer("everywhere").isEmpty)
    fixture.command(.dismiss, .goTo)
    fixture.answer("70")
    #expect(fixture.workbench.viewer.body.cursor == 69)
    fixture.command(.goTo)
    guard case .goTo(.byte(0x1000), let key)? = fixture.answer("0x1000").first else {
      Issue.record("not asked for")
      return
    }
    fixture.act(.located(key, row: 12, byteInRow: 0, marked: nil))
    #expect(fixture.workbench.viewer.body.cursor == 12)
    fixture.command(.goTo)
    guard case .goTo(.fraction(0.5), _)? = fixture.answer("50 %").first else {
      Issue.record("not asked for")
      return
    }
    #expect(fixture.command(.dismiss).contains { if case .stopSearch = $0 { true } else { false } })
  }

  @Test("selected bytes are copied in the form that is chosen, or saved")
  func copyingBytes() async throws {
    var (fixture, _) = try await Self.reading()
    defer { fixture.remove() }
    let request = try #require(fixture.command(.showHex).windows.last)
    let rows = (0..<100).map { row in
      DocumentRow(
        text: "row", source: ByteReference(direction: .received, range: row * 16..<row * 16 + 16),
        cells: ByteCells(hexColumn: 10, textColumn: 60, count: 16))
    }
    fixture.act(
      .window(
        DocumentWindow(
          key: request.key, generation: request.generation, rows: rows, totalRows: 100, isComplete: true)))
    fixture.act(.pointer(.byte(.body, row: 1, byteInRow: 3)), .pointer(.select(.body, row: 2, RowPlace(byteInRow: 0))))
    fixture.command(.copy)
    let effects = fixture.choose("Base64")
    guard case .copyBytes(let bytes, _, as: .base64)? = effects.first else {
      Issue.record("nothing copied")
      return
    }
    #expect(bytes.range == 19..<33)
    fixture.act(.copied(.note("Copied")))
    fixture.command(.startSelection, .copy)
    fixture.choose("Save them to a file")
    guard case .saveBytes(_, _, path: "some.bin")? = fixture.answer("some.bin").first else {
      Issue.record("nothing saved")
      return
    }
  }
}
