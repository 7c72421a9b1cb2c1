import BenchmarkSupport

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
    var table = MarkdownTable(heads: ["What", "Barewire", "Beside it", "Ratio", "Goal", ""])
    for row in rows { table.add(Self.cells(row)) }
    return table.text
  }

  private static func cells(_ row: Row) -> [String] {
    [
      row.what, row.barewire, row.beside, row.ratio.map { Text.number($0, digits: 2) } ?? "", row.goal,
      row.isMet.map { $0 ? "met" : "missed" } ?? "",
    ]
  }
}
