package import HTTPMessages

/// Where the parts of one message are: ranges into one direction of a recording, built from the parser's events.
///
/// Small for any message, below `byteLimit` bytes: fields up to `fieldLimit`, diagnostics up to `diagnosticLimit`,
/// and sparse checkpoints at field lines and chunk lines, from which the parser finds the part of any byte again.
/// Copying it is cheap (copy-on-write arrays).
package struct MessageIndex: Sendable {
  /// Fields (and trailer fields) beyond this many are counted and found by checkpoints, not listed.
  package static let fieldLimit = 4096
  /// Diagnostics beyond this many are counted, not kept.
  package static let diagnosticLimit = 256
  /// The most that an index takes, the spare room of its arrays included.
  package static let byteLimit = 512 << 10

  /// A header or trailer field: where its name and its value are.
  package struct Field: Sendable, Hashable {
    private let event: ParseEvent

    /// The field that an event of kind `field` tells of.
    package init(_ event: ParseEvent) {
      precondition(event.kind == .field, "only a field is one")
      self.event = event
    }

    package var name: Range<Int> { event.nameRange }
    package var value: Range<Int> { event.valueRange }
    package var isTrailer: Bool { event.isTrailer }
    /// Where the colon is; nil where the line has none.
    package var colon: Int? { event.colon }
    /// All of the field line, with its line end.
    package var line: Range<Int> { event.range }
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
  /// The first fields, head and trailers.
  package private(set) var fields: [Field] = []
  package private(set) var fieldCount = 0
  /// Field lines of the head and of the trailers.
  package private(set) var fieldLines = CheckpointList()
  /// Offset of the first trailer field.
  package private(set) var trailerStart: Int?
  package private(set) var framing: Framing?
  /// Of a response whose head has come and whose status code could be read.
  package private(set) var statusCode: Int?
  /// Offset one past the blank line that ends the head.
  package private(set) var headEnd: Int?
  package private(set) var content: ContentMap
  /// Offset from which on nothing could be told any more.
  package private(set) var leftoverStart: Int?
  /// In the order in which they were found.
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
      take(field: event)
    case .headEnd:
      framing = event.framing
      statusCode = event.statusCode
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

  /// Whether it is a response that another one follows (RFC 9110 §15.2); 101 ends HTTP and is final.
  package var isInterim: Bool {
    guard let statusCode else { return false }
    return (100..<200).contains(statusCode) && statusCode != 101
  }

  /// The range of a start-line part, if it was read.
  package func range(of part: MessagePart) -> Range<Int>? {
    startLine.first { $0.part == part }?.range
  }

  private mutating func take(field event: ParseEvent) {
    fieldLines.take(offset: event.start, count: fieldCount)
    fieldCount += 1
    if event.isTrailer, trailerStart == nil { trailerStart = event.start }
    if fields.count < Self.fieldLimit { fields.append(Field(event)) }
  }

  private mutating func take(part: MessagePart, range: Range<Int>) {
    switch part {
    case .method, .target, .version, .statusCode, .reason:
      startLine.append(StartLinePart(part: part, range: range))
    case .chunkSize:
      content.chunkLine(at: range.lowerBound)
    case .content:
      content.extend(by: range)
    case .leftover:
      if leftoverStart == nil { leftoverStart = range.lowerBound }
    default:
      break
    }
  }
}
