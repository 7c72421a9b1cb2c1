/// What a terminal shows.
struct Screen: CustomStringConvertible {
  var rows: [String]

  init(_ captured: String) {
    rows = captured.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var text: String { rows.joined(separator: "\n") }
  var description: String { text }

  func shows(_ words: String...) -> Bool { words.allSatisfy(text.contains) }

  func row(with text: String) -> String? { rows.first { $0.contains(text) } }

  /// Method and URL of the open request; empty where the request is not shown.
  var requestLine: String {
    rows.firstIndex { $0.contains("╭ Request") }.map { rows[$0 + 1] } ?? ""
  }

  /// The row and column where a text stands.
  func place(of text: String) -> (x: Int, y: Int)? {
    for (y, row) in rows.enumerated() {
      if let range = row.firstRange(of: text) { return (row.distance(from: row.startIndex, to: range.lowerBound), y) }
    }
    return nil
  }
}
