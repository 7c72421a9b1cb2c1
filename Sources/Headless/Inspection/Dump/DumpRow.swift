import HTTPMessages

/// A row of a dump: bytes that follow each other, or a count of bytes that are not shown.
struct DumpRow: Equatable {
  /// A part, or a piece of one, in a row.
  struct Span: Equatable {
    var part: MessagePart
    var count: Int
    var name: String
  }

  /// Offset in the stream of the first byte.
  var start: Int
  /// Count of bytes of the stream.
  var count: Int
  var spans: [Span]
  /// Where the bytes are in the buffer of the section; nil for bytes that are not shown.
  var bytes: Range<Int>?

  var range: Range<Int> { start..<start + count }

  /// Columns of the names of the parts.
  var nameColumns: Int { spans.reduce(-2) { $0 + $1.name.utf8.count + 2 } }
}

extension DumpSection {
  /// The rows of the parts: each part begins one, and what only separates parts stands behind what it ends.
  ///
  /// Of a long part only the first and the last rows are shown, and those where one of `findings` begins or ends.
  func rows(_ layout: DumpLayout, findings: [Range<Int>]) -> [DumpRow] {
    var rows: [DumpRow] = []
    for part in parts {
      let isLast = part == parts.last
      if part.part.isDelimiter, part.part != .blankLine, append(part, to: &rows, layout) { continue }
      // What does not fill a row may be filled by the next piece.
      let count = isOpen && isLast ? part.count / layout.bytesPerRow * layout.bytesPerRow : part.count
      appendRows(of: part, count: count, to: &rows, layout, findings)
    }
    return rows
  }

  /// Puts a short part behind the one before it; false where there is no room.
  private func append(_ part: DumpPart, to rows: inout [DumpRow], _ layout: DumpLayout) -> Bool {
    guard let last = rows.last, let shown = last.bytes, last.range.upperBound == part.start else { return false }
    guard last.count + part.count <= layout.bytesPerRow, let kept = part.kept(0..<part.count) else { return false }
    let name = name(of: part.part, kept)
    guard last.nameColumns + 2 + name.utf8.count <= DumpLayout.nameColumns else { return false }
    rows[rows.count - 1].spans.append(DumpRow.Span(part: part.part, count: part.count, name: name))
    rows[rows.count - 1].count += part.count
    rows[rows.count - 1].bytes = shown.lowerBound..<kept.upperBound
    return true
  }

  private func appendRows(
    of part: DumpPart, count: Int, to rows: inout [DumpRow], _ layout: DumpLayout, _ findings: [Range<Int>]
  ) {
    let width = layout.bytesPerRow
    let rowCount = (count + width - 1) / width
    let isShort = layout.showsAll || rowCount <= DumpLayout.headRows + DumpLayout.tailRows + 1
    var hidden = 0
    func endHidden(before row: Int) {
      guard hidden > 0 else { return }
      let start = (row - hidden) * width
      let span = DumpRow.Span(part: part.part, count: 0, name: part.part.name)
      rows.append(
        DumpRow(start: part.start + start, count: min(row * width, count) - start, spans: [span], bytes: nil))
      hidden = 0
    }
    func show(_ row: Int) {
      let range = row * width..<min(row * width + width, count)
      guard let kept = part.kept(range) else {
        hidden += 1
        return
      }
      endHidden(before: row)
      let span = DumpRow.Span(part: part.part, count: range.count, name: name(of: part.part, kept))
      rows.append(DumpRow(start: part.start + range.lowerBound, count: range.count, spans: [span], bytes: kept))
    }
    if isShort {
      for row in 0..<rowCount { show(row) }
    } else {
      var row = 0
      for next in shownRows(of: part, rowCount, width, findings) {
        hidden += next - row
        show(next)
        row = next + 1
      }
    }
    endHidden(before: rowCount)
  }

  /// The rows of a long part that are worth to be shown, in order.
  private func shownRows(of part: DumpPart, _ rowCount: Int, _ width: Int, _ findings: [Range<Int>]) -> [Int] {
    var shown = Set(0..<DumpLayout.headRows).union(rowCount - DumpLayout.tailRows..<rowCount)
    for range in findings {
      for offset in [range.lowerBound, max(range.lowerBound, range.upperBound - 1)]
      where offset >= part.start && offset < part.end {
        shown.insert((offset - part.start) / width)
      }
    }
    return shown.sorted()
  }

  /// What a part is called: white space by what it is.
  private func name(of part: MessagePart, _ kept: Range<Int>) -> String {
    guard part == .whitespace, let first = bytes[kept].first, bytes[kept].allSatisfy({ $0 == first }) else {
      return part.name
    }
    switch first {
    case 0x20: return kept.count == 1 ? "space" : "spaces"
    case 0x09: return kept.count == 1 ? "tab" : "tabs"
    default: return part.name
    }
  }
}
