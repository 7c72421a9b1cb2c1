import Exchanges
import HTTPMessages
import Recordings

/// Lays some bytes out as one row: as hexadecimal digits and as characters, with the parts that begin there.
struct ByteRowLayout: Sendable {
  let bytesPerRow: Int
  /// Whether the digits come before the characters.
  let hexComesFirst: Bool

  /// A row of `bytes`, which are at `source`; `prefix` stands before them.
  ///
  /// `runs` are the parts from the row's first byte on, `findings` what is wrong there; with `namesFindings` they stand
  /// in the row, too.
  func row(
    prefix: String, prefixRole: TextRole, bytes: ArraySlice<UInt8>, source: ByteReference,
    runs: ArraySlice<MessageParts.Run>, findings: [Finding], namesFindings: Bool
  ) -> DocumentRow {
    var words = [(Self.names(of: runs, beginningIn: source.range), TextRole.partName)]
    for finding in findings where namesFindings && source.range.contains(finding.offset) {
      guard case .message(let diagnostic) = finding.fault else { continue }
      words.append(("▲ \(diagnostic.code.identifier)", DiagnosticText.role(of: diagnostic.severity)))
    }
    let marks = runs.prefix { $0.range.lowerBound < source.range.upperBound }.map { ($0.range, Self.role(of: $0.part)) }
    return row(
      prefix: prefix, prefixRole: prefixRole, bytes: bytes, source: source, marks: marks, findings: findings,
      words: words)
  }

  /// A row of `bytes`, which are at `source`, with the look of `marks` and with `words` behind them.
  func row(
    prefix: String, prefixRole: TextRole, bytes: ArraySlice<UInt8>, source: ByteReference,
    marks: [(range: Range<Int>, role: TextRole?)], findings: [Finding], words: [(String, TextRole)]
  ) -> DocumentRow {
    var text = prefix
    var spans: [DocumentRow.Span] = []
    if prefix.contains(where: { $0 != " " }) {
      spans.append(DocumentRow.Span(range: 0..<text.utf8.count, role: prefixRole))
    }
    var cells = ByteCells(hexColumn: 0, textColumn: 0, count: bytes.count)
    var column = prefix.unicodeScalars.count
    let pieces = Self.pieces(marks, findings, in: source.range)
    func addHex() {
      cells.hexColumn = column
      var index = 0
      for piece in pieces {
        var start = text.utf8.count
        for byte in bytes.dropFirst(index).prefix(piece.count) {
          if index > 0 { text.append(index % 8 == 0 ? "  " : " ") }
          // The gap before a piece is no part of it.
          if index == piece.start { start = text.utf8.count }
          text.unicodeScalars.append(Self.digit(byte >> 4))
          text.unicodeScalars.append(Self.digit(byte & 15))
          index += 1
        }
        spans.append(DocumentRow.Span(range: start..<text.utf8.count, role: piece.role ?? .hexByte))
      }
      let used = cells.hexColumn(ofByte: max(0, bytes.count - 1)) - column + (bytes.isEmpty ? 0 : 2)
      pad(used, to: ByteCells.hexWidth(of: bytesPerRow - 1) + 2)
    }
    func addText() {
      cells.textColumn = column
      var index = 0
      for piece in pieces {
        let start = text.utf8.count
        for byte in bytes.dropFirst(index).prefix(piece.count) {
          text.unicodeScalars.append(Self.picture(of: byte))
          index += 1
        }
        spans.append(DocumentRow.Span(range: start..<text.utf8.count, role: piece.role ?? .textByte))
      }
      pad(bytes.count, to: bytesPerRow)
    }
    func pad(_ used: Int, to width: Int) {
      column += width + 2
      text.append(String(repeating: " ", count: width - used + 2))
    }
    if hexComesFirst {
      addHex()
      addText()
    } else {
      addText()
      addHex()
    }
    var isFirst = true
    for (words, role) in words where !words.isEmpty {
      if !isFirst { text += "  " }
      isFirst = false
      spans.append(DocumentRow.Span(range: text.utf8.count..<text.utf8.count + words.utf8.count, role: role))
      text += words
    }
    if isFirst {
      // Bytes that are spaces may stand at the end: their spans end with the text.
      while text.utf8.last == 0x20 { text.removeLast() }
      let end = text.utf8.count
      for index in spans.indices { spans[index].range = spans[index].range.clamped(to: 0..<end) }
    }
    return DocumentRow(text: text, spans: spans, source: source, cells: cells)
  }

  /// Bytes of a row that look alike.
  private struct Piece {
    /// Counted from the row's first byte.
    var start: Int
    var count: Int
    /// Nil for what is not part of a head or of framing.
    var role: TextRole?
  }

  /// The bytes of a row by the role of their parts, or of what is wrong with them, without gaps.
  private static func pieces(
    _ marks: [(range: Range<Int>, role: TextRole?)], _ findings: [Finding], in range: Range<Int>
  ) -> [Piece] {
    var roles = [TextRole?](repeating: nil, count: range.count)
    func paint(_ part: Range<Int>, _ role: TextRole?) {
      for offset in part.clamped(to: range) { roles[offset - range.lowerBound] = role }
    }
    for mark in marks { paint(mark.range, mark.role) }
    for finding in findings {
      if let marked = finding.marked, let severity = finding.severity {
        paint(marked, DiagnosticText.role(of: severity))
      }
    }
    var pieces: [Piece] = []
    for (index, role) in roles.enumerated() {
      if let last = pieces.last, last.role == role {
        pieces[pieces.count - 1].count += 1
      } else {
        pieces.append(Piece(start: index, count: 1, role: role))
      }
    }
    return pieces
  }

  /// The look of a part's bytes; content has none of its own.
  private static func role(of part: MessagePart) -> TextRole? {
    switch part {
    case .method, .target, .version, .statusCode, .reason: .startLine
    case .fieldName, .trailerName: .fieldName
    case .fieldValue, .trailerValue: .fieldValue
    case .chunkSize, .chunkExtension: .size
    case .colon, .semicolon, .whitespace, .lineEnd, .blankLine: .punctuation
    case .content: nil
    case .leftover: .diagnosticWarning
    }
  }

  /// The parts that begin in a row, each named once; of delimiters only the blank line.
  private static func names(of runs: ArraySlice<MessageParts.Run>, beginningIn range: Range<Int>) -> String {
    var names: [String] = []
    for run in runs.prefix(while: { $0.range.lowerBound < range.upperBound })
    where run.range.lowerBound >= range.lowerBound && (!run.part.isDelimiter || run.part == .blankLine) {
      if names.last != run.part.name { names.append(run.part.name) }
      if names.count == 4 { return names.dropLast().joined(separator: ", ") + " …" }
    }
    return names.joined(separator: ", ")
  }

  /// One column for any byte: its ASCII character, the picture of its control, or a dot in the middle.
  static func picture(of byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x20...0x7E: Unicode.Scalar(byte)
    case 0x7F: "␡"
    case 0...0x1F: Unicode.Scalar(0x2400 + UInt32(byte)) ?? "·"
    default: "·"
    }
  }

  private static func digit(_ value: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(value < 10 ? 0x30 + value : 0x57 + value)
  }
}
