import Documents
import Exchanges
import Recordings
import Testing
import Workbench

@Suite struct DocumentPaneTests {
  private static let key = DocumentKey(exchange: ExchangeID(1), view: .text)

  /// A document of so many rows, answering requests as the store does.
  private struct Store {
    var count: Int
    var isComplete = true

    func answer(_ request: DocumentPane.Request) -> DocumentWindow {
      let first = max(0, min(request.rows.lowerBound, count - request.rows.count))
      let rows = first..<min(count, first + request.rows.count)
      return DocumentWindow(
        key: request.key, generation: request.generation, firstRow: rows.lowerBound,
        rows: rows.map { row in
          DocumentRow(text: "row \(row)", source: ByteReference(direction: .received, range: row * 16..<row * 16 + 16))
        },
        totalRows: count, isComplete: isComplete, indexedFraction: isComplete ? 1 : 0.5, widestRow: 9)
    }

    /// Answers until nothing more is asked for.
    func serve(_ request: DocumentPane.Request?, _ pane: inout DocumentPane) {
      var next = request
      while let request = next { next = pane.take(answer(request)) }
    }
  }

  private static func shown(_ store: Store, rows: Int = 10) -> DocumentPane {
    var pane = DocumentPane()
    _ = pane.resize(columns: 40, rows: rows)
    store.serve(pane.show(key), &pane)
    return pane
  }

  @Test("every visible row is there after any movement")
  func visibleRows() {
    let store = Store(count: 1_000_000)
    var pane = Self.shown(store)
    let moves: [(inout DocumentPane) -> DocumentPane.Request?] = [
      { $0.moveToEnd() }, { $0.move(by: -1) }, { $0.scroll(by: -500_000) }, { $0.move(to: 7) }, { $0.move(by: 35) },
      { $0.scroll(by: 3) }, { $0.move(to: 999_999) }, { $0.move(by: 10) },
    ]
    for move in moves {
      store.serve(move(&pane), &pane)
      for row in pane.top..<pane.top + pane.rows { #expect(pane.row(row)?.text == "row \(row)") }
      #expect((pane.top..<pane.top + pane.rows).contains(pane.cursor))
    }
    #expect(pane.cursor == 999_999)
  }

  @Test("a late answer is dropped")
  func lateAnswer() throws {
    let store = Store(count: 100)
    var pane = Self.shown(store)
    let first = pane.refresh()
    let second = pane.refresh()
    let old = try #require(first)
    let new = try #require(second)
    let late = pane.take(Store(count: 3).answer(old))
    #expect(late == nil)
    #expect(pane.totalRows == 100)
    let next = pane.take(store.answer(new))
    #expect(next == nil)
  }

  @Test("a document that is asked for again before each answer comes is shown as it grows")
  func alwaysLate() throws {
    var pane = DocumentPane()
    _ = pane.resize(columns: 40, rows: 10)
    var question = pane.show(Self.key)
    // Before the head has come there is a document without rows.
    for count in [0, 40, 80, 120] {
      let asked = try #require(question)
      question = pane.refresh()
      _ = pane.take(Store(count: count, isComplete: false).answer(asked))
      #expect(pane.totalRows == count)
    }
    #expect(pane.row(9)?.text == "row 9")
  }

  @Test("the answer to another document is dropped")
  func otherDocument() throws {
    var pane = Self.shown(Store(count: 100))
    let asked = pane.show(DocumentKey(exchange: ExchangeID(2), view: .text))
    let request = try #require(asked)
    var answer = Store(count: 5).answer(request)
    answer.key = Self.key
    _ = pane.take(answer)
    #expect(pane.totalRows == 0)
  }

  @Test("at the end of a growing document the view goes on with it")
  func followsEnd() {
    var store = Store(count: 50, isComplete: false)
    var pane = Self.shown(store)
    store.serve(pane.moveToEnd(), &pane)
    store.count = 500
    store.serve(pane.refresh(), &pane)
    #expect(pane.cursor == 499)
    store.serve(pane.move(by: -1), &pane)
    store.count = 600
    store.serve(pane.refresh(), &pane)
    #expect(pane.cursor == 498)
  }

  @Test("a late answer with other rows does not lead away from the end that is followed")
  func lateAtEnd() throws {
    var store = Store(count: 1000, isComplete: false)
    var pane = Self.shown(store)
    let before = pane.refresh()
    let atEnd = pane.moveToEnd()
    _ = pane.take(store.answer(try #require(before)))
    #expect(pane.cursor == 999)
    store.serve(atEnd, &pane)
    #expect(pane.cursor == 999)
    store.count = 2000
    store.serve(pane.refresh(), &pane)
    #expect(pane.cursor == 1999)
    #expect(pane.row(1999)?.text == "row 1999")
  }

  @Test("a row that is asked for before any rows are here is gone to when they come")
  func awaitedRow() throws {
    var pane = DocumentPane()
    _ = pane.resize(columns: 40, rows: 10)
    let asked = pane.show(Self.key)
    let later = pane.move(to: 70, byteInRow: 3)
    Store(count: 100).serve(later ?? asked, &pane)
    #expect(pane.cursor == 70)
    #expect(pane.byteAtCursor?.range == 70 * 16 + 3..<70 * 16 + 4)
    #expect(pane.row(70) != nil)
  }

  @Test("rows that are folded otherwise replace those that were, around the cursor's place at the same height")
  func refolded() {
    var pane = Self.shown(Store(count: 1000))
    Store(count: 1000).serve(pane.move(to: 500), &pane)
    let height = pane.cursor - pane.top
    let asked = pane.refold(cursor: 40)
    #expect(pane.row(pane.top) != nil, "what is here stays until then")
    Store(count: 60).serve(asked, &pane)
    #expect((pane.cursor, pane.cursor - pane.top) == (40, height))
    for row in pane.top..<pane.top + pane.rows { #expect(pane.row(row)?.text == "row \(row)") }
  }

  @Test("rows below the cursor are scrolled into view when they come, the cursor staying in it")
  func revealedRows() {
    let store = Store(count: 100)
    var pane = Self.shown(store)
    store.serve(pane.move(to: 8), &pane)
    pane.reveal(through: 12)
    store.serve(pane.refresh(), &pane)
    #expect((pane.top, pane.cursor) == (3, 8))
    pane.reveal(through: 60)
    store.serve(pane.refresh(), &pane)
    #expect((pane.top, pane.cursor) == (8, 8))
    pane.reveal(through: 11)
    store.serve(pane.refresh(), &pane)
    #expect(pane.top == 8)
  }

  @Test("the byte under the cursor stays inside its row")
  func byteCursor() {
    var pane = Self.shown(Store(count: 10))
    pane.moveSideways(by: 5, overBytes: true)
    #expect(pane.byteAtCursor == ByteReference(direction: .received, range: 5..<6))
    pane.moveSideways(by: 100, overBytes: true)
    #expect(pane.byteAtCursor?.range == 15..<16)
    pane.moveSideways(by: -100, overBytes: true)
    #expect(pane.byteAtCursor?.range == 0..<1)
  }

  @Test("bytes are selected in hex from the one under the cursor, up and down by rows of as many")
  func selectedBytes() {
    let store = Store(count: 10)
    var pane = DocumentPane()
    _ = pane.resize(columns: 40, rows: 10)
    store.serve(pane.show(DocumentKey(exchange: ExchangeID(1), view: .hex)), &pane)
    store.serve(pane.move(to: 3, byteInRow: 5), &pane)
    pane.select(.bytes)
    #expect(pane.selectedBytes?.range == 53..<54)
    store.serve(pane.move(by: 1), &pane)
    #expect(pane.selectedBytes?.range == 53..<70)
    store.serve(pane.move(by: -2), &pane)
    pane.moveSideways(by: -1, overBytes: true)
    #expect(pane.selectedBytes?.range == 36..<54)
    #expect(pane.selection == nil && pane.hasSelection)
    pane.select(.bytes)
    #expect(!pane.hasSelection)
  }

  @Test("an empty document has no row under the cursor")
  func empty() {
    let store = Store(count: 0)
    var pane = Self.shown(store)
    store.serve(pane.move(by: 1), &pane)
    #expect(pane.cursor == 0)
    #expect(pane.rowAtCursor == nil)
    #expect(pane.byteAtCursor == nil)
  }
}
