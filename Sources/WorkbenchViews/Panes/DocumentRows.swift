import Documents
import TerminalUI
import Workbench

/// Draws the rows of a document that are on the screen.
struct DocumentRows {
  let theme: Theme
  let isFocused: Bool
  /// Bytes to mark wherever a row shows them.
  let highlight: ByteReference?
  /// The byte under the cursor.
  let byte: ByteReference?
  /// Finds what is searched for.
  let matcher: RowMatcher?

  func draw(_ pane: DocumentPane, on canvas: inout Canvas) {
    for line in 0..<canvas.size.height {
      let index = pane.top + line
      guard index < pane.totalRows else { break }
      guard let row = pane.row(index) else {
        canvas.write("…", at: Point(x: 0, y: line), style: theme.faint)
        continue
      }
      if row.divider != nil {
        drawHalves(of: row, left: pane.left, at: line, on: &canvas)
      } else {
        draw(row, left: pane.left, at: line, on: &canvas)
      }
      if let bytes = pane.selectedBytes {
        mark(bytes, theme.selection, in: row, left: pane.left, at: line, on: &canvas)
      }
      if pane.isSelectingCharacters { markSelection(of: pane, in: row, index, at: line, on: &canvas) }
      if let remark = row.remark, remark.isWarning {
        canvas.write("▲", at: Point(x: canvas.size.width - 1, y: line), style: theme.style(of: remark.role))
      }
      let area = Rect(x: 0, y: line, width: canvas.size.width, height: 1)
      if pane.selection?.isOfWholeRows == true, pane.selection?.rows.contains(index) == true {
        canvas.restyle(area) { $0 = theme.selection.over($0) }
      } else if isFocused && index == pane.cursor && !pane.isSelectingCharacters {
        // A row that shows single bytes marks the byte; the row itself only a little.
        let mark = byte == nil ? theme.cursorRow : Style(attributes: .bold)
        canvas.restyle(area) { $0 = mark.over($0) }
      }
    }
  }

  /// The columns of a half of a pane that shows two messages side by side; all of it where it shows one.
  static func columns(of half: DocumentRow.Half, width: Int, isDivided: Bool) -> Range<Int> {
    if !isDivided { return 0..<width }
    let middle = (width - 1) / 2
    return half == .first ? 0..<middle : min(width, middle + 1)..<width
  }

  /// Marks the characters that are selected, with the terminal's cursor at the end that moves.
  private func markSelection(
    of pane: DocumentPane, in row: DocumentRow, _ index: Int, at y: Int, on canvas: inout Canvas
  ) {
    guard let selection = pane.selection, let range = selection.range(in: row, at: index) else { return }
    let piece = row.range(of: pane.half)
    let part = range.lowerBound - piece.lowerBound..<range.upperBound - piece.lowerBound
    var columns = RowColumns.columns(of: [part], in: row[piece])[0]
    // The line's end is selected, too: otherwise an empty row would look as if it were not.
    if index < selection.rows.upperBound { columns = columns.lowerBound..<columns.upperBound + 1 }
    let shown = Self.columns(of: pane.half, width: canvas.size.width, isDivided: row.divider != nil)
    canvas.draw(in: Rect(x: shown.lowerBound, y: y, width: shown.count, height: 1)) { canvas in
      canvas.restyle(Rect(x: columns.lowerBound - pane.left, y: 0, width: columns.count, height: 1)) {
        $0 = theme.selection.over($0)
      }
      if isFocused, index == pane.cursor { canvas.cursor = Point(x: pane.columnOfCursor - pane.left, y: 0) }
    }
  }

  /// Draws both halves of a row side by side, each of them scrolled.
  private func drawHalves(of row: DocumentRow, left: Int, at y: Int, on canvas: inout Canvas) {
    for half in [DocumentRow.Half.first, .second] {
      let columns = Self.columns(of: half, width: canvas.size.width, isDivided: true)
      canvas.draw(in: Rect(x: columns.lowerBound, y: y, width: columns.count, height: 1)) { canvas in
        draw(row.part(row.range(of: half)), left: left, at: 0, on: &canvas)
      }
      if half == .first { canvas.write("│", at: Point(x: columns.upperBound, y: y), style: theme.border) }
    }
  }

  private func draw(_ row: DocumentRow, left: Int, at y: Int, on canvas: inout Canvas) {
    let text = row.text.utf8
    var x = -left
    var position = 0
    func write(_ span: Range<Int>, _ style: Style) {
      let range = span.clamped(to: 0..<text.count)
      guard !range.isEmpty, x < canvas.size.width else { return }
      let start = text.index(text.startIndex, offsetBy: range.lowerBound)
      let end = text.index(start, offsetBy: range.count)
      let shown = RowColumns.expandingTabs(row.text[start..<end], from: x + left)
      x += canvas.write(shown, at: Point(x: x, y: y), style: style)
    }
    for span in row.spans {
      if span.range.lowerBound > position { write(position..<span.range.lowerBound, theme.text) }
      let style = theme.style(of: span.role)
      write(max(position, span.range.lowerBound)..<max(position, span.range.upperBound), style)
      position = max(position, span.range.upperBound)
    }
    write(position..<max(position, text.count), theme.text)
    markMatches(row, left: left, at: y, on: &canvas)
    markBytes(row, left: left, at: y, on: &canvas)
  }

  private func markMatches(_ row: DocumentRow, left: Int, at y: Int, on canvas: inout Canvas) {
    guard let matcher else { return }
    for columns in RowColumns.columns(of: matcher.ranges(in: row.text), in: row.text) {
      canvas.restyle(Rect(x: columns.lowerBound - left, y: y, width: columns.count, height: 1)) { $0 = theme.match }
    }
  }

  /// Marks the byte under the cursor and the highlighted bytes.
  private func markBytes(_ row: DocumentRow, left: Int, at y: Int, on canvas: inout Canvas) {
    for (reference, style) in [(highlight, theme.highlight), (byte, theme.cursorRow)] {
      if let reference { mark(reference, style, in: row, left: left, at: y, on: &canvas) }
    }
  }

  /// Marks bytes where the row says in which columns each byte is.
  private func mark(
    _ reference: ByteReference, _ style: Style, in row: DocumentRow, left: Int, at y: Int, on canvas: inout Canvas
  ) {
    guard let source = row.source, let cells = row.cells, reference.layer == source.layer,
      reference.direction == source.direction, reference.range.overlaps(source.range)
    else { return }
    for offset in reference.range.clamped(to: source.range) {
      let byte = offset - source.range.lowerBound
      let hex = Rect(x: cells.hexColumn(ofByte: byte) - left, y: y, width: 2, height: 1)
      let text = Rect(x: cells.textColumn(ofByte: byte) - left, y: y, width: 1, height: 1)
      for area in [hex, text] { canvas.restyle(area) { $0 = style.over($0) } }
    }
  }
}

extension DocumentRow {
  /// A piece of the row's text with its spans.
  fileprivate func part(_ range: Range<Int>) -> DocumentRow {
    let spans = spans.compactMap { span -> Span? in
      let inside = span.range.clamped(to: range)
      if inside.isEmpty { return nil }
      return Span(range: inside.lowerBound - range.lowerBound..<inside.upperBound - range.lowerBound, role: span.role)
    }
    return DocumentRow(text: String(self[range]), spans: spans)
  }
}
