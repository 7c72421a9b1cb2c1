import HTTPMessages

/// Reads a stream of messages and reports what each byte of it is.
///
/// Memory is bounded by the longest single part of a head, or by `partLimit` for each, and by what the report keeps.
struct Inspection<Report: InspectionReport> {
  var report: Report
  private var parser: MessageParser
  private var events = ParseEvents()
  private var stream: StreamBytes
  /// Where the last part ended: the next one begins there.
  private var told = 0
  /// Whether the parser found no error and every message was complete.
  private(set) var isWellFormed = true
  private var isInMessage = false

  /// An inspection of requests, or of the responses to requests with these methods, the last of which repeats.
  init(
    _ kind: MessageKind, requestMethods: [String] = [], configuration: ParserConfiguration = .lenient,
    isOnStream: Bool = false, partLimit: Int = .max, report: Report
  ) {
    self.report = report
    parser = MessageParser(kind, configuration: configuration, isOnStream: isOnStream)
    stream = StreamBytes(limit: partLimit)
    if let last = requestMethods.last {
      for method in requestMethods { parser.expectResponse(toMethod: method) }
      for _ in requestMethods.count..<max(64, requestMethods.count) { parser.expectResponse(toMethod: last) }
    }
  }

  /// Reads the next bytes.
  mutating func read(_ bytes: UnsafeRawBufferPointer) {
    stream.piece = bytes
    var rest = bytes
    while !rest.isEmpty {
      let count = parser.parse(rest, into: &events)
      drain()
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    // Empty lines between messages could go on for ever.
    let isForgotten = parser.isBetweenMessages && parser.offset - told > 64 << 10
    stream.keep(from: isForgotten ? parser.offset : told)
  }

  /// Takes notice that trailers follow on a stream of HTTP/2.
  mutating func endContent() {
    _ = parser.endContent(into: &events)
    drain()
  }

  /// Takes notice that the stream has ended.
  mutating func finish() {
    parser.finish(into: &events)
    drain()
    if isInMessage { isWellFormed = false }
    report.finish()
  }

  private mutating func drain() {
    for index in 0..<events.count {
      let event = events[index]
      switch event.kind {
      case .messageStart: isInMessage = true
      case .messageEnd: isInMessage = false
      case .diagnostic where event.code.severity == .error: isWellFormed = false
      case .part, .field:
        told = event.range.upperBound
        if event.part == .leftover { isWellFormed = false }
      default: break
      }
      report.take(event, stream)
    }
    events.removeAll()
  }
}
