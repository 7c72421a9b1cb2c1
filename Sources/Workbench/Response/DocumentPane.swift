package import Documents

/// One scrolling view of a document: which rows are wanted, which are here, and where the cursor is.
///
/// The rows themselves live in an actor; this holds one window of them with some overscan, and asks for another
/// when the viewport leaves it. Answers to older questions are dropped by their generation, unless they are all there is.
package struct DocumentPane: Sendable {
  /// The rows to fetch next.
  package struct Request: Sendable, Hashable {
    package var key: DocumentKey
    package var rows: Range<Int>
    package var generation: Int
  }

  package private(set) var key: DocumentKey?
  package private(set) var window: DocumentWindow?
  /// The first row on the screen.
  package private(set) var top = 0
  /// Columns scrolled away to the left.
  package internal(set) var left = 0
  package private(set) var cursor = 0
  /// The byte under the cursor within its row's source.
  package internal(set) var byteInRow = 0
  /// The column in which the cursor is, or would be if its row were as wide, as in vi.
  package internal(set) var column = 0
  /// The half that the cursor is in of rows in which two messages stand side by side.
  package internal(set) var half = DocumentRow.Half.second
  /// The other end of what is selected.
  package internal(set) var anchor: Anchor?
  /// Stays at the end while the document grows.
  package private(set) var followsEnd = false
  package private(set) var rows = 20
  package private(set) var columns = 80
  private var generation = 0
  /// The question whose answer came last.
  private var taken = 0
  /// A row to go to that is not known yet, and the byte in it.
  private var awaited: (row: Int, byteInRow: Int)?
  /// How far below the first row on the screen the awaited row is to be; nil where that does not matter.
  private var awaitedHeight: Int?
  /// Whether the viewport was scrolled away from the cursor, which therefore may be out of sight.
  private var isCursorLeft = false
  /// The last of the rows below the cursor that are to be seen with it, once they are known.
  private var lastRevealed: Int?

  package init() {}

  /// Whether it has rows that are not known yet.
  package var isReading: Bool { window.map { !$0.isComplete } ?? (key != nil) }

  package var totalRows: Int { window?.totalRows ?? 0 }

  /// The row if it is here.
  package func row(_ index: Int) -> DocumentRow? {
    guard let window else { return nil }
    let offset = index - window.firstRow
    return window.rows.indices.contains(offset) ? window.rows[offset] : nil
  }

  package var rowAtCursor: DocumentRow? { row(cursor) }

  /// The byte that the cursor is on, if the row under it has bytes.
  package var byteAtCursor: ByteReference? {
    guard let source = rowAtCursor?.source, !source.range.isEmpty else { return nil }
    let offset = min(source.range.lowerBound + byteInRow, source.range.upperBound - 1)
    return ByteReference(layer: source.layer, direction: source.direction, offset: offset)
  }

  // MARK: What happens to it

  /// Shows another document from its start; the same one again keeps its place.
  package mutating func show(_ key: DocumentKey?) -> Request? {
    guard key != self.key else { return refresh() }
    self.key = key
    window = nil
    top = 0
    left = 0
    cursor = 0
    byteInRow = 0
    column = 0
    endSelection()
    followsEnd = false
    awaited = nil
    lastRevealed = nil
    return refresh()
  }

  package mutating func resize(columns: Int, rows: Int) -> Request? {
    guard columns != self.columns || rows != self.rows else { return nil }
    self.columns = columns
    self.rows = max(1, rows)
    clamp()
    return fetchIfNeeded()
  }

  /// Takes an answer; nil when it is late.
  package mutating func take(_ answer: DocumentWindow) -> Request? {
    guard answer.key == key, isWanted(answer) else { return nil }
    taken = answer.generation
    window = answer
    if let awaited, awaited.row < answer.totalRows || answer.isComplete {
      self.awaited = nil
      (cursor, byteInRow) = awaited
      if let height = awaitedHeight { top = max(0, cursor - height) }
      awaitedHeight = nil
    }
    // The document may have grown while the answer came: follow what is here.
    if followsEnd, answer.hasLastRow { cursor = max(0, answer.totalRows - 1) }
    clamp()
    if let last = lastRevealed {
      lastRevealed = nil
      // As much as there is room for, the cursor's row in any case.
      top = max(top, min(cursor, min(last, totalRows - 1) - rows + 1))
    }
    return fetchIfNeeded()
  }

  /// Shows the same document with other rows; the cursor's row stays at its height if there are enough rows.
  package mutating func refold(cursor row: Int) -> Request? {
    guard let key else { return nil }
    followsEnd = false
    // What is here is shown until the rows that replace it come.
    awaited = (row, 0)
    awaitedHeight = cursor - top
    generation += 1
    let first = max(0, row - (cursor - top) - rows)
    return Request(key: key, rows: first..<first + 4 * rows, generation: generation)
  }

  /// Asks again: the document may have grown.
  package mutating func refresh() -> Request? {
    guard key != nil else { return nil }
    return fetch()
  }

  package mutating func move(by count: Int) -> Request? {
    followsEnd = false
    isCursorLeft = false
    awaited = nil
    cursor += count
    // In rows of as many bytes the column stays.
    if key?.view.isHex != true { byteInRow = 0 }
    clamp()
    return fetchIfNeeded()
  }

  package mutating func move(to row: Int, byteInRow: Int = 0) -> Request? {
    followsEnd = false
    isCursorLeft = false
    cursor = row
    self.byteInRow = byteInRow
    // A row may be asked for that is not known here yet: a window that comes brings it.
    awaited = row >= totalRows && isReading ? (row, byteInRow) : nil
    awaitedHeight = nil
    if row >= totalRows || row < 0 { clamp() } else { keepCursorVisible() }
    return fetchIfNeeded()
  }

  package mutating func moveToEnd() -> Request? {
    isCursorLeft = false
    cursor = max(0, totalRows - 1)
    byteInRow = 0
    followsEnd = !(window?.isComplete ?? false)
    awaited = nil
    clamp()
    return fetchIfNeeded()
  }

  /// Stays at the end from now on, until the cursor is moved.
  package mutating func followEnd() {
    followsEnd = true
  }

  package mutating func scroll(by count: Int) -> Request? {
    followsEnd = false
    awaited = nil
    top = max(0, min(top + count, max(0, totalRows - rows)))
    if anchor == nil {
      cursor = min(max(cursor, top), max(top, min(top + rows, totalRows) - 1))
    } else {
      // What is selected ends at the cursor: it stays, in sight or not.
      isCursorLeft = true
    }
    return fetchIfNeeded()
  }

  /// Moves the byte cursor where the row shows bytes, else scrolls sideways.
  package mutating func moveSideways(by count: Int, overBytes: Bool) {
    if overBytes, let source = rowAtCursor?.source {
      byteInRow = max(0, min(min(byteInRow, source.range.count - 1) + count, source.range.count - 1))
    } else {
      scrollSideways(by: count * 8)
    }
  }

  package mutating func scrollSideways(by count: Int) {
    left = max(0, min(left + count, max(0, (window?.widestRow ?? 0) - columns / 2)))
  }

  /// Scrolls, when the next rows come, so that those down to `row` are seen with the cursor.
  package mutating func reveal(through row: Int) {
    lastRevealed = row
  }

  /// Scrolls sideways as little as is needed to show a column.
  package mutating func reveal(column: Int) {
    if column < left || column >= left + columns { left = max(0, column - columns / 3) }
  }

  // MARK: Inside

  private mutating func clamp() {
    cursor = max(0, min(cursor, max(0, totalRows - 1)))
    keepCursorVisible()
  }

  private mutating func keepCursorVisible() {
    if !isCursorLeft {
      if cursor < top { top = cursor }
      if cursor >= top + rows { top = cursor - rows + 1 }
    }
    top = max(0, min(top, max(0, totalRows - rows)))
  }

  /// A page above and two below the viewport; when the end is followed, the last pages.
  private var wantedRows: Range<Int> {
    // Rows behind the end stand for the last ones there are.
    let first = followsEnd ? Int.max / 2 : max(0, top - rows)
    return first..<first + 4 * rows
  }

  private mutating func fetchIfNeeded() -> Request? {
    guard let window else { return fetch() }
    let here = window.firstRow..<(window.firstRow + window.rows.count)
    let visible = top..<max(top, min(top + rows, totalRows))
    return here.lowerBound <= visible.lowerBound && visible.upperBound <= here.upperBound ? nil : fetch()
  }

  private mutating func fetch() -> Request? {
    guard let key else { return nil }
    generation += 1
    return Request(key: key, rows: wantedRows, generation: generation)
  }

  /// Whether an answer is still of use.
  ///
  /// A late one is better than none as long as it has what is on the screen: questions may come faster than answers
  /// for as long as a document grows.
  private func isWanted(_ answer: DocumentWindow) -> Bool {
    if answer.generation == generation { return true }
    // Rows that were folded otherwise have other numbers.
    guard answer.generation > taken, awaitedHeight == nil else { return false }
    if followsEnd, answer.hasLastRow { return true }
    let here = answer.firstRow..<answer.firstRow + answer.rows.count
    let visible = top..<max(top, min(top + rows, max(totalRows, answer.totalRows)))
    return window == nil || here.lowerBound <= visible.lowerBound && visible.upperBound <= here.upperBound
  }
}

extension DocumentWindow {
  fileprivate var hasLastRow: Bool { firstRow + rows.count == totalRows }
}
