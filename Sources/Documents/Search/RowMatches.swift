import Recordings

/// Finds patterns in rows.
enum RowMatches {
  /// The matches in the text of rows, the first of which has the number `first`.
  static func inText(_ pattern: SearchPattern, _ rows: [DocumentRow], first: Int) -> [DocumentMatch] {
    var matches: [DocumentMatch] = []
    for (index, row) in rows.enumerated() {
      matches += pattern.matcher.ranges(in: row.text).map { DocumentMatch(row: first + index, range: $0) }
    }
    return matches
  }

  /// The matches in the bytes that rows show, told at the characters of the row in which each begins.
  ///
  /// Rows that show no bytes one by one match by their text.
  static func inBytes(
    _ pattern: SearchPattern, _ rows: [DocumentRow], first: Int, _ log: (Direction) -> ByteLogSnapshot
  ) throws(RecordingError) -> [DocumentMatch] {
    if pattern.octets.isEmpty { return inText(pattern, rows, first: first) }
    var matches: [DocumentMatch] = []
    var index = 0
    while index < rows.count {
      guard rows[index].cells != nil, let source = rows[index].source else {
        matches += inText(pattern, [rows[index]], first: first + index)
        index += 1
        continue
      }
      // Rows whose bytes follow each other are read together, and a little more, for matches over their end.
      var end = index + 1
      var range = source.range
      while end < rows.count, let next = rows[end].source, rows[end].cells != nil,
        next.direction == source.direction, next.range.lowerBound == range.upperBound
      {
        range = range.lowerBound..<next.range.upperBound
        end += 1
      }
      let log = log(source.direction)
      for needle in pattern.octets {
        let read = range.lowerBound..<min(log.count, range.upperBound + needle.bytes.count - 1)
        let found = try log.read(read) { needle.ranges(in: $0) }
        for place in found where range.lowerBound + place.lowerBound < range.upperBound {
          let bytes = range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound
          if let match = match(bytes, in: rows[index..<end], first: first) { matches.append(match) }
        }
      }
      index = end
    }
    return matches.sorted { ($0.row, $0.range.lowerBound) < ($1.row, $1.range.lowerBound) }
  }

  private static func match(_ bytes: Range<Int>, in rows: ArraySlice<DocumentRow>, first: Int) -> DocumentMatch? {
    for index in rows.indices {
      guard let source = rows[index].source, let cells = rows[index].cells,
        source.range.contains(bytes.lowerBound)
      else { continue }
      let from = bytes.lowerBound - source.range.lowerBound
      let to = min(bytes.upperBound, source.range.upperBound) - source.range.lowerBound
      let start = offset(ofColumn: cells.textColumn(ofByte: from), in: rows[index].text)
      return DocumentMatch(
        row: first + index, range: start..<offset(ofColumn: cells.textColumn(ofByte: to - 1) + 1, in: rows[index].text))
    }
    return nil
  }

  /// The UTF-8 offset of a column of a row all of whose scalars take one column.
  private static func offset(ofColumn column: Int, in text: String) -> Int {
    text.unicodeScalars.prefix(column).reduce(0) { $0 + $1.utf8.count }
  }
}
