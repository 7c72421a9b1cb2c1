import TerminalText

extension Canvas {
  /// Draws a box along the edge of a rectangle, with round corners and a title in its upper edge.
  ///
  /// Its inside is left as it is; `rect.inset()` is the inside. A title that is too long ends in an ellipsis.
  package mutating func box(_ rect: Rect, title: String = "", style: Style = .plain, titleStyle: Style? = nil) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let (left, top, right, bottom) = (rect.x, rect.y, rect.maxX - 1, rect.maxY - 1)
    for x in left + 1..<right {
      set("─", at: Point(x: x, y: top), style: style)
      set("─", at: Point(x: x, y: bottom), style: style)
    }
    for y in top + 1..<bottom {
      set("│", at: Point(x: left, y: y), style: style)
      set("│", at: Point(x: right, y: y), style: style)
    }
    set("╭", at: Point(x: left, y: top), style: style)
    set("╮", at: Point(x: right, y: top), style: style)
    set("╰", at: Point(x: left, y: bottom), style: style)
    set("╯", at: Point(x: right, y: bottom), style: style)
    let room = rect.width - 4
    guard !title.isEmpty, room >= 1 else { return }
    let shown = TerminalWidth.truncated(title, toColumns: room)
    write(" \(shown) ", at: Point(x: left + 1, y: top), style: titleStyle ?? style, maxWidth: rect.width - 2)
  }

  /// Draws a line in column `x` over rows from the first to the last, joined with the lines that it meets at its ends.
  package mutating func verticalLine(x: Int, rows: ClosedRange<Int>, style: Style = .plain) {
    for y in rows {
      let ends: LineGlyph = y == rows.lowerBound ? .down : y == rows.upperBound ? .up : [.up, .down]
      join(ends, alone: [.up, .down], at: Point(x: x, y: y), style: style)
    }
  }

  /// Draws a line in row `y` over columns from the first to the last, joined with the lines that it meets at its ends.
  package mutating func horizontalLine(y: Int, columns: ClosedRange<Int>, style: Style = .plain) {
    for x in columns {
      let ends: LineGlyph = x == columns.lowerBound ? .right : x == columns.upperBound ? .left : [.left, .right]
      join(ends, alone: [.left, .right], at: Point(x: x, y: y), style: style)
    }
  }

  /// Adds a piece of a line to what is there.
  private mutating func join(_ piece: LineGlyph, alone: LineGlyph, at place: Point, style: Style) {
    let there = LineGlyph(self[place.x, place.y].scalar)
    set((there.map { $0.union(piece) } ?? alone).scalar, at: place, style: style)
  }
}
