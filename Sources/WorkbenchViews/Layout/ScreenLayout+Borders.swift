package import TerminalUI
package import Workbench

/// Where the lines between panes are, and what moving one means.
extension ScreenLayout {
  /// The line at a place; nil where there is none that can be moved.
  package func border(at point: Point) -> Border? {
    Border.allCases.first { line(of: $0)?.contains(point) == true }
  }

  /// The cells of a line: the edges of both panes where these have borders of their own.
  private func line(of border: Border) -> Rect? {
    switch border {
    case .tree:
      guard let tree = boxes[.tree], tree.maxX < area.maxX else { return nil }
      return Rect(x: tree.maxX - 1, y: tree.y, width: 2, height: tree.height)
    case .request: return boxes[.connection] == nil ? nil : boxes[.request].map(bottom)
    case .connection: return response == nil ? nil : boxes[.connection].map(bottom)
    case .headers: return divider.flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  private func bottom(_ box: Rect) -> Rect {
    Rect(x: box.x, y: box.maxY - 1, width: box.width, height: box.maxY < area.maxY ? 2 : 1)
  }

  /// The share that puts a line at a place, in thousandths of what it divides.
  package func share(of border: Border, at point: Point) -> Int? {
    switch border {
    case .tree: thousandths(point.x + 1 - area.x, of: area.width)
    case .request: boxes[.request].flatMap { thousandths(point.y + 1 - $0.y, of: area.height) }
    case .connection: boxes[.connection].flatMap { thousandths(point.y + 1 - $0.y, of: area.height) }
    case .headers:
      boxes[.headers].flatMap { headers in
        divider?.width == 1
          ? thousandths(point.x - headers.x, of: columnsOfResponse)
          : thousandths(point.y - headers.y, of: rowsOfResponse)
      }
    }
  }

  /// The line and its share that make a pane larger by so many steps; nil where the pane has no line of its own here.
  package func resized(_ pane: Pane, by steps: Int) -> (border: Border, share: Int)? {
    let border: Border =
      switch pane {
      case .tree: .tree
      case .request: .request
      case .connection: .connection
      case .headers, .body: .headers
      }
    guard let line = line(of: border) else { return nil }
    let isColumn = border == .tree || border == .headers && line.width == 1
    let step = (pane == .body ? -steps : steps) * (isColumn ? 2 : 1)
    let place = isColumn ? Point(x: line.x + step, y: line.y) : Point(x: line.x, y: line.y + step)
    return share(of: border, at: place).map { (border, $0) }
  }

  private var columnsOfResponse: Int { response.map { $0.width - 2 } ?? 0 }
  private var rowsOfResponse: Int { (boxes[.headers]?.height ?? 0) + 1 + (boxes[.body]?.height ?? 0) }

  private func thousandths(_ cells: Int, of total: Int) -> Int? {
    total > 0 ? min(1000, max(0, (cells * 1000 + total / 2) / total)) : nil
  }
}
