import TerminalText
import TerminalUI

/// A text broken into rows between words.
struct WrappedText {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  func rows(width: Int) -> [String] {
    guard width > 0 else { return [] }
    var rows: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var row = ""
      var columns = 0
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        let wordColumns = TerminalWidth.columns(of: String(word))
        if columns > 0, columns + 1 + wordColumns > width {
          rows.append(row)
          row = ""
          columns = 0
        }
        if columns > 0 || !row.isEmpty {
          row += " "
          columns += 1
        }
        row += word
        columns += wordColumns
      }
      rows.append(row)
    }
    return rows
  }

  /// No more than `limit` rows; an ellipsis says that more would follow.
  func rows(width: Int, limit: Int) -> [String] {
    let all = rows(width: width)
    guard all.count > limit, limit > 0 else { return all }
    return all.prefix(limit - 1) + [TerminalWidth.truncated(all[limit - 1] + " …", toColumns: width)]
  }

  func draw(on canvas: inout Canvas, style: Style) {
    for (y, row) in rows(width: canvas.size.width).prefix(canvas.size.height).enumerated() {
      canvas.write(row, at: Point(x: 0, y: y), style: style)
    }
  }
}
