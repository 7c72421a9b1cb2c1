import TerminalText
import TerminalUI
import Workbench

/// Draws the rows of the form's section, and says what stands where in them.
struct RequestForm {
  let theme: Theme
  let editor: RequestEditor
  let isFocused: Bool

  func draw(on canvas: inout Canvas) {
    let rows = editor.formRows
    for y in 0..<canvas.size.height where editor.firstRow + y < rows.count {
      let row = rows[editor.firstRow + y]
      if row.style == .text {
        let rest = Rect(x: 0, y: y, width: canvas.size.width, height: canvas.size.height - y)
        canvas.draw(in: rest) { canvas in
          let text = editor.editor(of: .bodyText) ?? TextEditor(editor.text(of: .bodyText), mode: .multiLine)
          EditorLines(theme: theme).draw(text, isFocused: isFocused && editor.focus == .bodyText, on: &canvas)
        }
        return
      }
      draw(row, at: y, on: &canvas)
    }
  }

  private func draw(_ row: RequestFormRow, at y: Int, on canvas: inout Canvas) {
    let style = row.isEnabled ? (row.isAutomatic ? theme.faint : theme.text) : theme.faint
    if row.style == .heading {
      canvas.write(String(repeating: "─", count: canvas.size.width), at: Point(x: 0, y: y), style: theme.faint)
      canvas.write(" \(row.label) ", at: Point(x: 1, y: y), style: theme.strong)
    }
    if row.style == .labelled {
      canvas.write(row.label, at: Point(x: 0, y: y), style: theme.faint, maxWidth: editor.layout.labelColumns - 1)
    }
    for (cell, columns) in zip(row.cells, columns(of: row)) {
      let rect = Rect(x: columns.lowerBound, y: y, width: columns.count, height: 1)
      canvas.draw(in: rect) { draw(cell, style, row, on: &$0) }
      if isFocused && cell.isFocused && (cell.isOn != nil || isChoice(cell)) {
        canvas.restyle(rect) { $0 = theme.cursorRow.over($0) }
      }
    }
  }

  private func isChoice(_ cell: RequestFormCell) -> Bool { cell.control?.kind == .choice }

  private func draw(_ cell: RequestFormCell, _ style: Style, _ row: RequestFormRow, on canvas: inout Canvas) {
    if let isOn = cell.isOn {
      canvas.write(isOn ? "[x]" : "[ ]", at: .zero, style: style)
    } else if isFocused, cell.isFocused, !isChoice(cell), let text = editor.focusedEditor {
      EditorLines(theme: theme).drawLine(text, isFocused: true, on: &canvas)
      if text.isEmpty { drawPlaceholder(cell, on: &canvas) }
    } else if cell.text.isEmpty {
      drawPlaceholder(cell, on: &canvas)
    } else {
      let text = isChoice(cell) ? cell.text + " ▾" : cell.text
      canvas.write(TerminalWidth.truncated(text, toColumns: canvas.size.width), at: .zero, style: style)
    }
  }

  private func drawPlaceholder(_ cell: RequestFormCell, on canvas: inout Canvas) {
    let text = TerminalWidth.truncated(cell.placeholder, toColumns: canvas.size.width)
    canvas.write(text, at: .zero, style: theme.faint)
  }

  /// The columns of a row's cells, without the gap behind each.
  private func columns(of row: RequestFormRow) -> [Range<Int>] {
    let layout = editor.layout
    switch row.style {
    case .table:
      let name = layout.toggleColumns
      let value = name + layout.nameColumns
      return [0..<name - 1, name..<max(name, value - 1), value..<value + layout.valueColumns]
    case .labelled: return [layout.labelColumns..<max(layout.labelColumns, layout.columns)]
    case .text: return [0..<layout.columns]
    case .heading: return []
    }
  }

  /// What a press at a place of the form means; (0, 0) is its first row on the screen.
  func command(at place: Point) -> RequestEditor.Command? {
    let rows = editor.formRows
    let texts = rows.firstIndex { $0.style == .text }
    let index = editor.firstRow + place.y
    if let texts, index >= texts {
      return .click(.bodyText, TextPosition(line: index - texts, column: place.x))
    }
    guard rows.indices.contains(index) else { return nil }
    let row = rows[index]
    for (cell, columns) in zip(row.cells, columns(of: row)) where columns.contains(place.x) {
      guard let control = cell.control else { return nil }
      return .click(control, TextPosition(line: 0, column: place.x - columns.lowerBound))
    }
    return nil
  }
}
