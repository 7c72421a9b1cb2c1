/// What was measured, as one table in Markdown.
package struct Report {
  package struct Row {
    /// What was measured.
    package var what: String
    package var barewire: String
    /// The peer's figure from the same rounds, or what the figure is to be seen beside.
    package var beside: String
    /// Barewire's figure divided by the peer's.
    package var ratio: Double?
    package var goal: String
    /// Nil where there is no goal.
    package var isMet: Bool?

    package init(
      what: String, barewire: String, beside: String = "", ratio: Double? = nil, goal: String = "", isMet: Bool? = nil
    ) {
      self.what = what
      self.barewire = barewire
      self.beside = beside
      self.ratio = ratio
      self.goal = goal
      self.isMet = isMet
    }
  }

  private var rows: [Row] = []

  package init() {}

  package mutating func add(_ rows: [Row]) {
    self.rows += rows
  }

  package var table: String {
    var table = MarkdownTable(heads: ["What", "Barewire", "Beside it", "Ratio", "Goal", ""])
    for row in rows { table.add(Self.cells(row)) }
    return table.text
  }

  private static func cells(_ row: Row) -> [String] {
    [
      row.what, row.barewire, row.beside, row.ratio.map { Text.number($0, digits: 2) } ?? "", row.goal,
      row.isMet.map { $0 ? "met" : "**missed**" } ?? "",
    ]
  }
}
