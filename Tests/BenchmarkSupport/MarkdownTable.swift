/// Rows of cells as a table in Markdown, padded so that it can be read as it is.
package struct MarkdownTable {
  private let heads: [String]
  private var rows: [[String]] = []

  package init(heads: [String]) {
    self.heads = heads
  }

  /// Adds a row with as many cells as there are heads.
  package mutating func add(_ cells: [String]) {
    precondition(cells.count == heads.count, "a row has a cell for each head")
    rows.append(cells)
  }

  package var text: String {
    let cells = [heads] + rows
    let widths = heads.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      "| " + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ") + " |"
    }
    lines.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|", at: 1)
    return lines.joined(separator: "\n")
  }
}
