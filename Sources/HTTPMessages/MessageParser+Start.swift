/// The beginning of a message, and what is not one.
extension MessageParser {
  mutating func readStart(_ feed: inout ParserFeed) {
    let byte = feed.byte
    let offset = feed.offset
    if Byte.isLineEnd(byte) {
      feed.index &+= 1
      if before.linesStart < 0 { before.linesStart = offset }
      before.linesEnd = offset + 1
      if byte == Byte.carriageReturn {
        state = .startCR
      } else {
        if before.bareLineFeed < 0 { before.bareLineFeed = offset }
        before.lineCount += 1
      }
      return
    }
    if Byte.isWhitespace(byte), messageCount == 0 {
      feed.index &+= 1
      state = .startSpace
      return beginSpace(at: offset)
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

  /// After a CR before a start line.
  mutating func readStartCR(_ feed: inout ParserFeed) {
    state = .start
    if feed.byte == Byte.lineFeed {
      feed.index &+= 1
      before.lineCount += 1
      before.linesEnd = feed.offset
    } else if before.bareCarriageReturn < 0 {
      before.bareCarriageReturn = feed.offset - 1
    }
  }

  private mutating func beginSpace(at offset: Int) {
    guard before.spaceStart < 0 else { return }
    before.spaceStart = offset
    before.spaceEnd = offset + 1
  }

  /// In white space before the first start line, which a reader may ignore (RFC 9112 §3).
  mutating func readStartSpace(_ feed: inout ParserFeed) {
    guard Byte.isWhitespace(feed.byte) else {
      state = .start
      return
    }
    if before.spaceEnd == feed.offset { before.spaceEnd += 1 }
    feed.index &+= 1
  }

  /// Begins a message whose first token, which ends at `tokenEnd`, was read, so that it is known to be one.
  @inline(__always)
  mutating func beginMessage(tokenEnd: Int, _ feed: inout ParserFeed) {
    let limit = head.limit
    let endedConnection = !head.keepsConnection
    head = HeadState()
    head.limit = limit
    head.start = tokenStart
    head.keepsConnection = !endedConnection
    if !before.isEmpty { tellBefore(&feed) }
    feed.emit(.messageStart(at: tokenStart))
    if !before.isEmpty { reportBefore(&feed) }
    if endedConnection { report(.messageAfterClose, from: tokenStart, to: tokenEnd, &feed) }
    if kind == .response {
      if expected.isUsed, expected.count == 0 { report(.responseUnexpected, from: tokenStart, to: tokenEnd, &feed) }
      head.method = expected.first
    }
  }

  /// Says what is wrong with what stands before the message.
  private mutating func reportBefore(_ feed: inout ParserFeed) {
    if before.lineCount > 0 {
      let isUsual = kind == .request && before.lineCount == 1
      report(
        isUsual ? .emptyLinesBeforeStartLine : .emptyLinesMany, from: before.linesStart, to: before.linesEnd, &feed)
    }
    reportOddBytesBefore(&feed)
    before = StartState()
  }

  /// Reports the first CR and the first LF that stands alone among the empty lines, and the first white space.
  mutating func reportOddBytesBefore(_ feed: inout ParserFeed) {
    if before.bareCarriageReturn >= 0 {
      report(.bareCarriageReturn, from: before.bareCarriageReturn, to: before.bareCarriageReturn + 1, &feed)
    }
    if before.bareLineFeed >= 0 {
      report(.bareLineFeed, from: before.bareLineFeed, to: before.bareLineFeed + 1, &feed)
    }
    if before.spaceStart >= 0 {
      report(
        kind == .request ? .requestLineWhitespace : .statusLineWhitespace, from: before.spaceStart,
        to: before.spaceEnd, &feed)
    }
  }

  /// Gives up: what follows from `tokenStart` on is no message.
  mutating func beginLeftover(_ feed: inout ParserFeed) {
    tellBefore(&feed)
    report(leftoverCode(feed), from: tokenStart, to: tokenStart + 1, &feed)
    before = StartState()
    leave(from: tokenStart, &feed)
  }

  /// Makes everything from `offset` on leftover.
  mutating func leave(from offset: Int, _ feed: inout ParserFeed) {
    state = .leftover
    tokenStart = offset
    limitOffset = Int.max
    feed.end = feed.count
  }

  private func leftoverCode(_ feed: ParserFeed) -> Diagnostic.Code {
    guard messageCount == 0 else {
      return lastFraming == .none && kind == .response ? .contentNotAllowed : .bytesAfterMessage
    }
    // The types of a TLS alert and of a handshake (RFC 8446 §5.1).
    let isFirst = state == .start && before.isEmpty
    return isFirst && (feed.byte == 0x15 || feed.byte == 0x16) ? .tlsRecord : .notHTTP
  }

  /// Tells of what stands before a message, or before what is none.
  mutating func tellBefore(_ feed: inout ParserFeed) {
    if before.linesStart >= 0 { tell(.lineEnd, from: before.linesStart, to: before.linesEnd, &feed) }
    fill(to: tokenStart, &feed)
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
