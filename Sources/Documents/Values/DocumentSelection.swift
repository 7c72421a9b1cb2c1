/// A piece of a document's rows, from one character to another.
package struct DocumentSelection: Sendable, Hashable {
  /// A place between two characters of a row.
  package struct Position: Sendable, Hashable, Comparable {
    package var row: Int
    /// A UTF-8 offset in the row's text; `Int.max` stands for its end.
    package var offset: Int

    /// The place before the character at `offset` of a row.
    package init(row: Int, offset: Int) {
      self.row = row
      self.offset = offset
    }

    package static func < (first: Position, second: Position) -> Bool {
      (first.row, first.offset) < (second.row, second.offset)
    }
  }

  package var start: Position
  /// Behind the last character.
  package var end: Position
  /// Of rows in which two messages stand side by side, whose half it is; nil for both.
  package var half: DocumentRow.Half?

  /// What stands between two places.
  package init(start: Position, end: Position, half: DocumentRow.Half? = nil) {
    self.start = start
    self.end = end
    self.half = half
  }

  /// Whole rows.
  package init(rows: ClosedRange<Int>) {
    self.init(
      start: Position(row: rows.lowerBound, offset: 0), end: Position(row: rows.upperBound, offset: .max))
  }

  package var rows: ClosedRange<Int> { start.row...max(start.row, end.row) }

  /// Whether it has its rows from end to end.
  package var isOfWholeRows: Bool { start.offset == 0 && end.offset == .max && half == nil }

  /// What of a row's text is selected, in UTF-8 offsets; nil for a row outside of it.
  package func range(in row: DocumentRow, at index: Int) -> Range<Int>? {
    guard rows.contains(index) else { return nil }
    let whole = row.range(of: half)
    let first = index == start.row ? min(max(start.offset, whole.lowerBound), whole.upperBound) : whole.lowerBound
    let last = index == end.row ? min(end.offset, whole.upperBound) : whole.upperBound
    return first..<max(first, last)
  }
}

extension DocumentRow {
  /// One of two messages that stand side by side.
  package enum Half: Sendable, Hashable { case first, second }

  /// The UTF-8 offsets of a half of the text; of all of it where it has no halves, or none is asked for.
  package func range(of half: Half?) -> Range<Int> {
    let whole = 0..<text.utf8.count
    guard let divider, let half else { return whole }
    return (half == .first ? 0..<divider.lowerBound : divider.upperBound..<whole.upperBound).clamped(to: whole)
  }

  /// A piece of the text by UTF-8 offsets, which are cut to those there are.
  package subscript(range: Range<Int>) -> Substring {
    let inside = range.clamped(to: 0..<text.utf8.count)
    let start = text.utf8.index(text.startIndex, offsetBy: inside.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: inside.count)]
  }

  /// A piece of the text with an ellipsis for Barewire's own words in it, such as what there is to say of something folded.
  func sourceText(in range: Range<Int>) -> String {
    var text = ""
    var position = range.lowerBound
    for span in spans where span.role.isOwnWords && span.range.overlaps(range) {
      if span.range.lowerBound > position { text += self[position..<span.range.lowerBound] }
      text += "…"
      position = max(position, span.range.upperBound)
    }
    if position < range.upperBound { text += self[position..<range.upperBound] }
    return text
  }

  /// Whether it shows Barewire's own words and nothing else.
  var isOwnWords: Bool {
    !text.isEmpty && sourceText(in: 0..<text.utf8.count).allSatisfy { $0 == " " || $0 == "…" }
      && spans.contains { $0.role.isOwnWords }
  }
}

extension TextRole {
  /// What Barewire says between what was sent.
  var isOwnWords: Bool {
    switch self {
    case .note, .diagnosticNote, .diagnosticWarning, .diagnosticError: true
    default: false
    }
  }
}
