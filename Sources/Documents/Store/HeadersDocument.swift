import Exchanges
import FieldValues
import Glibc
import HTTPMessages
import Recordings

/// The document of start lines, fields and trailers, and of what is wrong with a message.
///
/// Rows are made from the index when they are asked for: a message with very many fields costs no more than one. Fields
/// can be unfolded: then rows below say what they mean.
final class HeadersDocument: Document {
  /// What a row shows.
  private enum Entry {
    case startLine(message: Int)
    case field(message: Int, field: Int)
    /// One of the rows that say what a field means; `start` is where the field begins.
    case reading(start: Int, row: Int)
    /// Between an interim response and the next one, and before trailers and diagnostics.
    case gap
    case uncounted(message: Int)
    case diagnostic(message: Int, diagnostic: Int)
  }

  var note: String?
  private var parts: MessageParts
  private(set) var isComplete: Bool
  private var entries: [Entry] = []
  /// The rows of the fields that are unfolded, by where each field begins.
  private var readings: [Int: [DocumentRow]] = [:]
  /// Seconds since 1970.
  private let clock: () -> Int
  /// The version that carried the messages, where they are shown as HTTP/1 has them.
  private var version: String?

  init(
    parts: MessageParts, isComplete: Bool, version: String? = nil, clock: @escaping () -> Int = { time(nil) }
  ) {
    self.version = version
    self.parts = parts
    self.isComplete = isComplete
    self.clock = clock
    list()
  }

  var rowCount: Int { entries.count }
  var indexedFraction: Double { 1 }

  func update(parts: MessageParts, isComplete: Bool, version: String? = nil) {
    self.version = version
    self.parts = parts
    self.isComplete = isComplete
    list()
  }

  func advance(budget: Int) throws(RecordingError) -> Bool { false }

  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    var rows: [DocumentRow] = []
    for entry in entries[range] { rows.append(try row(entry)) }
    return rows
  }

  func row(holding reference: ByteReference) throws(RecordingError) -> Int? {
    guard reference.direction == parts.direction else { return nil }
    let offset = reference.range.lowerBound
    for (index, entry) in entries.enumerated() {
      if case .diagnostic = entry { continue }
      if let range = range(of: entry), range.contains(offset) { return index }
    }
    return nil
  }

  func block(holdingRow row: Int) -> Range<Int> {
    let first = row - row % 1024
    return first..<min(rowCount, first + 1024)
  }

  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool { true }

  private func list() {
    entries = []
    for (index, message) in parts.messages.enumerated() {
      if index > 0 { entries.append(.gap) }
      if !message.startLine.isEmpty { entries.append(.startLine(message: index)) }
      let fields = message.fields.indices.filter { !message.fields[$0].isTrailer }
      for field in fields { list(field: field, of: index) }
      let trailers = message.fields.indices.filter { message.fields[$0].isTrailer }
      if !trailers.isEmpty { entries.append(.gap) }
      for field in trailers { list(field: field, of: index) }
      if message.fieldCount > message.fields.count { entries.append(.uncounted(message: index)) }
      if !message.diagnostics.isEmpty { entries.append(.gap) }
      entries += message.diagnostics.indices.map { .diagnostic(message: index, diagnostic: $0) }
    }
  }

  private func list(field: Int, of message: Int) {
    entries.append(.field(message: message, field: field))
    let start = parts.messages[message].fields[field].name.lowerBound
    if let rows = readings[start] { entries += rows.indices.map { .reading(start: start, row: $0) } }
  }

  // MARK: Readings

  /// Shows or hides what the field of a row means; the rows that the field has then, nil where the row is of no field.
  func toggleReading(atRow row: Int, columns: Int) throws(RecordingError) -> Range<Int>? {
    guard entries.indices.contains(row) else { return nil }
    var first = row
    if case .reading(_, let below) = entries[row] { first -= below + 1 }
    guard case .field(let message, let index) = entries[first] else { return nil }
    let field = parts.messages[message].fields[index]
    if readings.removeValue(forKey: field.name.lowerBound) == nil {
      readings[field.name.lowerBound] = try reading(of: field).rows(columns: columns)
    }
    list()
    return first..<first + 1 + (readings[field.name.lowerBound]?.count ?? 0)
  }

  private func reading(of field: MessageIndex.Field) throws(RecordingError) -> FieldReadingRows {
    let known = 0..<parts.log.count
    return FieldReadingRows(
      name: try parts.log.bytes(in: field.name.clamped(to: known).prefix(256)),
      value: try parts.log.bytes(in: field.value.clamped(to: known).prefix(FieldReading.byteLimit + 1)),
      start: field.value.lowerBound, direction: parts.direction, now: clock())
  }

  private func range(of entry: Entry) -> Range<Int>? {
    switch entry {
    case .startLine(let message):
      let line = parts.messages[message].startLine
      guard let first = line.first, let last = line.last else { return nil }
      return first.range.lowerBound..<last.range.upperBound
    case .field(let message, let field):
      let field = parts.messages[message].fields[field]
      return field.name.lowerBound..<max(field.name.upperBound, field.value.upperBound)
    case .diagnostic(let message, let diagnostic):
      return parts.messages[message].diagnostics[diagnostic].range
    case .gap, .uncounted, .reading:
      return nil
    }
  }

  private func row(_ entry: Entry) throws(RecordingError) -> DocumentRow {
    let source = range(of: entry).map { ByteReference(direction: parts.direction, range: $0) }
    switch entry {
    case .gap:
      return DocumentRow(text: "")
    case .reading(let start, let row):
      return readings[start]?[row] ?? DocumentRow(text: "")
    case .startLine(let message):
      let text = try startLine(of: message, source?.range ?? 0..<0)
      return DocumentRow(
        text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: .startLine)], source: source)
    case .field(let message, let field):
      let field = parts.messages[message].fields[field]
      let name = try text(of: field.name)
      let value = try text(of: field.value)
      let start = name.utf8.count + 2
      return DocumentRow(
        text: name + ": " + value,
        spans: [
          DocumentRow.Span(range: 0..<name.utf8.count, role: .fieldName),
          DocumentRow.Span(range: name.utf8.count..<start - 1, role: .punctuation),
          DocumentRow.Span(range: start..<start + value.utf8.count, role: .fieldValue),
        ], source: source, remark: try reading(of: field).remark)
    case .uncounted(let message):
      let message = parts.messages[message]
      let text = "… and \(message.fieldCount - message.fields.count) more fields: see the hex view"
      return DocumentRow(text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: .note)])
    case .diagnostic(let message, let diagnostic):
      return DiagnosticText.row(for: parts.messages[message].diagnostics[diagnostic], parts.direction)
    }
  }

  /// The text of a start line, with the version that it was sent in.
  private func startLine(of message: Int, _ range: Range<Int>) throws(RecordingError) -> String {
    guard let version, let part = parts.messages[message].range(of: .version) else { return try text(of: range) }
    return try text(of: range.lowerBound..<part.lowerBound) + version + text(of: part.upperBound..<range.upperBound)
  }

  /// The text of a head's bytes; a value is shown up to 64 KiB.
  private func text(of range: Range<Int>) throws(RecordingError) -> String {
    let known = range.clamped(to: 0..<parts.log.count)
    let text = TextEncoding.decodeForPeople(try parts.log.bytes(in: known.prefix(64 << 10)))
    return known.count > 64 << 10 ? text + " … (\(ByteCount.words(known.count)))" : text
  }
}
