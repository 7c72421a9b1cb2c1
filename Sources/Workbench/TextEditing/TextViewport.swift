/// Which part of a text is on the screen.
package struct TextViewport: Sendable, Hashable {
  /// The first line shown.
  package var firstLine = 0
  /// Of that line where it is wrapped, the first row shown.
  package var firstRow = 0
  /// Columns scrolled off to the left.
  package var firstColumn = 0
  package var lines: Int
  package var columns: Int

  package init(lines: Int, columns: Int) {
    self.lines = max(1, lines)
    self.columns = max(1, columns)
  }

  /// Scrolls as little as is needed to show a position.
  mutating func follow(_ position: TextPosition, width: Int = 1) {
    firstLine = max(position.line - lines + 1, min(firstLine, position.line))
    // A wide character under the cursor is shown whole.
    let end = position.column + max(1, min(width, columns))
    firstColumn = max(end - columns, min(firstColumn, position.column))
  }
}

/// A place on the grid of a text's lines, in columns of the terminal from the line's start.
package struct TextPosition: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
