import Exchanges
import HTTP2
import HTTPMessages
import Recordings

/// The words of the timeline's rows.
enum WireRowText {
  /// The row that heads a transfer: when, which way, how much, what of the message.
  static func head(
    of transfer: Transfer, shown: Range<Int>, summary: String, _ source: WireSource
  ) -> DocumentRow {
    var row = begin(transfer, count: shown.count, source)
    add("  ", summary, .partName, to: &row)
    row.source = ByteReference(layer: source.layer, direction: transfer.direction, range: shown)
    return row
  }

  /// The beginning of a transfer's row: when, which way, how much.
  static func begin(_ transfer: Transfer, count: Int, _ source: WireSource) -> DocumentRow {
    var row = DocumentRow(text: "")
    let isSent = transfer.direction == .sent
    add("", isSent ? "↑" : "↓", isSent ? .sentMarker : .receivedMarker, to: &row)
    add(" ", milliseconds(transfer.time.milliseconds(since: source.began)), .time, to: &row)
    add("  ", ByteCount.words(count), .size, to: &row)
    return row
  }

  /// Adds words to a row, after a gap.
  static func add(_ gap: String, _ words: String, _ role: TextRole, to row: inout DocumentRow) {
    if words.isEmpty { return }
    row.text += gap
    let start = row.text.utf8.count
    row.text += words
    row.spans.append(DocumentRow.Span(range: start..<row.text.utf8.count, role: role))
  }

  /// A row of a transfer's bytes.
  static func bytes(
    _ bytes: ArraySlice<UInt8>, at range: Range<Int>, _ direction: Direction, _ runs: ArraySlice<MessageParts.Run>,
    _ findings: [Finding], _ source: WireSource
  ) -> DocumentRow {
    ByteRowLayout(bytesPerRow: source.bytesPerRow, hexComesFirst: false).row(
      prefix: "  ", prefixRole: .plain, bytes: bytes,
      source: ByteReference(layer: source.layer, direction: direction, range: range), runs: runs, findings: findings,
      namesFindings: false)
  }

  /// A time in milliseconds, to the microsecond below a tenth of a second.
  static func milliseconds(_ value: Double) -> String {
    let microseconds = Int((max(0, value) * 1000).rounded())
    let whole = microseconds / 1000
    if whole >= 100 { return "\(whole).\(microseconds % 1000 / 100) ms" }
    let part = String(microseconds % 1000)
    return "\(whole)." + String(repeating: "0", count: 3 - part.count) + part + " ms"
  }
}

/// Findings as rows.
enum DiagnosticText {
  /// The row for a finding of the wire view.
  static func row(for finding: Finding, _ direction: Direction) -> DocumentRow {
    // The rule comes first: the end of the row may be out of sight, and nothing else here shows it.
    switch finding.fault {
    case .message(let found):
      return row(
        "\(found.severity.name) (\(found.rule)): \(found.message)", found.severity,
        ByteReference(direction: direction, range: found.range))
    case .frame(let found):
      return row(
        "\(found.severity.name) (\(found.rule)): \(found.message)", found.severity,
        ByteReference(layer: .frames, direction: direction, range: found.range))
    case .more:
      let text = "▲ more is wrong than is listed: the first \(MessageIndex.diagnosticLimit) findings of the message are"
      return DocumentRow(text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: .note)])
    }
  }

  /// The row for a finding of the narrower headers view: how bad, what, which rule.
  static func row(for diagnostic: Diagnostic, _ direction: Direction) -> DocumentRow {
    row(
      "\(diagnostic.severity.name): \(diagnostic.message) (\(diagnostic.rule))", diagnostic.severity,
      ByteReference(direction: direction, range: diagnostic.range))
  }

  private static func row(
    _ words: String, _ severity: Diagnostic.Severity, _ source: ByteReference
  ) -> DocumentRow {
    let text = "▲ \(words)"
    return DocumentRow(
      text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: role(of: severity))], source: source)
  }

  /// The look of a finding so bad.
  static func role(of severity: Diagnostic.Severity) -> TextRole {
    switch severity {
    case .note: .diagnosticNote
    case .warning: .diagnosticWarning
    case .error: .diagnosticError
    }
  }
}
