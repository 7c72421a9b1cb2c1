/// Where the request pane's parts stand, in columns and rows inside its border: the view draws by it, editors scroll by it.
///
/// The first row holds method and URL, the second the tabs; below are the form's rows or the raw bytes, whose last row is
/// the status line.
package struct RequestLayout: Sendable, Hashable {
  package var columns: Int
  package var rows: Int
  /// Columns of the method with the gap after it; the URL has the rest.
  package var methodColumns: Int
  /// Columns of a row's toggle with the gap after it.
  package let toggleColumns = 4
  /// Columns of a label in sections without a table, with the gap after it.
  package let labelColumns = 22
  /// Rows above the form or the raw bytes.
  package let headRows = 2

  init(columns: Int, rows: Int, methodColumns: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.methodColumns = max(7, min(methodColumns + 1, self.columns / 2))
  }

  package var urlColumns: Int { max(1, columns - methodColumns) }
  /// Columns of a table's names with the gap after them.
  package var nameColumns: Int { max(2, (columns - toggleColumns) * 2 / 5) }
  package var valueColumns: Int { max(1, columns - toggleColumns - nameColumns) }
  /// Rows of the form, or of the raw bytes and their status line.
  package var contentRows: Int { max(1, rows - headRows) }
  package var rawRows: Int { max(1, contentRows - 1) }
}

extension RequestLayout {
  /// The room of a control's text.
  func room(of control: RequestControl, rowsAbove: Int) -> (lines: Int, columns: Int) {
    switch control {
    case .method: (1, max(1, methodColumns - 1))
    case .url: (1, urlColumns)
    case .cell(_, _, .name): (1, max(1, nameColumns - 1))
    case .cell(_, _, .value): (1, valueColumns)
    case .bodyText: (max(1, contentRows - rowsAbove), columns)
    case .raw: (rawRows, columns)
    default: (1, max(1, columns - labelColumns))
    }
  }
}
