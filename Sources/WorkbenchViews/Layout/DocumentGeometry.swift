import Documents
import TerminalUI
import Workbench

/// Where the rows of a document are on the screen, for the mouse.
struct DocumentGeometry {
  let pane: DocumentPane
  /// The rows' room on the screen.
  let inside: Rect

  /// The row at a height of the screen.
  func row(atY y: Int) -> Int? {
    let row = pane.top + y - inside.y
    return inside.rows.contains(y) && row < pane.totalRows ? row : nil
  }

  /// The row at a height, also of those out of sight as far as the height is outside; nil where there are no rows.
  func nearestRow(toY y: Int) -> Int? {
    pane.totalRows == 0 ? nil : min(max(0, pane.top + y - inside.y), pane.totalRows - 1)
  }

  /// The place in a row at a column of the screen; in the half that is there, or the nearest one of a half.
  func place(atX x: Int, inRow index: Int, half wanted: DocumentRow.Half? = nil) -> RowPlace {
    let row = pane.row(index)
    let isDivided = row?.divider != nil
    let middle = DocumentRows.columns(of: .second, width: inside.width, isDivided: isDivided).lowerBound
    let half = wanted ?? (isDivided && x - inside.x < middle ? .first : .second)
    let columns = DocumentRows.columns(of: half, width: inside.width, isDivided: isDivided)
    let column = min(max(x - inside.x, columns.lowerBound), columns.upperBound) - columns.lowerBound + pane.left
    return RowPlace(column: column, half: half, byteInRow: row?.cells?.nearestByte(toColumn: column))
  }

  /// The byte whose cells are at a column of the screen.
  func byte(atX x: Int, inRow index: Int) -> Int? {
    pane.row(index)?.cells?.byte(atColumn: x - inside.x + pane.left)
  }
}
