import TerminalText
import TerminalUI
import Workbench

/// Draws the list that is open in the request pane.
struct RequestMenuView {
  let theme: Theme

  /// Below its control where there is room, else as near as it fits.
  static func rect(_ menu: RequestMenu, of editor: RequestEditor, in bounds: Rect) -> Rect {
    let width = min((menu.items.map { TerminalWidth.columns(of: $0) }.max() ?? 0) + 4, bounds.width)
    let height = min(menu.items.count + 2, bounds.height)
    var place = Point(x: bounds.x, y: bounds.y + 1)
    if let row = editor.formRows.firstIndex(where: { $0.controls.contains(menu.control) }) {
      place = Point(
        x: bounds.x + editor.layout.labelColumns, y: bounds.y + editor.layout.headRows + row - editor.firstRow + 1)
    }
    return Rect(
      x: min(place.x, bounds.maxX - width), y: max(bounds.y, min(place.y, bounds.maxY - height)), width: width,
      height: height)
  }

  func draw(_ menu: RequestMenu, of editor: RequestEditor, on canvas: inout Canvas) {
    let rect = Self.rect(menu, of: editor, in: canvas.bounds)
    canvas.cursor = nil
    canvas.fill(rect, style: theme.text)
    canvas.box(rect, style: theme.focusedBorder)
    canvas.draw(in: rect.inset()) { canvas in
      let top = max(0, menu.selected - canvas.size.height + 1)
      for (y, item) in menu.items.dropFirst(top).prefix(canvas.size.height).enumerated() {
        canvas.write(item, at: Point(x: 1, y: y), style: theme.text)
        if top + y == menu.selected {
          canvas.restyle(Rect(x: 0, y: y, width: canvas.size.width, height: 1)) {
            $0 = theme.cursorRow.over($0)
          }
        }
      }
    }
  }
}
