import Exchanges
import HTTPMessages
import Recordings

/// The document of start lines, fields and trailers, and of what is wrong with a message.
///
/// Rows are made from the index when they are asked for: a message with very many fields costs no more than one.
final class HeadersDocument: Document {
  /// What a row shows.
  private enum Entry {
    case startLine(message: Int)
    case field(message: Int, field: Int)
    /// Between an interim response and the next one, and before trailers and diagnostics.
    case gap
    case uncounted(message: Int)
    case diagnostic(message: Int, diagnostic: Int)
  }

  var note: String?
  private var parts: MessageParts
  private(set) var isComplete: Bool
  private var entries: [Entry] = []

  init(parts: MessageParts, isComplete: Bool) {
    self.parts = parts
    self.isComplete = isComplete
    list()
  }

  var rowCount: Int { entries.count }
  var indexedFraction: Double { 1 }

  func update(parts: MessageParts, isComplete: Bool) {
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
      entries += fields.map { .field(message: index, field: $0) }
      let trailers = message.fields.indices.filter { message.fields[$0].isTrailer }
      if !trailers.isEmpty { entries.append(.gap) }
      entries += trailers.map { .field(message: index, field: $0) }
      if message.fieldCount > message.fields.count { entries.append(.uncounted(message: index)) }
      if !message.diagnostics.isEmpty { entries.append(.gap) }
      entries += message.diagnostics.indices.map { .diagnostic(message: index, diagnostic: $0) }
    }
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
    case .gap, .uncounted:
      return nil
    }
  }

  private func row(_ entry: Entry) throws(RecordingError) -> DocumentRow {
    let source = range(of: entry).map { ByteReference(direction: parts.direction, range: $0) }
    switch entry {
    case .gap:
      return DocumentRow(text: "")
    case .startLine:
      let text = try text(of: source?.range ?? 0..<0)
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
        ], source: source)
    case .uncounted(let message):
      let message = parts.messages[message]
      let text = "… and \(message.fieldCount - message.fields.count) more fields: see the hex view"
      return DocumentRow(text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: .note)])
    case .diagnostic(let message, let diagnostic):
      return DiagnosticText.row(for: parts.messages[message].diagnostics[diagnostic], parts.direction)
    }
  }

  /// The text of a head's bytes; a value is shown up to 64 KiB.
  private func text(of range: Range<Int>) throws(RecordingError) -> String {
    let known = range.clamped(to: 0..<parts.log.count)
    let text = TextEncoding.decodeForPeople(try parts.log.bytes(in: known.prefix(64 << 10)))
    return known.count > 64 << 10 ? text + " … (\(ByteCount.words(known.count)))" : text
  }
}
