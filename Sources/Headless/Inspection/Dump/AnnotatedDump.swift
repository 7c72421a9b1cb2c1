import HTTPMessages

/// A report for people: each byte with its offset and the part that it belongs to, findings under the bytes that they
/// concern, and what each message is at its end.
///
/// Parts are held back until it is known what was found in them: a head, a chunk, content to its end. Of content only
/// the bytes that are shown are kept.
struct AnnotatedDump: InspectionReport {
  /// Parts of a head that are held back; of a longer one what came first is written before its findings are known.
  private static let heldParts = 8_192
  private static let heldBytes = 1 << 20

  let kind: MessageKind
  let layout: DumpLayout
  var writer: DumpWriter
  private var section: DumpSection
  private var findings = DumpFindings()
  private var messageCount = 0
  /// The message under way.
  private var message: DumpSummary?
  private var leftover: DumpSummary?
  /// What is held back is a chunk.
  private var holdsChunk = false
  private var shownChunks = 0
  /// Chunks that are not shown, their bytes, and what was found in them and is known.
  private var hidden = (chunks: 0, content: 0, findings: 0)
  private var hasHeading = false

  init(_ kind: MessageKind, layout: DumpLayout, refused: DiagnosticSet, hasColors: Bool) {
    self.kind = kind
    self.layout = layout
    writer = DumpWriter(layout, refused: refused, hasColors: hasColors)
    section = DumpSection(layout)
  }

  mutating func take(_ event: ParseEvent, _ bytes: StreamBytes) {
    switch event.kind {
    case .messageStart: beginMessage(at: event.start)
    case .part: take(event.part, event.range, bytes)
    case .field:
      for (part, range) in event.fieldParts { section.add(part, range, bytes) }
      message?.end = event.range.upperBound
      boundHeld()
    case .headEnd:
      message?.framing = event.framing
      message?.contentLength = event.contentLength
      flush()
    case .messageEnd: endMessage(isComplete: true)
    case .diagnostic: take(Diagnostic(code: event.code, range: event.range))
    }
  }

  mutating func finish() {
    section.close()
    if message != nil { return endMessage(isComplete: false) }
    if leftover == nil, section.isEmpty, findings.isEmpty {
      if messageCount == 0 { writer.heading("no message: the input is empty") }
      return
    }
    if leftover == nil { beginSection(messageCount == 0 ? "no message" : "after the last message") }
    flush(all: true)
    guard let leftover else { return }
    let words = [CountWords.bytes(leftover.leftoverCount)] + leftover.findingWords
    writer.line("✗ left over: \(words.joined(separator: ", "))", .boldRed)
  }

  private mutating func take(_ part: MessagePart, _ range: Range<Int>, _ bytes: StreamBytes) {
    switch part {
    case .content:
      if !section.isOpen { message?.chunkCount += 1 }
      message?.contentCount += range.count
      section.gather(part, range, bytes)
    case .leftover:
      if message == nil, leftover == nil { beginLeftover(at: range.lowerBound) }
      message?.leftoverCount += range.count
      leftover?.leftoverCount += range.count
      section.gather(part, range, bytes)
    case .chunkSize:
      endChunk()
      holdsChunk = true
      section.add(part, range, bytes)
    default:
      section.add(part, range, bytes)
      boundHeld()
    }
    if part != .leftover { message?.end = range.upperBound }
    if layout.showsAll, section.isOpen, section.bytes.count > 4096 { flush() }
  }

  private mutating func take(_ diagnostic: Diagnostic) {
    findings.add(diagnostic)
    if message != nil { message?.count(diagnostic) } else { leftover?.count(diagnostic) }
  }

  // MARK: Messages

  private mutating func beginMessage(at offset: Int) {
    if message != nil { endMessage(isComplete: false) }
    messageCount += 1
    beginSection("\(kind == .request ? "request" : "response") \(messageCount), at byte \(offset)")
    message = DumpSummary(start: offset)
    message?.take(findings.waiting)
    findings.forget()
    shownChunks = 0
  }

  private mutating func beginLeftover(at offset: Int) {
    beginSection(messageCount == 0 ? "no message" : "left over, at byte \(offset)")
    leftover = DumpSummary(start: offset)
    leftover?.take(findings.waiting)
  }

  private mutating func beginSection(_ heading: String) {
    if hasHeading { writer.text.endLine() }
    writer.heading(heading)
    if !hasHeading { writer.columnNames() }
    hasHeading = true
  }

  private mutating func endMessage(isComplete: Bool) {
    section.close()
    flush(all: true)
    holdsChunk = false
    guard let message else { return }
    self.message = nil
    let isGood = isComplete && !message.hasErrors && message.leftoverCount == 0
    let name = "\(kind == .request ? "request" : "response") \(messageCount)"
    writer.line(
      "\(isGood ? "✓" : "✗") \(name): \(message.words(isComplete: isComplete))", isGood ? .boldGreen : .boldRed)
  }

  // MARK: Rows

  /// Ends the chunk before a chunk size: shows it, or only counts it.
  private mutating func endChunk() {
    guard holdsChunk else { return flush() }
    section.close()
    let isShown = layout.showsAll || shownChunks < DumpLayout.shownChunks || findings.hasNew
    if isShown {
      shownChunks += 1
      flush()
    } else {
      hidden.chunks += 1
      for part in section.parts where part.part == .content { hidden.content += part.count }
      hidden.findings += findings.drop(before: section.parts.last?.end ?? 0)
      section.removeAll()
    }
  }

  private mutating func boundHeld() {
    if section.parts.count > Self.heldParts || section.bytes.count > Self.heldBytes { flush() }
  }

  /// Writes what is held back, with what was found in it so far.
  private mutating func flush(all: Bool = false) {
    if hidden.chunks > 0 {
      let chunks = "\(CountWords.words(hidden.chunks, "chunk")) of \(CountWords.bytes(hidden.content))"
      let known = hidden.findings > 0 ? ", with \(CountWords.words(hidden.findings, "finding")) as above" : ""
      writer.hidden(chunks + known)
      hidden = (0, 0, 0)
    }
    let rows = section.rows(layout, findings: findings.ranges)
    writer.write(rows, section.bytes, findings.place(in: rows, all: all))
    section.removeAll()
  }
}
