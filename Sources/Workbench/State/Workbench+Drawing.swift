import Documents

/// Selecting with the mouse: a press places the cursor, what is drawn from there is selected, a second press selects a
/// word, a third one the row, and the other button copies.
extension Workbench {
  mutating func selectByMouse(_ pointer: Pointer) -> [Effect] {
    switch pointer {
    case .row(let pane, let row, let place):
      begin(in: pane, .characters)
      return go(to: row, place, in: pane)
    case .byte(let pane, let row, let byteInRow):
      begin(in: pane, .bytes)
      return moveInResponse(pane, to: row, byteInRow: byteInRow)
    case .select(let pane, let row, let place):
      guard let drawn, drawn.pane == pane, pane == focus else { return [] }
      if !viewer[pane].hasSelection {
        guard isElsewhere(row, place, drawn) else { return [] }
        viewer[pane].beginSelection(drawn.unit)
      }
      return go(to: row, place, in: pane)
    case .selectWord(let pane, let row, let place):
      begin(in: pane, .characters)
      let effects = go(to: row, place, in: pane)
      return effects + selectWord(in: pane)
    case .selectRow(let pane, let row):
      begin(in: pane, .rows)
      let effects = moveInResponse(pane, to: row, byteInRow: 0)
      viewer[pane].beginSelection(.rows)
      return effects
    case .copy(let pane):
      guard viewer[pane].hasSelection else { return [] }
      focus = pane
      return performOnSelection(.copy)
    default: return []
    }
  }

  private mutating func begin(in pane: Pane, _ unit: DocumentPane.Unit) {
    endSelections()
    focus = pane
    drawn = DrawnSelection(pane: pane, unit: unit)
  }

  /// Puts the cursor onto a character, or the byte, of a row.
  private mutating func go(to row: Int, _ place: RowPlace, in pane: Pane) -> [Effect] {
    let effects = moveInResponse(pane, to: row, byteInRow: place.byteInRow ?? 0)
    viewer[pane].column = place.column
    viewer[pane].half = place.half
    if viewer[pane].isSelectingCharacters { viewer[pane].revealCursor() }
    return effects
  }

  /// Whether the mouse has left the character or byte on which it went down.
  private func isElsewhere(_ row: Int, _ place: RowPlace, _ drawn: DrawnSelection) -> Bool {
    let pane = viewer[drawn.pane]
    if pane.cursor != row { return true }
    return drawn.unit == .bytes ? pane.byteInRow != place.byteInRow : pane.column != place.column
  }

  private mutating func selectWord(in pane: Pane) -> [Effect] {
    guard let row = viewer[pane].rowAtCursor else { return [] }
    let offset = viewer[pane].characterAtCursor.lowerBound
    let role = row.spans.first { $0.range.contains(offset) }?.role
    switch (pane, viewer.view, role) {
    case (.headers, _, .fieldName?): return explain()
    case (.body, .pretty, .punctuation?), (.body, .pretty, .note?): return performOnStructure(.toggleFold)
    default: break
    }
    if let range = RowWords.value(at: offset, in: row, viewer[pane].half) { viewer[pane].select(range) }
    return []
  }
}
