import TerminalText
import TerminalUI
import Workbench

/// Draws the list that is open in the request pane.
struct RequestMenuView {
  let theme: Theme

  static func rect(_ menu: RequestMenu, in bounds: Rect) -> Rect {
    let width = (menu.items.map { TerminalWidth.columns(of: $0) }.max() ?? 0) + 4
    let height = min(menu.items.count + 2, bounds.height)
    return Rect(x: bounds.x, y: bounds.y, width: min(width, bounds.width), height: height)
  }

  func draw(_ menu: RequestMenu, on canvas: inout Canvas) {
    let rect = Self.rect(menu, in: canvas.bounds)
    canvas.cursor = nil
    canvas.fill(rect)
    canvas.box(rect, style: theme.focusedBorder)
    canvas.draw(in: rect.inset()) { canvas in
      let top = max(0, menu.selected - canvas.size.height + 1)
      for (y, item) in menu.items.dropFirst(top).prefix(canvas.size.height).enumerated() {
        canvas.write(item, at: Point(x: 1, y: y), style: theme.text)
        if top + y == menu.selected {
          canvas.restyle(Rect(x: 0, y: y, width: canvas.size.width, height: 1)) {
            $0.attributes.formUnion(theme.cursorRow.attributes)
          }
        }
      }
    }
  }
}
