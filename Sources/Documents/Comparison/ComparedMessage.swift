import Differences
import Exchanges
import HTTPMessages
import Recordings

/// One of two messages that are compared.
struct ComparedMessage {
  /// Which exchange's it is, in a line.
  let title: String
  let direction: Direction
  let index: MessageIndex?
  let content: MessageContent?
  /// Whether no more of it will come.
  let hasEnded: Bool
  private let log: ByteLogSnapshot

  init(_ documents: ExchangeDocuments, _ kind: MessageKind) throws(RecordingError) {
    let summary = documents.recording.summary
    title = "\(summary.requestMethod) \(summary.requestTarget)"
    direction = ExchangeDocuments.direction(of: kind)
    index = documents.message(kind)
    content = try documents.content(kind)
    hasEnded = documents.hasEnded
    log = documents.recording.plain[direction]
  }

  /// Method, target and version, or version, code and reason.
  func startLine() throws(RecordingError) -> DocumentRow? {
    guard let first = index?.startLine.first, let last = index?.startLine.last else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    let text = try text(of: range)
    return DocumentRow(
      text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: .startLine)],
      source: ByteReference(direction: direction, range: range))
  }

  /// The fields of the head, or the trailers, with the rows that show them.
  func fields(areTrailers: Bool) throws(RecordingError) -> [(field: FieldDifference.Field, row: DocumentRow)] {
    var fields: [(FieldDifference.Field, DocumentRow)] = []
    for field in index?.fields ?? [] where field.isTrailer == areTrailers {
      let (name, value) = (try text(of: field.name), try text(of: field.value))
      let row = DocumentRow(
        text: name + ": " + value,
        spans: [
          DocumentRow.Span(range: 0..<name.utf8.count, role: .fieldName),
          DocumentRow.Span(range: name.utf8.count..<name.utf8.count + 1, role: .punctuation),
        ], source: ByteReference(direction: direction, range: field.line))
      fields.append((FieldDifference.Field(name: name, value: value), row))
    }
    return fields
  }

  /// Whether there are fields that are not listed, and so not compared.
  var hasMoreFields: Bool { index.map { $0.fieldCount > $0.fields.count } ?? false }

  private func text(of range: Range<Int>) throws(RecordingError) -> String {
    let known = range.clamped(to: 0..<log.count)
    return TextEncoding.decodeForPeople(try log.bytes(in: known.prefix(64 << 10)))
  }
}
