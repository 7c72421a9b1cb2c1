import Exchanges
import Recordings

/// The words of the rows that show TLS records beside what they carry.
enum RecordRowText {
  /// The row that heads a transfer of the wire under TLS: when, which way, how much, how many records end in it.
  static func head(of transfer: Transfer, records: Range<Int>, _ source: WireSource) -> DocumentRow {
    var row = WireRowText.begin(transfer, count: transfer.range.count, source)
    WireRowText.add("  ", words(for: records, in: source.records?[transfer.direction]), .note, to: &row)
    row.wirePlace = WirePlace(direction: transfer.direction, end: transfer.range.upperBound, line: 0)
    return row
  }

  private static func words(for records: Range<Int>, in side: TLSRecordMap.Side?) -> String {
    if records.count > 1 { return "TLS: \(records.count) records" }
    if records.count == 1 { return "TLS: 1 record" }
    if let side, records.lowerBound < side.count { return "TLS: part of record \(records.lowerBound + 1)" }
    return "TLS"
  }

  /// One of the two rows of a record: what it is and carries, or its header byte by byte.
  static func row(
    _ number: Int, isHeader: Bool, of transfer: Transfer, _ source: WireSource
  ) throws(RecordingError) -> DocumentRow {
    guard let records = source.records else { return DocumentRow(text: "") }
    let direction = transfer.direction
    let log = source.recording[direction]
    let record = try records[direction].record(number, plainEnd: source.showsPlain ? log.count : .max)
    var row = DocumentRow(text: "")
    if isHeader {
      WireRowText.add("  ", hexadecimal(headerOf: record), .hexByte, to: &row)
      let names =
        "type \(record.contentType.rawValue) \(record.contentType.name), legacy version \(record.versionName), "
        + "length \(record.length)"
      WireRowText.add("  ", names, .partName, to: &row)
    } else {
      WireRowText.add("  ", "record \(number + 1)", .offset, to: &row)
      WireRowText.add("  ", "\(record.type.name), \(ByteCount.words(record.wire.count))", .size, to: &row)
      WireRowText.add("", carried(by: record, source, direction), .note, to: &row)
    }
    if source.showsPlain, !record.plain.isEmpty, record.plain.upperBound <= log.count {
      row.source = ByteReference(layer: source.layer, direction: direction, range: record.plain)
    }
    row.wirePlace = WirePlace(
      direction: direction, end: transfer.range.upperBound, line: 1 + 2 * number + (isHeader ? 1 : 0))
    return row
  }

  /// What a record carries; plain bytes are counted as in the hex view, from the exchange's first one.
  private static func carried(by record: TLSRecordFacts, _ source: WireSource, _ direction: Direction) -> String {
    if record.type == .applicationData {
      if record.plain.upperBound == .max { return " ↔ frames" }
      if record.plain.isEmpty { return record.innerType == nil ? " that was not read" : " without content" }
      let count = ByteCount.words(record.plain.count)
      guard source.showsPlain else { return " ↔ \(count) of frames" }
      let start = source.parts(direction).range.lowerBound
      if record.plain.lowerBound < start { return " ↔ \(count) of an earlier exchange" }
      return " ↔ \(count), plain bytes \(record.plain.lowerBound - start)–\(record.plain.upperBound - 1 - start)"
    }
    let messages = record.messages.filter { $0 != record.type.name }
    if !messages.isEmpty { return ": " + messages.joined(separator: ", ") }
    return record.unfinishedMessage.map { ": part of \($0)" } ?? ""
  }

  private static func hexadecimal(headerOf record: TLSRecordFacts) -> String {
    let bytes = [
      record.contentType.rawValue, UInt8(record.version >> 8), UInt8(record.version & 255),
      UInt8(truncatingIfNeeded: record.length >> 8), UInt8(truncatingIfNeeded: record.length),
    ]
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
