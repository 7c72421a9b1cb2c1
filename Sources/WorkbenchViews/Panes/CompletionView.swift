import TerminalText
import TerminalUI
import Workbench

/// Draws what a text may go on with, under the cursor or else above it; the first, which Tab takes, has a mark.
struct CompletionView {
  let theme: Theme

  func draw(_ completion: Completion, on canvas: inout Canvas) {
    guard let cursor = canvas.cursor else { return }
    let width = min(canvas.size.width, (completion.items.map { TerminalWidth.columns(of: $0) }.max() ?? 0) + 3)
    let below = canvas.size.height - cursor.y - 1
    let height = min(completion.items.count, max(below, cursor.y))
    guard height > 0 else { return }
    let y = below >= height ? cursor.y + 1 : cursor.y - height
    let rect = Rect(x: max(0, min(cursor.x, canvas.size.width - width)), y: y, width: width, height: height)
    canvas.fill(rect)
    canvas.draw(in: rect) { canvas in
      for (row, item) in completion.items.prefix(height).enumerated() {
        canvas.write(row == 0 ? "▸" : " ", at: Point(x: 0, y: row), style: theme.key)
        canvas.write(item, at: Point(x: 2, y: row), style: row == 0 ? theme.strong : theme.text)
      }
      let cursor = canvas.cursor
      canvas.restyle(Rect(size: rect.size)) { $0.attributes.formUnion(theme.cursorRow.attributes) }
      canvas.cursor = cursor
    }
    canvas.cursor = cursor
  }
}
