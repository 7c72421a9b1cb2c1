/// Cells side by side in one row.
package struct CellRun: Sendable, Hashable {
  package var row: Int
  package var columns: Range<Int>

  package init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}
