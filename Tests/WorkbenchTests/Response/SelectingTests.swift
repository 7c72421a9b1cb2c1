import Documents
import Exchanges
import Recordings
import Testing
import Workbench

@Suite struct SelectingTests {
  private static let json = ["{", "  \"name\": \"wide 世界 and e\u{301}\",", "", "  \"n\": 12"]

  /// A pane with these rows in it, eight of them on the screen.
  private static func pane(_ rows: [DocumentRow], rowCount: Int? = nil) -> DocumentPane {
    var pane = DocumentPane()
    _ = pane.resize(columns: 20, rows: 8)
    let request = pane.show(DocumentKey(exchange: ExchangeID(1), view: .pretty))
    give(rows, to: &pane, for: request)
    return pane
  }

  private static func give(_ rows: [DocumentRow], to pane: inout DocumentPane, for request: DocumentPane.Request?) {
    guard let request else { return }
    _ = pane.take(
      DocumentWindow(
        key: request.key, generation: request.generation, rows: rows, totalRows: rows.count, widestRow: 40))
  }

  private static func text(_ pane: DocumentPane) -> String {
    guard let selection = pane.selection else { return "" }
    return selection.rows.compactMap { index in
      pane.row(index).flatMap { row in selection.range(in: row, at: index).map { String(row[$0]) } }
    }.joined(separator: "|")
  }

  @Test("a selection begins at the row's first word and has the characters on both ends, also backwards")
  func characters() {
    var pane = Self.pane(Self.json.map { DocumentRow(text: $0) })
    _ = pane.move(by: 1)
    pane.select(.characters)
    #expect(Self.text(pane) == "\"")
    pane.moveOverCharacters(by: 1)
    _ = pane.moveOverWords(by: 1)
    #expect(Self.text(pane) == "\"name\"")
    _ = pane.swapEnds()
    #expect(Self.text(pane) == "\"name\"")
    pane.moveToLineStart()
    #expect(Self.text(pane) == "  \"name\"")
    _ = pane.move(by: -1)
    #expect(Self.text(pane) == "{|  \"name\"")
    pane.select(.characters)
    #expect(!pane.hasSelection)
  }

  @Test("the cursor goes over wide and combined characters as one, and its column is kept over shorter rows")
  func clusters() {
    var pane = Self.pane(Self.json.map { DocumentRow(text: $0) })
    _ = pane.move(to: 1)
    pane.select(.characters)
    pane.moveToLineEnd()
    pane.moveOverCharacters(by: -2)
    #expect(pane.rowAtCursor?[pane.characterAtCursor] == "\"")
    pane.moveOverCharacters(by: -1)
    #expect(pane.rowAtCursor?[pane.characterAtCursor] == "e\u{301}")
    _ = pane.moveOverWords(by: -1)
    _ = pane.moveOverWords(by: -1)
    #expect(pane.rowAtCursor?[pane.characterAtCursor] == "世")
    pane.moveOverCharacters(by: 1)
    #expect((pane.columnOfCursor, pane.left <= 18) == (18, true))
    _ = pane.move(by: 1)
    #expect(pane.characterAtCursor == 0..<0)
    _ = pane.move(by: -1)
    #expect(pane.rowAtCursor?[pane.characterAtCursor] == "界")
  }

  @Test("a selection stays where it is while rows come in and the pane is scrolled away from it")
  func growing() {
    let rows = (0..<60).map { DocumentRow(text: "row \($0)") }
    var pane = Self.pane(Array(rows.prefix(20)))
    pane.select(.characters)
    _ = pane.move(by: 2)
    let selected = pane.selection
    _ = pane.scroll(by: 10)
    #expect(pane.selection == selected && pane.top == 10)
    let refreshed = pane.refresh()
    Self.give(rows, to: &pane, for: refreshed)
    #expect(pane.selection == selected && pane.top == 10)
    _ = pane.move(by: 1)
    #expect(pane.top <= 3, "a movement brings the cursor back into sight")
    _ = pane.show(DocumentKey(exchange: ExchangeID(1), view: .text))
    #expect(!pane.hasSelection)
  }

  @Test("whole rows are selected from any character, and characters again")
  func rows() {
    var pane = Self.pane(Self.json.map { DocumentRow(text: $0) })
    _ = pane.move(by: 1)
    pane.select(.characters)
    _ = pane.move(by: 2)
    pane.select(.rows)
    #expect(pane.selection == DocumentSelection(rows: 1...3))
    pane.select(.characters)
    #expect(pane.selection?.rows == 1...3 && pane.isSelectingCharacters)
  }

  @Test("where two messages stand side by side a selection keeps to the half in which it began")
  func halves() {
    let row = DocumentRow(text: "- Age: 1 │ + Age: 22", divider: 8..<13)
    var pane = Self.pane([row, row])
    pane.select(.characters)
    _ = pane.move(by: 1)
    pane.moveToLineEnd()
    #expect(Self.text(pane) == "+ Age: 22|+ Age: 22")
  }
}
