import HTTPMessages

/// Writes the rows of a dump, and findings under the bytes that they concern.
struct DumpWriter {
  let layout: DumpLayout
  let refused: DiagnosticSet
  var text: StyledText
  /// Findings of the message under way that were told in full: the next of their kind is told in short.
  private var told: DiagnosticSet = []

  init(_ layout: DumpLayout, refused: DiagnosticSet, hasColors: Bool) {
    self.layout = layout
    self.refused = refused
    text = StyledText(hasColors: hasColors)
  }

  /// Names the columns.
  mutating func columnNames() {
    text.write("offset".leading(to: DumpLayout.offsetColumns), .dim)
    text.skip(DumpLayout.gap)
    text.write("hex".padding(to: layout.textColumn - layout.hexColumn), .dim)
    text.write("text".padding(to: layout.nameColumn - layout.textColumn), .dim)
    text.write("part", .dim)
    text.endLine()
  }

  /// The heading of what begins: a message, or what is left over.
  mutating func heading(_ words: String) {
    told = []
    text.write(words, .bold)
    text.endLine()
  }

  /// A line of its own, in words.
  mutating func line(_ words: String, _ style: TextStyle) {
    for (index, line) in words.wrapped(to: layout.width - 2).enumerated() {
      text.skip(index == 0 ? 0 : 2)
      text.write(line, style)
      text.endLine()
    }
  }

  /// Rows with what was found in them.
  mutating func write(_ rows: [DumpRow], _ bytes: [UInt8], _ findings: [DumpFindings.Placed]) {
    for finding in findings where finding.last < 0 { tell(finding, rows) }
    let findings = findings.filter { $0.last >= 0 }
    guard !findings.isEmpty else {
      for row in rows { write(row, bytes) }
      return
    }
    for (index, row) in rows.enumerated() {
      write(row, bytes)
      for finding in findings where finding.last == index || finding.rows.contains(index) {
        if isMarked(finding, in: index) { mark(finding.diagnostic, in: row) }
        if finding.last == index { tell(finding, rows) }
      }
    }
  }

  /// Bytes that are not shown.
  mutating func hidden(_ words: String) {
    text.skip(DumpLayout.offsetColumns - 1)
    text.write("⋮", .dim)
    text.skip(DumpLayout.gap)
    text.write(words, .dim)
    text.endLine()
  }

  private mutating func write(_ row: DumpRow, _ bytes: [UInt8]) {
    guard let kept = row.bytes else {
      let part = row.spans.first?.name ?? ""
      return hidden("\(CountWords.bytes(row.count)) of \(part)")
    }
    text.write("\(row.start)".leading(to: DumpLayout.offsetColumns), .dim)
    text.skip(DumpLayout.gap)
    forEachSpan(of: row, kept) { text, indices, part in
      for byte in bytes[indices] {
        text.write(Self.digit(byte >> 4), part.textStyle)
        text.write(Self.digit(byte & 15), part.textStyle)
        text.skip(1)
      }
    }
    text.skip(layout.textColumn - layout.hexColumn - 3 * row.count)
    forEachSpan(of: row, kept) { text, indices, part in
      DumpText.forEachScalar(of: bytes[indices], in: part) { text.write($0, part.textStyle) }
    }
    text.skip(layout.nameColumn - layout.textColumn - row.count)
    for (index, span) in row.spans.enumerated() {
      if index > 0 { text.write(", ", .dim) }
      text.write(span.name, span.part.textStyle)
    }
    text.endLine()
  }

  private mutating func forEachSpan(
    of row: DumpRow, _ kept: Range<Int>, _ body: (inout StyledText, Range<Int>, MessagePart) -> Void
  ) {
    var index = kept.lowerBound
    for span in row.spans {
      body(&text, index..<index + span.count, span.part)
      index += span.count
    }
  }

  private func isMarked(_ finding: DumpFindings.Placed, in row: Int) -> Bool {
    guard finding.rows.contains(row) else { return false }
    let isShort = finding.rows.count <= DumpLayout.markedRows
    return isShort || row == finding.rows.lowerBound || row == finding.rows.upperBound - 1
  }

  /// Underlines the bytes of a finding in a row; one mark before the byte where something is missing.
  private mutating func mark(_ diagnostic: Diagnostic, in row: DumpRow) {
    guard row.bytes != nil else { return }
    let range = diagnostic.range.clamped(to: row.range)
    let first = range.lowerBound - row.start
    let count = range.count
    let mark = diagnostic.severity.mark
    text.skip(layout.hexColumn + 3 * first)
    let hexColumns = count == 0 ? 1 : 3 * count - 1
    text.write(String(repeating: mark, count: hexColumns), diagnostic.severity.textStyle)
    text.skip(layout.textColumn + first - layout.hexColumn - 3 * first - hexColumns)
    text.write(String(repeating: mark, count: max(count, 1)), diagnostic.severity.textStyle)
    text.endLine()
  }

  /// Says what was found: in full the first time in a message.
  private mutating func tell(_ finding: DumpFindings.Placed, _ rows: [DumpRow]) {
    let diagnostic = finding.diagnostic
    let code = diagnostic.code
    let style = diagnostic.severity.textStyle
    let name = "\(diagnostic.severity.name)[\(code.identifier)]"
    let isFirst = !told.contains(code)
    told.insert(code)
    let sentence = isFirst ? ": \(diagnostic.message) (\(Self.unbroken(diagnostic.rule)))" : ", as above"
    for (index, line) in (name + sentence).wrapped(to: layout.findingColumns).enumerated() {
      text.skip(layout.hexColumn)
      let line = line.replacing("\u{A0}", with: " ")
      if index == 0 { text.write(name, style) }
      text.write(index == 0 ? String(line.dropFirst(name.count)) : line)
      text.endLine()
    }
    if !isShown(diagnostic.range, finding, rows) { note("place", CountWords.place(diagnostic.range)) }
    if refused.contains(code) {
      note("refused", "The rest of the stream is leftover.")
    } else if isFirst, let reading = code.lenientReading {
      note("read", reading)
    }
  }

  private func isShown(_ range: Range<Int>, _ finding: DumpFindings.Placed, _ rows: [DumpRow]) -> Bool {
    guard let first = finding.rows.first, let last = finding.rows.last else { return false }
    return rows[first].start <= range.lowerBound && range.upperBound <= rows[last].range.upperBound
      && rows[finding.rows].allSatisfy { $0.bytes != nil }
  }

  private mutating func note(_ name: String, _ words: String) {
    let indent = name.count + 4
    for (index, line) in words.wrapped(to: layout.findingColumns - indent).enumerated() {
      text.skip(layout.hexColumn)
      if index == 0 { text.write("= \(name): ", .bold) } else { text.skip(indent) }
      text.write(line, .dim)
      text.endLine()
    }
  }

  /// The rule with spaces at which no line is broken.
  private static func unbroken(_ rule: Diagnostic.Rule) -> String {
    rule.description.replacing(" ", with: "\u{A0}")
  }

  private static func digit(_ value: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(value < 10 ? 0x30 + value : 0x57 + value)
  }
}
