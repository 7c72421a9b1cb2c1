import TerminalText
import TerminalUI
import Workbench

/// Draws what a text may go on with, under the cursor or else above it; the one that Tab takes has a mark.
struct CompletionView {
  let theme: Theme

  /// Where the list is on a pane of some size, and the index of the first that is seen; nil where there is no room.
  static func list(
    _ completion: Completion, at cursor: Point, in size: Size
  ) -> (rect: Rect, first: Int)? {
    let width = min(size.width, (completion.items.map { TerminalWidth.columns(of: $0) }.max() ?? 0) + 3)
    let below = size.height - cursor.y - 1
    let height = min(completion.items.count, max(below, cursor.y))
    guard height > 0 else { return nil }
    let y = below >= height ? cursor.y + 1 : cursor.y - height
    return (
      Rect(x: max(0, min(cursor.x, size.width - width)), y: y, width: width, height: height),
      max(0, completion.marked - height + 1)
    )
  }

  func draw(_ completion: Completion, on canvas: inout Canvas) {
    guard let cursor = canvas.cursor, let (rect, first) = Self.list(completion, at: cursor, in: canvas.size) else {
      return
    }
    canvas.fill(rect)
    canvas.draw(in: rect) { canvas in
      for (row, item) in completion.items.dropFirst(first).prefix(rect.height).enumerated() {
        let isMarked = first + row == completion.marked
        canvas.write(isMarked ? "▸" : " ", at: Point(x: 0, y: row), style: theme.key)
        canvas.write(item, at: Point(x: 2, y: row), style: isMarked ? theme.strong : theme.text)
      }
      let cursor = canvas.cursor
      canvas.restyle(Rect(size: rect.size)) { $0.attributes.formUnion(theme.cursorRow.attributes) }
      canvas.cursor = cursor
    }
    canvas.cursor = cursor
  }
}
