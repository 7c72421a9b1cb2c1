import TextRopes

/// The rows of lines that are wrapped at the edge of the screen.
struct TextRows {
  /// A row, by its line and its number in it.
  struct Place: Hashable, Comparable {
    var line: Int
    var row: Int

    static func < (one: Place, other: Place) -> Bool {
      (one.line, one.row) < (other.line, other.row)
    }
  }

  let buffer: TextBuffer
  let columns: Int

  /// Where the rows of a line start: behind the last blank that fits, else at the edge.
  ///
  /// A line that fills its last row to the edge has an empty one behind it, for the cursor.
  func starts(ofLine line: Int) -> [Int] {
    let range = buffer.range(ofLine: line)
    var reader = buffer.reader
    var starts = [range.lowerBound]
    var position = range.lowerBound
    var column = 0
    var afterBlank: (position: Int, column: Int)?
    while position < range.upperBound, !buffer.isHiddenLineEnd(at: position, in: &reader) {
      let (width, next) = measure(position, column, &reader)
      if column + width > columns, column > 0 {
        if let blank = afterBlank, blank.column > columns / 2 {
          starts.append(blank.position)
          column -= blank.column
        } else {
          starts.append(position)
          column = 0
        }
        afterBlank = nil
      }
      let isBlank = reader[position] == 0x20
      column += width
      position = next
      if isBlank { afterBlank = (position, column) }
    }
    let goesOn = position == range.upperBound && position < buffer.count && mayGoOn(position, &reader)
    if column >= columns, !goesOn { starts.append(position) }
    return starts
  }

  /// The columns of the character at an offset, and its end; nearly all are ASCII, which needs no closer look.
  private func measure(_ offset: Int, _ column: Int, _ reader: inout TextReader) -> (columns: Int, end: Int) {
    let byte = reader[offset]
    if byte >= 0x20, byte < 0x7F, offset + 1 == buffer.count || reader[offset + 1] < 0x80 { return (1, offset + 1) }
    let unit = buffer.unit(at: offset, column: column, in: &reader)
    return (unit.columns, unit.range.upperBound)
  }

  private func mayGoOn(_ position: Int, _ reader: inout TextReader) -> Bool {
    reader[position - 1] != TextBuffer.lineFeed
  }

  /// The row that an offset stands in, and where that starts.
  func place(of offset: Int) -> (place: Place, start: Int) {
    let line = buffer.line(at: offset)
    let starts = starts(ofLine: line)
    let row = starts.lastIndex { $0 <= offset } ?? 0
    return (Place(line: line, row: row), starts[row])
  }

  /// The column of an offset in its row.
  func column(of offset: Int, inRowFrom start: Int) -> Int {
    buffer.column(of: offset, from: start)
  }

  /// Some rows further on, or back; the last or the first row where there are not so many.
  func place(_ place: Place, movedBy rows: Int) -> Place {
    var place = place
    var left = rows
    while left < 0 {
      if place.row >= -left { return Place(line: place.line, row: place.row + left) }
      guard place.line > 0 else { return Place(line: 0, row: 0) }
      left += place.row + 1
      place.line -= 1
      place.row = starts(ofLine: place.line).count - 1
    }
    while left > 0 {
      let below = starts(ofLine: place.line).count - 1 - place.row
      if left <= below { return Place(line: place.line, row: place.row + left) }
      guard place.line + 1 < buffer.lineCount else { return Place(line: place.line, row: place.row + max(0, below)) }
      left -= below + 1
      place = Place(line: place.line + 1, row: 0)
    }
    return place
  }

  /// How many rows one place is below another; nil where it is above, or further than so many rows.
  func distance(from first: Place, to other: Place, atMost most: Int) -> Int? {
    guard first <= other, other.line - first.line <= most else { return nil }
    var rows = other.row - first.row
    for line in first.line..<other.line { rows += starts(ofLine: line).count }
    return rows <= most ? rows : nil
  }

  /// The bytes of some rows from a place on.
  func ranges(from first: Place, count: Int) -> [(place: Place, range: Range<Int>)] {
    var rows: [(place: Place, range: Range<Int>)] = []
    var line = first.line
    while rows.count < count, line < buffer.lineCount {
      let starts = starts(ofLine: line)
      let end = buffer.range(ofLine: line).upperBound
      let firstRow = line == first.line ? min(first.row, starts.count - 1) : 0
      for row in firstRow..<starts.count where rows.count < count {
        rows.append((Place(line: line, row: row), starts[row]..<(row + 1 < starts.count ? starts[row + 1] : end)))
      }
      line += 1
    }
    return rows
  }

  /// The offset of the character at a column of a row; the row's last place for a cursor where there is none.
  func offset(atColumn column: Int, of place: Place) -> Int {
    let starts = starts(ofLine: place.line)
    let row = min(place.row, starts.count - 1)
    let end: Int
    if row + 1 < starts.count {
      // What is behind a row's last character stands in the next one.
      end = starts[row + 1] > starts[row] ? buffer.previousBoundary(before: starts[row + 1]) : starts[row]
    } else {
      end = max(starts[row], buffer.end(ofLine: place.line))
    }
    return buffer.offset(atColumn: column, from: starts[row], to: end)
  }
}
