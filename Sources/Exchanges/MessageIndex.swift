package import HTTPMessages

/// Where the parts of one message are: ranges into one direction of a recording, built from the parser's events.
///
/// Bounded: fields up to `fieldLimit` (the parser's own limit tells of more), content as a map of sparse checkpoints,
/// diagnostics up to `diagnosticLimit`. Copying it is cheap (copy-on-write arrays).
package struct MessageIndex: Sendable {
  /// Fields (and trailer fields) beyond this many are counted, not kept.
  package static let fieldLimit = 16_384
  /// Diagnostics beyond this many are counted, not kept.
  package static let diagnosticLimit = 256

  /// A header or trailer field: where its name and its value are.
  package struct Field: Sendable, Hashable {
    package var name: Range<Int>
    package var value: Range<Int>
    package var isTrailer: Bool

    package init(name: Range<Int>, value: Range<Int>, isTrailer: Bool) {
      self.name = name
      self.value = value
      self.isTrailer = isTrailer
    }
  }

  /// Parts of the start line, in the order in which they came: method, target, version, or version, code, reason.
  package struct StartLinePart: Sendable, Hashable {
    package var part: MessagePart
    package var range: Range<Int>
  }

  package let kind: MessageKind
  /// Offset of the message's first byte.
  package let start: Int
  /// One past the last byte that is known to belong to it.
  package private(set) var end: Int
  package private(set) var startLine: [StartLinePart] = []
  package private(set) var fields: [Field] = []
  package private(set) var fieldCount = 0
  package private(set) var framing: Framing?
  /// Offset one past the blank line that ends the head.
  package private(set) var headEnd: Int?
  package private(set) var content: ContentMap
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var diagnosticCount = 0
  package private(set) var isComplete = false
  package private(set) var hasErrors = false

  package init(kind: MessageKind, start: Int) {
    self.kind = kind
    self.start = start
    self.end = start
    self.content = ContentMap(start: start)
  }

  /// Takes the next event of this message; events must come in the parser's order.
  package mutating func take(_ event: ParseEvent) {
    // What comes after the last byte is told with this message, and belongs to none.
    if !isComplete { end = max(end, event.range.upperBound) }
    switch event.kind {
    case .messageStart:
      break
    case .part:
      take(part: event.part, range: event.range)
    case .field:
      fieldCount += 1
      guard fields.count < Self.fieldLimit else { return }
      fields.append(Field(name: event.nameRange, value: event.valueRange, isTrailer: event.isTrailer))
    case .headEnd:
      framing = event.framing
      headEnd = event.range.upperBound
      content.begin(at: event.range.upperBound, isChunked: event.framing == .chunked)
    case .messageEnd:
      isComplete = true
    case .diagnostic:
      diagnosticCount += 1
      let diagnostic = Diagnostic(code: event.code, range: event.range)
      if diagnostic.severity == .error { hasErrors = true }
      if diagnostics.count < Self.diagnosticLimit { diagnostics.append(diagnostic) }
    }
  }

  /// The range of a start-line part, if it was read.
  package func range(of part: MessagePart) -> Range<Int>? {
    startLine.first { $0.part == part }?.range
  }

  private mutating func take(part: MessagePart, range: Range<Int>) {
    switch part {
    case .method, .target, .version, .statusCode, .reason:
      startLine.append(StartLinePart(part: part, range: range))
    case .chunkSize:
      content.chunkLine(at: range.lowerBound)
    case .content:
      content.extend(by: range)
    default:
      break
    }
  }
}
