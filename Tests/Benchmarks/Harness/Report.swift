/// What was measured, as one table in Markdown.
struct Report {
  struct Row {
    /// What was measured.
    var what: String
    var barewire: String
    /// The peer's figure from the same rounds, or what the figure is to be seen beside.
    var beside = ""
    /// Barewire's figure divided by the peer's.
    var ratio: Double?
    var goal = ""
    /// Nil where there is no goal.
    var isMet: Bool?
  }

  private var rows: [Row] = []

  mutating func add(_ rows: [Row]) {
    self.rows += rows
  }

  var table: String {
    let heads = ["What", "Barewire", "Beside it", "Ratio", "Goal", ""]
    let cells = [heads] + rows.map(Self.cells)
    let widths = heads.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      "| " + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ") + " |"
    }
    lines.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|", at: 1)
    return lines.joined(separator: "\n")
  }

  private static func cells(_ row: Row) -> [String] {
    [
      row.what, row.barewire, row.beside, row.ratio.map { Text.number($0, digits: 2) } ?? "", row.goal,
      row.isMet.map { $0 ? "met" : "missed" } ?? "",
    ]
  }
}
