import Exchanges
import FieldValues
import Recordings

/// What a field says, as rows below it: its meaning, its parts, what is wrong.
struct FieldReadingRows {
  /// Rows of one field at most.
  private static let limit = 1000
  /// A value beyond this is not read before somebody asks: a screen of them would take too long.
  private static let remarkLimit = 4 << 10

  let name: [UInt8]
  /// The value, or as much of its beginning as is read.
  let value: [UInt8]
  /// Where the value begins in the recording.
  let start: Int
  let direction: Direction
  /// Seconds since 1970.
  let now: Int

  /// The rows, laid out for so many columns; the whole value where it is a field that Barewire cannot read.
  func rows(columns: Int) -> [DocumentRow] {
    guard let reading else {
      let text = TextEncoding.decodeForPeople(value)
      return Array(
        WrappedRow.rows(
          [(text, .fieldValue)], columns: columns, indent: 2, hanging: 2, source: reference(0..<value.count)
        ).prefix(Self.limit))
    }
    var rows = WrappedRow.rows(
      [(reading.meaning, .note)], columns: columns, indent: 2, hanging: 2, source: reference(0..<value.count))
    for part in reading.parts where rows.count < Self.limit {
      let indent = 4 + 2 * part.depth
      rows += WrappedRow.rows(
        [(part.label, .key), (part.text, .fieldValue), (part.meaning.map { "– " + $0 } ?? "", .note)],
        columns: columns, indent: indent, hanging: indent + 2, source: reference(part.range))
    }
    for finding in reading.findings {
      let text = "▲ \(finding.severity.name): \(finding.message) (\(finding.rule))"
      rows += WrappedRow.rows(
        [(text, Self.role(finding.severity))], columns: columns, indent: 2, hanging: 4,
        source: reference(finding.range))
    }
    return rows
  }

  /// The meaning in one line, or the worst that is wrong.
  var remark: RowRemark? {
    guard value.count <= Self.remarkLimit, let reading else { return nil }
    let worst = reading.findings.max { $0.severity.rawValue < $1.severity.rawValue }
    guard let worst, worst.severity != .note else { return RowRemark(text: reading.meaning) }
    return RowRemark(text: "▲ " + worst.message, role: Self.role(worst.severity))
  }

  private var reading: FieldReading? {
    FieldReading(name: name, value: value, inRequest: direction == .sent, now: now)
  }

  private func reference(_ range: Range<Int>) -> ByteReference {
    ByteReference(direction: direction, range: start + range.lowerBound..<start + range.upperBound)
  }

  private static func role(_ severity: FieldFinding.Severity) -> TextRole {
    switch severity {
    case .note: .diagnosticNote
    case .warning: .diagnosticWarning
    case .error: .diagnosticError
    }
  }
}
