import TerminalUI
import Workbench

/// The connection's views by name, in the upper border of its box.
struct ConnectionTabs {
  private static let title = "Connection"

  let theme: Theme

  /// Draws over the border of `box`.
  func draw(_ selected: ConnectionView, over box: Rect, on canvas: inout Canvas) {
    for (view, x) in Self.tabs where x + view.title.utf8.count + 2 < box.width {
      let style = view == selected ? theme.strong.adding(.underline) : theme.faint
      canvas.write(" ", at: Point(x: box.x + x - 1, y: box.y), style: theme.border)
      canvas.write(view.title, at: Point(x: box.x + x, y: box.y), style: style)
      canvas.write(" ", at: Point(x: box.x + x + view.title.utf8.count, y: box.y), style: theme.border)
    }
  }

  /// The view whose name stands in a column of the border.
  static func view(atColumn column: Int) -> ConnectionView? {
    tabs.last { $0.x <= column && column < $0.x + $0.view.title.utf8.count }?.view
  }

  private static var tabs: [(view: ConnectionView, x: Int)] {
    var x = title.utf8.count + 5
    return ConnectionView.allCases.map { view in
      defer { x += view.title.utf8.count + 2 }
      return (view, x)
    }
  }
}
