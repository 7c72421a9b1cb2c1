import TerminalText
import TerminalUI
import Workbench

/// Draws a view of the connection: rows around the cursor.
struct ConnectionList {
  let theme: Theme
  let isFocused: Bool

  func draw(_ workbench: Workbench, on canvas: inout Canvas) {
    let rows = workbench.connectionRows
    let cursor = workbench.connectionPanel.cursorRow(of: rows.count)
    // The cursor stays in the middle where it can; what is followed ends at the last row.
    let middle = workbench.connectionPanel.cursor == nil ? rows.count : cursor - canvas.size.height / 2
    let top = max(0, min(middle, rows.count - canvas.size.height))
    let labels = labelWidth(rows, of: canvas.size.width)
    for (y, row) in rows.dropFirst(top).prefix(canvas.size.height).enumerated() {
      draw(row, at: y, labelWidth: labels, isUnderCursor: isFocused && top + y == cursor, on: &canvas)
    }
  }

  /// As wide as the widest label, but for a third of the list at most.
  private func labelWidth(_ rows: [ConnectionRow], of width: Int) -> Int {
    let widest = rows.reduce(0) { max($0, TerminalWidth.columns(of: $1.label)) }
    return widest == 0 ? 0 : min(widest, max(12, width / 3)) + 2
  }

  private func draw(
    _ row: ConnectionRow, at y: Int, labelWidth: Int, isUnderCursor: Bool, on canvas: inout Canvas
  ) {
    let mark = isUnderCursor ? theme.cursorRow : theme.faint
    let label = TerminalWidth.truncated(row.label, toColumns: max(0, labelWidth - 2))
    canvas.write(label, at: Point(x: 0, y: y), style: mark)
    let end = labelWidth + canvas.write(row.text, at: Point(x: labelWidth, y: y), style: style(row.tone))
    guard let drawing = row.drawing else { return }
    // Drawings of one list stand below each other.
    let start = max(end + 1, labelWidth + 12)
    guard canvas.size.width > start + 4 else { return }
    canvas.draw(in: Rect(x: start, y: y, width: canvas.size.width - start, height: 1)) { canvas in
      RowDrawing(theme: theme).draw(drawing, on: &canvas)
    }
  }

  private func style(_ tone: ConnectionRow.Tone) -> Style {
    switch tone {
    case .plain: theme.text
    case .faint: theme.faint
    case .strong: theme.strong
    case .good: theme.good
    case .caution: theme.caution
    case .bad: theme.bad
    }
  }
}
