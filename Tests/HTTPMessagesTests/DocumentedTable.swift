import Foundation

/// A table in an article of the documentation.
struct DocumentedTable {
  /// Cells of the table's body, without the white space around them.
  let rows: [[String]]

  /// The table below the heading `heading` of `article`.
  init(_ heading: String, in article: String) throws {
    let text = try DocumentedArticle.text(article)
    var isBelow = false
    var rows: [[String]] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("#") { isBelow = line.drop(while: { $0 == "#" }).dropFirst() == heading }
      guard isBelow, line.hasPrefix("|") else { continue }
      rows.append(Self.cells(of: line))
    }
    // The titles and the line below them.
    self.rows = Array(rows.dropFirst(2))
  }

  /// Cells of one line; `\|` is a bar inside of a cell.
  private static func cells(of line: String) -> [String] {
    let bar = "\u{1}"
    let cells = line.replacingOccurrences(of: "\\|", with: bar).split(separator: "|", omittingEmptySubsequences: false)
    return cells.dropFirst().dropLast().map {
      $0.replacingOccurrences(of: bar, with: "\\|").trimmingCharacters(in: .whitespaces)
    }
  }
}

/// An article of the documentation's catalog.
enum DocumentedArticle {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/HTTPMessages/HTTPMessages.docc").standardizedFileURL.path

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name).md", encoding: .utf8)
  }

  /// The text as an article writes it, so that no character is taken for markup.
  static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\`*_|~<>[]".contains($0) ? ["\\", $0] : [$0] })
  }
}
