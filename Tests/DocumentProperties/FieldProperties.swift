import Exchanges
import Recordings

@testable import Documents

/// What holds of the rows that say what a field means: a line with its name, and its value behind it.
enum FieldProperties {
  static func hold(_ input: DocumentInput) throws(BrokenProperty) {
    let (name, value) = input.line
    let rows = FieldReadingRows(
      name: name, value: value, start: 1000, direction: input.choice & 1 == 0 ? .received : .sent, now: 1_700_000_000)
    let columns = input.columns == 0 ? 40 : input.columns
    for row in rows.rows(columns: columns) {
      try DocumentProperties.holdText(row, input)
      guard let range = row.source?.range else { continue }
      try input.hold(
        range.lowerBound >= 1000 && range.upperBound <= 1000 + value.count, "\(range) of \(value.count): \(row.text)")
    }
    if let remark = rows.remark { try input.hold(!remark.text.isEmpty, "an empty remark") }
  }
}
