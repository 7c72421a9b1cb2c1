package import Documents

/// What is selected, from an anchor to the cursor, both included.
extension DocumentPane {
  /// The end of a selection that stays where it is.
  package enum Anchor: Sendable, Hashable {
    case row(Int)
    /// A character by its UTF-8 offsets in a row's text.
    case character(row: Int, Range<Int>)
    case byte(ByteReference)
  }

  /// In which units the cursor selects.
  package enum Unit: Sendable, Hashable { case rows, characters, bytes }

  package var hasSelection: Bool { anchor != nil }

  /// Whether the cursor is a character rather than a row or a byte.
  package var isSelectingCharacters: Bool {
    if case .character? = anchor { true } else { false }
  }

  /// The rows or characters that are selected; nil where nothing is, or bytes are.
  package var selection: DocumentSelection? {
    switch anchor {
    case .row(let row): return DocumentSelection(rows: min(row, cursor)...max(row, cursor))
    case .character(let row, let range):
      let here = characterAtCursor
      let (first, last) = ((row, range), (cursor, here))
      let isForward = (row, range.lowerBound) <= (cursor, here.lowerBound)
      let (start, end) = isForward ? (first, last) : (last, first)
      return DocumentSelection(
        start: .init(row: start.0, offset: start.1.lowerBound), end: .init(row: end.0, offset: end.1.upperBound),
        half: half)
    case .byte, nil: return nil
    }
  }

  /// The bytes that are selected; nil where none are, or the cursor is on none of their direction.
  package var selectedBytes: ByteReference? {
    guard case .byte(let anchor)? = anchor, let byte = byteAtCursor, anchor.direction == byte.direction,
      anchor.layer == byte.layer
    else { return nil }
    let low = min(anchor.range.lowerBound, byte.range.lowerBound)
    let high = max(anchor.range.upperBound, byte.range.upperBound)
    return ByteReference(layer: byte.layer, direction: byte.direction, range: low..<high)
  }

  /// The character under the cursor, in UTF-8 offsets of its row's text; empty where there is none.
  package var characterAtCursor: Range<Int> {
    guard let row = rowAtCursor else { return 0..<0 }
    let piece = row.range(of: half)
    let character = RowColumns.character(atColumn: column, in: row[piece])
    return piece.lowerBound + character.lowerBound..<piece.lowerBound + character.upperBound
  }

  /// The column in which the cursor's character begins, in its half of the row.
  package var columnOfCursor: Int { columnOfOffset(characterAtCursor.lowerBound) }

  private func columnOfOffset(_ offset: Int) -> Int {
    guard let row = rowAtCursor else { return 0 }
    let piece = row.range(of: half)
    let place = max(0, offset - piece.lowerBound)
    return RowColumns.columns(of: [place..<place], in: row[piece])[0].lowerBound
  }

  // MARK: Beginning and ending

  /// Begins to select, or selects in another unit from the same place on; ends it in the unit that it has.
  package mutating func select(_ unit: Unit) {
    switch (unit, anchor) {
    case (.rows, .row?), (.characters, .character?), (.bytes, .byte?): endSelection()
    case (.rows, .character(let row, _)?): anchor = .row(row)
    case (.characters, .row(let row)?):
      anchor = .character(row: row, row == cursor ? characterAtCursor : 0..<Int.max)
    default:
      // On the blanks that lay a row out nobody begins.
      if unit == .characters, column < max(1, left) { column = max(left, columnOfFirstWord) }
      beginSelection(unit)
    }
  }

  package mutating func beginSelection(_ unit: Unit) {
    switch unit {
    case .rows: anchor = .row(cursor)
    case .characters: anchor = .character(row: cursor, characterAtCursor)
    case .bytes: anchor = byteAtCursor.map(Anchor.byte)
    }
  }

  /// Selects some characters of the cursor's row, with the cursor on the last of them.
  package mutating func select(_ range: Range<Int>) {
    guard let row = rowAtCursor, !range.isEmpty else { return }
    column = columnOfOffset(range.lowerBound)
    anchor = .character(row: cursor, characterAtCursor)
    let last = row[range].last.map { range.upperBound - String($0).utf8.count } ?? range.lowerBound
    column = columnOfOffset(last)
  }

  package mutating func endSelection() {
    anchor = nil
  }

  /// Goes to the other end of what is selected.
  package mutating func swapEnds() -> Request? {
    let (row, here) = (cursor, characterAtCursor)
    switch anchor {
    case .row(let other):
      anchor = .row(row)
      return move(to: other)
    case .character(let other, let range):
      anchor = .character(row: row, here)
      let request = move(to: other)
      column = columnOfOffset(range.lowerBound)
      revealCursor()
      return request
    case .byte, nil: return nil
    }
  }

  // MARK: Moving over characters

  /// The words and signs of the cursor's row.
  private var words: RowWords? {
    rowAtCursor.map { RowWords($0[$0.range(of: half)], from: $0.range(of: half).lowerBound) }
  }

  private var columnOfFirstWord: Int { words?.starts.first.map(columnOfOffset) ?? 0 }

  package mutating func moveOverCharacters(by count: Int) {
    guard let row = rowAtCursor else { return }
    let piece = row.range(of: half)
    let here = characterAtCursor
    if count > 0, here.upperBound < piece.upperBound {
      column = columnOfOffset(here.upperBound)
    } else if count < 0, here.lowerBound > piece.lowerBound {
      let before = row[piece.lowerBound..<here.lowerBound].last.map { String($0).utf8.count } ?? 0
      column = columnOfOffset(here.lowerBound - before)
    } else {
      column = columnOfCursor
    }
    revealCursor()
  }

  /// Goes to the next word of the row, else to the first one of the row behind it; or back.
  package mutating func moveOverWords(by count: Int) -> Request? {
    let here = characterAtCursor.lowerBound
    let starts = words?.starts ?? []
    var request: Request?
    if let next = count > 0 ? starts.first(where: { $0 > here }) : starts.last(where: { $0 < here }) {
      column = columnOfOffset(next)
    } else if count > 0, cursor + 1 < totalRows {
      request = move(by: 1)
      column = columnOfFirstWord
    } else if count < 0, cursor > 0 {
      request = move(by: -1)
      column = words?.starts.last.map(columnOfOffset) ?? 0
    }
    revealCursor()
    return request
  }

  package mutating func moveToLineStart() {
    column = 0
    revealCursor()
  }

  /// Stays at the ends of rows from then on.
  package mutating func moveToLineEnd() {
    column = .max
    revealCursor()
  }

  /// Scrolls sideways as little as is needed to see the cursor.
  package mutating func revealCursor() {
    let shown = columnOfCursor
    let room = rowAtCursor?.divider == nil ? columns : max(1, (columns - 1) / 2)
    if shown < left { left = shown } else if shown >= left + room { left = shown - room + 1 }
  }
}
