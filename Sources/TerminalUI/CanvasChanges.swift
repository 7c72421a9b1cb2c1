extension Canvas {
  /// Changed cells that are so close are one run: moving the cursor costs more than they do.
  private static let gap = 4

  /// The runs of cells that differ from another canvas; all of them where there is none or its size differs.
  ///
  /// A run never begins or ends inside a wide scalar.
  package func changes(from previous: Canvas?) -> [CellRun] {
    let width = screen.width
    guard let previous, previous.screen == screen else {
      return width == 0 ? [] : (0..<screen.height).map { CellRun(row: $0, columns: 0..<width) }
    }
    var runs: [CellRun] = []
    cells.withUnsafeBufferPointer { new in
      previous.cells.withUnsafeBufferPointer { old in
        if new.baseAddress == old.baseAddress { return }
        for row in 0..<screen.height {
          let base = row * width
          var start = -1
          var end = -1
          for x in 0..<width where new[base + x] != old[base + x] {
            if start >= 0 && x - end > Self.gap {
              runs.append(CellRun(row: row, columns: start..<end))
              start = x
            } else if start < 0 {
              start = x
            }
            if new[base + start].isContinuation { start -= 1 }
            end = x + 1
            if end < width && new[base + end].isContinuation { end += 1 }
          }
          if start >= 0 { runs.append(CellRun(row: row, columns: start..<end)) }
        }
      }
    }
    return runs
  }

  /// Gives the cells of a run, without a copy.
  package func withCells<Result>(of run: CellRun, _ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
    let base = run.row * screen.width
    return cells.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[base + run.columns.lowerBound..<base + run.columns.upperBound]))
    }
  }

  /// The screen as text, one line for each row, spaces at the end of a line left out: for tests of screens.
  package func text() -> String {
    (0..<screen.height).map { row in
      var line = ""
      for cell in cells[row * screen.width..<(row + 1) * screen.width] { line += cell.text }
      while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
