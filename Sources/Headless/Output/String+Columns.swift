/// Text laid out in columns.
extension String {
  /// The text with spaces behind it up to a number of columns; for texts of one-column characters.
  func padding(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - unicodeScalars.count))
  }

  /// The text with spaces before it up to a number of columns; for texts of one-column characters.
  func leading(to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - unicodeScalars.count)) + self
  }

  /// The text without the spaces at its end.
  var trimmingTrailingSpaces: String {
    var text = self
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  /// The text in lines of at most so many columns, broken at spaces; for texts of one-column characters.
  ///
  /// A word that is longer has a line of its own.
  func wrapped(to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > columns {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
