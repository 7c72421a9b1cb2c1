/// What a view draws of a text.
extension TextEditor {
  package var lineCount: Int { buffer.lineCount }

  /// Where the cursor stands, in lines and columns of the whole text.
  package var cursorPosition: TextPosition {
    let line = buffer.line(at: cursor)
    return TextPosition(line: line, column: buffer.column(of: cursor, inLine: line))
  }

  /// Where the cursor stands in the viewport; nil when it is scrolled out of sight.
  package var cursorInViewport: TextPosition? { positionInViewport(of: cursor) }

  /// Where an offset between characters stands in the viewport; nil where it is out of sight.
  package func positionInViewport(of offset: Int) -> TextPosition? {
    if let rows {
      let (place, start) = rows.place(of: offset)
      guard let row = rows.distance(from: firstPlace, to: place, atMost: viewport.lines - 1) else { return nil }
      return TextPosition(line: row, column: min(rows.column(of: offset, inRowFrom: start), viewport.columns - 1))
    }
    let number = buffer.line(at: offset)
    let line = number - viewport.firstLine
    let column = buffer.column(of: offset, inLine: number) - viewport.firstColumn
    guard (0..<viewport.lines).contains(line), (0..<viewport.columns).contains(column) else { return nil }
    return TextPosition(line: line, column: column)
  }

  /// The lines that the viewport shows, from its first one, cut to its columns.
  package var visibleLines: [TextLine] {
    if let rows {
      return rows.ranges(from: firstPlace, count: viewport.lines).map { place, range in
        TextLine(
          range: range, isContinuation: place.row > 0 || buffer.isContinuation(place.line),
          pieces: pieces(in: range, columns: 0..<viewport.columns))
      }
    }
    return lines(
      viewport.firstLine..<(viewport.firstLine + viewport.lines),
      columns: viewport.firstColumn..<(viewport.firstColumn + viewport.columns))
  }

  /// Lines as they are drawn, cut to a range of columns; of a wide character that is cut in two spaces remain.
  package func lines(_ visible: Range<Int>, columns: Range<Int> = 0..<Int.max) -> [TextLine] {
    visible.clamped(to: 0..<buffer.lineCount).map { line in
      TextLine(
        range: buffer.range(ofLine: line), isContinuation: buffer.isContinuation(line),
        pieces: pieces(in: buffer.range(ofLine: line), columns: columns))
    }
  }

  /// The offset of the character at a place of the whole text; places beyond a line or the text give its end.
  package func offset(at position: TextPosition) -> Int {
    guard position.line < buffer.lineCount else { return buffer.count }
    return buffer.offset(atColumn: max(0, position.column), ofLine: max(0, position.line))
  }

  /// The offset of the character at a place of the viewport, for the mouse.
  package func offset(inViewport position: TextPosition) -> Int {
    if let rows {
      let last = rows.place(firstPlace, movedBy: position.line)
      let isBelow = rows.distance(from: firstPlace, to: last, atMost: position.line).map { $0 < position.line } ?? false
      return isBelow ? buffer.count : rows.offset(atColumn: max(0, position.column), of: last)
    }
    return offset(
      at: TextPosition(
        line: viewport.firstLine + position.line, column: viewport.firstColumn + position.column))
  }

  private func pieces(in range: Range<Int>, columns: Range<Int>) -> [TextPiece] {
    let selection = self.selection ?? 0..<0
    var pieces: [TextPiece] = []
    var position = range.lowerBound
    var column = 0
    var reader = buffer.reader
    while position < range.upperBound, column < columns.upperBound,
      !buffer.isHiddenLineEnd(at: position, in: &reader)
    {
      let unit = buffer.unit(at: position, column: column, in: &reader)
      let covered = (column..<(column + unit.columns)).clamped(to: columns)
      if !covered.isEmpty {
        let isWhole = covered.count == unit.columns
        append(
          TextPiece(
            kind: unit.kind, text: isWhole ? unit.text : String(repeating: " ", count: covered.count),
            range: unit.range, column: covered.lowerBound - columns.lowerBound, columns: covered.count,
            isSelected: selection.contains(position)),
          to: &pieces)
      }
      column += unit.columns
      position = unit.range.upperBound
    }
    return pieces
  }

  private func append(_ piece: TextPiece, to pieces: inout [TextPiece]) {
    guard let last = pieces.indices.last, pieces[last].kind == piece.kind, pieces[last].isSelected == piece.isSelected
    else {
      pieces.append(piece)
      return
    }
    pieces[last].text += piece.text
    pieces[last].columns += piece.columns
    pieces[last].range = pieces[last].range.lowerBound..<piece.range.upperBound
  }
}
