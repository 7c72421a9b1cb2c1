/// Tells what is wrong with the bytes of a request that a person is about to send, and what the server will make of it.
///
/// It forbids nothing: wrong bytes can be sent too. Complexity: linear in the head (and the chunk lines).
package enum DraftCheck {
  /// Findings in the order of their ranges, which are offsets in `bytes`.
  package static func diagnostics(of bytes: [UInt8]) -> [Diagnostic] {
    bytes.withUnsafeBytes { diagnostics(of: $0) }
  }

  /// Findings in the order of their ranges, which are offsets in `bytes`.
  package static func diagnostics(of bytes: UnsafeRawBufferPointer) -> [Diagnostic] {
    guard bytes.contains(where: { !Byte.isLineEnd($0) }) else {
      return [Diagnostic(code: .draftEmpty, range: 0..<bytes.count)]
    }
    var reading = DraftReading(byteCount: bytes.count)
    var parser = MessageParser(.request)
    var events = ParseEvents(capacity: 256)
    var read = 0
    while read < bytes.count, !reading.isFull {
      read += parser.parse(UnsafeRawBufferPointer(rebasing: bytes[read...]), into: &events)
      for event in events { reading.take(event) }
      events.removeAll()
    }
    parser.finish(into: &events)
    for event in events { reading.take(event) }
    return reading.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// One line for a person: "61 bytes, well formed", or the worst finding and how many more there are.
  package static func summary(of diagnostics: [Diagnostic], byteCount: Int) -> String {
    let size = byteCount == 1 ? "1 byte" : "\(byteCount) bytes"
    let findings = diagnostics.filter { $0.severity > .note }
    guard let worst = findings.first(where: { $0.severity == .error }) ?? findings.first else {
      return "\(size), well formed"
    }
    let more = findings.count > 1 ? " (and \(findings.count - 1) more)" : ""
    return "\(size): \(worst.message) [\(worst.rule)]\(more)"
  }
}

/// What a draft's events say about its first message and the bytes after it.
private struct DraftReading {
  private static let limit = 256

  let byteCount: Int
  var diagnostics: [Diagnostic] = []
  private var messageCount = 0
  private var firstEnd: Int?
  private var framing = Framing.none
  private var saysExcess = false
  private var isInSecondHead = false
  /// Findings in what may be a second request; they count once its head is whole.
  private var pending: [Diagnostic] = []

  init(byteCount: Int) { self.byteCount = byteCount }

  var isFull: Bool { diagnostics.count >= Self.limit }

  mutating func take(_ event: ParseEvent) {
    switch event.kind {
    case .messageStart:
      messageCount += 1
      isInSecondHead = messageCount == 2
    case .headEnd:
      if messageCount == 1 { framing = event.framing }
      if messageCount == 2 {
        diagnostics += pending
        add(.draftSecondRequest, (firstEnd ?? event.start)..<event.start)
      }
      isInSecondHead = false
    case .messageEnd:
      if messageCount == 1 { firstEnd = event.start }
    case .diagnostic:
      take(event.code, event.range)
    case .part, .field:
      break
    }
  }

  private mutating func take(_ code: Diagnostic.Code, _ range: Range<Int>) {
    switch code {
    case .headIncomplete where messageCount == 1:
      add(.draftBlankLineMissing, range)
    case .contentIncomplete where messageCount == 1:
      add(.draftContentShort, range)
    case .chunkedContentIncomplete where messageCount == 1:
      add(.draftChunksUnfinished, range)
    case .bytesAfterMessage:
      addExcess()
    case .headIncomplete where messageCount == 2:
      addExcess()
    default:
      if isInSecondHead, pending.count < Self.limit {
        pending.append(Diagnostic(code: code, range: range))
      } else {
        add(code, range)
      }
    }
  }

  /// Bytes after the first message that are no request: most likely content of another length than announced.
  private mutating func addExcess() {
    guard !saysExcess else { return }
    saysExcess = true
    let range = (firstEnd ?? byteCount)..<byteCount
    switch framing {
    case .contentLength: add(.draftContentLong, range)
    case .none:
      // Says the same, and better.
      diagnostics.removeAll { $0.code == .contentLengthMissing }
      add(.draftContentUnannounced, range)
    default: add(.bytesAfterMessage, range)
    }
  }

  private mutating func add(_ code: Diagnostic.Code, _ range: Range<Int>) {
    if !isFull { diagnostics.append(Diagnostic(code: code, range: range)) }
  }
}
