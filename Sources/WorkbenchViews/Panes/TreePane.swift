import TerminalText
import TerminalUI
import Workbench

/// Draws the tree of workspaces.
struct TreePane {
  let theme: Theme

  func draw(_ workbench: Workbench, on canvas: inout Canvas) {
    let tree = workbench.tree
    for line in 0..<canvas.size.height {
      let index = tree.top + line
      guard tree.rows.indices.contains(index) else { break }
      draw(tree.rows[index], isOpen: Self.isOpen(tree.rows[index], in: workbench), at: line, on: &canvas)
      if index == tree.cursor {
        let row = Rect(x: 0, y: line, width: canvas.size.width, height: 1)
        let mark = workbench.focus == .tree ? theme.cursorRow : theme.cursorRowWithoutFocus
        canvas.restyle(row) { $0 = mark.over($0) }
      }
    }
    if tree.rows.isEmpty {
      canvas.write(tree.filter.isEmpty ? "No workspaces here" : "Nothing matches", at: .zero, style: theme.faint)
    }
  }

  static func isOpen(_ row: TreeRow, in workbench: Workbench) -> Bool {
    switch (workbench.open, row.node) {
    case (.item(let open)?, .item(let item)): open == item
    case (.unplaced(let open)?, .unplaced(let number)): open == number
    default: false
    }
  }

  private func draw(_ row: TreeRow, isOpen: Bool, at y: Int, on canvas: inout Canvas) {
    var x = row.depth
    let mark =
      switch row.isUnfolded {
      case true?: "▾ "
      case false?: "▸ "
      case nil: isOpen ? "● " : "  "
      }
    x += canvas.write(mark, at: Point(x: max(0, x), y: y), style: isOpen ? theme.key : theme.faint)
    var nameStyle = theme.text
    switch row.kind {
    case .workspace: nameStyle = theme.strong
    case .folder: break
    case .request(let method):
      let short = String(method.prefix(4))
      canvas.write(short, at: Point(x: x, y: y), style: theme.style(ofMethod: method))
      x += 5
      if isOpen { nameStyle = theme.strong }
    case .unreadable(let reason):
      x += canvas.write("! ", at: Point(x: x, y: y), style: theme.bad)
      x += canvas.write(row.name, at: Point(x: x, y: y), style: theme.bad)
      canvas.write("  " + reason, at: Point(x: x, y: y), style: theme.faint)
      return
    }
    let room = canvas.size.width - x - (row.isModified ? 2 : 0)
    x += canvas.write(
      TerminalWidth.truncated(row.name, toColumns: max(0, room)), at: Point(x: x, y: y), style: nameStyle)
    if row.isModified { canvas.write(" ●", at: Point(x: x, y: y), style: theme.caution) }
  }
}
