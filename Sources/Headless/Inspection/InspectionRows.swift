import HTTPMessages
import TerminalText

/// A report for people: a row for each part, with its offset, its length and its bytes, and findings where they occur.
struct InspectionRows: InspectionReport {
  /// Columns of a part's bytes that are shown.
  private static let textColumns = 64
  private static let findingIndent = "                "

  let kind: MessageKind
  /// Rows that were not yet taken.
  var text = ""
  private var messageCount = 0
  /// A message has begun and not ended.
  private var isInMessage = false
  private var framing: Framing?
  /// Pieces of content or of leftover come together as one row.
  private var pending: (part: MessagePart, range: Range<Int>, bytes: [UInt8])?

  init(_ kind: MessageKind) {
    self.kind = kind
  }

  mutating func take(_ event: ParseEvent, _ bytes: StreamBytes) {
    if event.kind == .part, event.part == .content || event.part == .leftover { return gather(event, bytes) }
    tellPending()
    switch event.kind {
    case .messageStart:
      endMessage(isComplete: false)
      if messageCount > 0 { text += "\n" }
      messageCount += 1
      isInMessage = true
      framing = nil
      text += "\(kind == .request ? "request" : "response") \(messageCount) at byte \(event.start)\n"
      text += "    offset    length  part             bytes\n"
    case .part where event.part.isDelimiter:
      break
    case .field:
      row(event.part, event.nameRange, bytes.bytes(in: event.nameRange.prefix(Self.textColumns * 4)))
      row(
        event.isTrailer ? .trailerValue : .fieldValue, event.valueRange,
        bytes.bytes(in: event.valueRange.prefix(Self.textColumns * 4)))
    case .part:
      row(event.part, event.range, bytes.bytes(in: event.range.prefix(Self.textColumns * 4)))
    case .headEnd:
      framing = event.framing
      let length = event.contentLength.map { " \($0)" } ?? ""
      text += Self.padded(event.start) + "            end of head      framing: \(event.framing.name)\(length)\n"
    case .messageEnd:
      text += Self.padded(event.start) + "            end of message\n"
      isInMessage = false
    case .diagnostic:
      finding(Diagnostic(code: event.code, range: event.range))
    }
  }

  mutating func finish() {
    tellPending()
    endMessage(isComplete: false)
  }

  private mutating func gather(_ event: ParseEvent, _ bytes: StreamBytes) {
    if let last = pending, last.part == event.part, last.range.upperBound == event.start {
      pending?.range = last.range.lowerBound..<event.range.upperBound
      return
    }
    tellPending()
    pending = (event.part, event.range, bytes.bytes(in: event.range.prefix(Self.textColumns * 4)))
  }

  private mutating func tellPending() {
    guard let part = pending else { return }
    pending = nil
    if part.part == .leftover, !isInMessage { text += messageCount > 0 ? "\nleft over\n" : "no message\n" }
    row(part.part, part.range, part.bytes)
  }

  private mutating func endMessage(isComplete: Bool) {
    if isInMessage, !isComplete { text += Self.findingIndent + "  the message is incomplete\n" }
    isInMessage = false
  }

  private mutating func row(_ part: MessagePart, _ range: Range<Int>, _ bytes: [UInt8]) {
    var shown = String(decoding: TerminalFilter.filtered(bytes), as: UTF8.self)
    if range.count > bytes.count { shown += "…" }
    shown = TerminalWidth.truncated(shown, toColumns: Self.textColumns)
    let name = part.name.padding(to: 15)
    let row = Self.padded(range.lowerBound) + Self.padded(range.count) + "  \(name)  \(shown)"
    text += row.trimmingTrailingSpaces + "\n"
  }

  private mutating func finding(_ diagnostic: Diagnostic) {
    let range = diagnostic.range
    let place = range.isEmpty ? "at \(range.lowerBound)" : "\(range.lowerBound)..<\(range.upperBound)"
    text +=
      Self.findingIndent
      + "▲ \(diagnostic.severity.name) \(place) \(diagnostic.code.identifier): \(diagnostic.message) (\(diagnostic.rule))\n"
  }

  private static func padded(_ number: Int) -> String {
    let digits = "\(number)"
    return String(repeating: " ", count: max(0, 10 - digits.utf8.count)) + digits
  }
}

extension Range<Int> {
  /// At most the first `count` of the range.
  func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}

extension String {
  /// The text with spaces behind it up to a number of columns; for texts of one-column characters.
  func padding(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - unicodeScalars.count))
  }

  /// The text without the spaces at its end.
  var trimmingTrailingSpaces: String {
    var text = self
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }
}
