/// The beginning of a message, and what is not one.
extension MessageParser {
  mutating func readStart(_ feed: inout ParserFeed) {
    let byte = feed.byte
    let offset = feed.offset
    if Byte.isLineEnd(byte) {
      if emptyLinesStart < 0 { emptyLinesStart = offset }
      feed.index &+= 1
      return
    }
    tokenStart = offset
    let canBegin =
      switch kind {
      case .request: !Byte.isControl(byte) && byte < 0x80 && (messageCount == 0 || ByteClass.contains(byte, .token))
      case .response: Byte.lowercased(byte) == 0x68
      }
    guard canBegin else { return beginLeftover(&feed) }
    head.isStartLine = true
    head.isInTrailers = false
    head.limit = saturated(offset, configuration.headLength)
    if readPlainStartLine(&feed) { return }
    line = LineState()
    beginLine(at: offset, &feed)
    carry.removeAll()
    state = kind == .request ? .method : .statusVersion
  }

  /// Begins a message whose first token was read, so that it is known to be one.
  mutating func beginMessage(_ feed: inout ParserFeed) {
    let limit = head.limit
    head = HeadState()
    head.limit = limit
    head.start = tokenStart
    tellEmptyLines(&feed)
    feed.emit(.messageStart(at: tokenStart))
    if emptyLinesStart >= 0 {
      report(.emptyLinesBeforeStartLine, from: emptyLinesStart, to: tokenStart, &feed)
      emptyLinesStart = -1
    }
    if kind == .response {
      if expected.isUsed, expected.count == 0 { report(.responseUnexpected, from: tokenStart, to: feed.offset, &feed) }
      head.method = expected.first
    }
  }

  /// Gives up: what follows from `tokenStart` on is no message.
  mutating func beginLeftover(_ feed: inout ParserFeed) {
    let code: Diagnostic.Code =
      messageCount == 0 ? .notHTTP : lastFraming == .none && kind == .response ? .contentNotAllowed : .bytesAfterMessage
    tellEmptyLines(&feed)
    report(code, from: tokenStart, to: tokenStart + 1, &feed)
    state = .leftover
    emptyLinesStart = -1
    limitOffset = Int.max
    feed.end = feed.count
  }

  /// Tells of the empty lines before a message, or before what is none.
  mutating func tellEmptyLines(_ feed: inout ParserFeed) {
    if emptyLinesStart >= 0 { tell(.lineEnd, from: emptyLinesStart, to: tokenStart, &feed) }
  }

  mutating func readLeftover(_ feed: inout ParserFeed) {
    feed.index = feed.count
    tellLeftover(&feed)
  }

  /// Tells of what is left over up to here.
  mutating func tellLeftover(_ feed: inout ParserFeed) {
    let end = feed.offset
    if end > tokenStart { feed.emit(.leftover, from: tokenStart, to: end) }
    tokenStart = end
    told = end
  }

  /// Begins a line, from which its limit and the head's are counted.
  mutating func beginLine(at offset: Int, _ feed: inout ParserFeed) {
    line.limit = saturated(offset, configuration.lineLength)
    limitOffset = min(line.limit, head.limit)
    feed.end = min(feed.count, limitOffset &- feed.base)
  }

  /// The sum, or the largest number where it is too large.
  func saturated(_ offset: Int, _ length: Int) -> Int {
    let (sum, overflow) = offset.addingReportingOverflow(length)
    return overflow ? Int.max : sum
  }
}
