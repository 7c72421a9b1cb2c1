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
      if let divider = row.divider {
        draw(row, dividedBy: divider, left: pane.left, at: line, on: &canvas)
      } else {
        draw(row, left: pane.left, at: line, on: &canvas)
      }
      if let bytes = pane.selectedBytes {
        mark(bytes, theme.selection, in: row, left: pane.left, at: line, on: &canvas)
      }
      if let remark = row.remark, remark.isWarning {
        canvas.write("▲", at: Point(x: canvas.size.width - 1, y: line), style: theme.style(of: remark.role))
      }
      let area = Rect(x: 0, y: line, width: canvas.size.width, height: 1)
      if pane.selectedRows?.contains(index) == true {
        canvas.restyle(area) { $0 = theme.selection.over($0) }
      } else if isFocused && index == pane.cursor {
        // A row that shows single bytes marks the byte; the row itself only a little.
        let mark = byte == nil ? theme.cursorRow : Style(attributes: .bold)
        canvas.restyle(area) { $0 = mark.over($0) }
      }
    }
  }

  /// Draws both halves of a row side by side, each of them scrolled.
  private func draw(
    _ row: DocumentRow, dividedBy divider: Range<Int>, left: Int, at y: Int, on canvas: inout Canvas
  ) {
    let line = Rect(x: 0, y: y, width: canvas.size.width, height: 1)
    let (first, rest) = line.split(left: (canvas.size.width - 1) / 2)
    canvas.draw(in: first) { draw(row.part(0..<divider.lowerBound), left: left, at: 0, on: &$0) }
    canvas.write("│", at: rest.origin, style: theme.border)
    canvas.draw(in: rest.inset(left: 1)) { canvas in
      draw(row.part(divider.upperBound..<row.text.utf8.count), left: left, at: 0, on: &canvas)
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
      x += canvas.write(expandTabs(row.text[start..<end], from: x + left), at: Point(x: x, y: y), style: style)
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

  /// A tab goes to the next multiple of four columns.
  private func expandTabs(_ text: Substring, from column: Int) -> String {
    guard text.utf8.contains(9) else { return String(text) }
    var result = ""
    var x = column
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        let count = 4 - x % 4
        result += String(repeating: " ", count: count)
        x += count
      } else {
        result.unicodeScalars.append(scalar)
        x += 1
      }
    }
    return result
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
    let bytes = Array(text.utf8)[range.clamped(to: 0..<text.utf8.count)]
    let spans = spans.compactMap { span -> Span? in
      let inside = span.range.clamped(to: range)
      if inside.isEmpty { return nil }
      return Span(range: inside.lowerBound - range.lowerBound..<inside.upperBound - range.lowerBound, role: span.role)
    }
    return DocumentRow(text: String(decoding: bytes, as: UTF8.self), spans: spans)
  }
}
