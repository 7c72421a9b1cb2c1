/// Field lines of heads and trailer sections (RFC 9112 §5).
extension MessageParser {
  /// Goes on to the fields after a start line.
  @inline(__always)
  mutating func beginFields(_ feed: inout ParserFeed) {
    head.isStartLine = false
    line.hasField = false
    state = .lineStart
    beginLine(at: feed.offset, &feed)
  }

  mutating func readLineStart(_ feed: inout ParserFeed) {
    if !line.hasField {
      readPlainFields(from: feed.index, &feed)
      guard state == .lineStart, feed.index < feed.end, feed.eventCount < feed.eventLimit else { return }
    }
    let byte = feed.byte
    let offset = feed.offset
    let isWhitespace = Byte.isWhitespace(byte)
    if line.hasField {
      if isWhitespace {
        feed.index &+= 1
        takeValueByte(Byte.space)
        state = line.valueStart < 0 ? .valueStart : .value
        report(.fieldFolded, from: offset, to: offset + 1, &feed)
        limitField(&feed)
        return
      }
      endField(&feed)
      return
    }
    switch byte {
    case Byte.carriageReturn:
      line.carriageReturn = offset
      state = .sectionEndCR
      feed.index &+= 1
    case Byte.lineFeed:
      feed.index &+= 1
      report(.bareLineFeed, from: offset, to: offset + 1, &feed)
      endSection(from: offset, &feed)
    default:
      beginName(at: offset, badByte: -1, &feed)
      if isWhitespace {
        feed.index &+= 1
        let code: Diagnostic.Code = head.isInTrailers ? .fieldNameInvalid : .whitespaceAfterStartLine
        report(code, from: offset, to: offset + 1, &feed)
      }
    }
  }

  private mutating func beginName(at start: Int, badByte: Int, _ feed: inout ParserFeed) {
    tokenStart = start
    carry.removeAll()
    line.badByte = badByte
    line.isForbiddenTrailer = false
    line.hasControlByte = false
    line.hasNUL = false
    line.field = .other
    line.colon = -1
    line.valueStart = -1
    line.valueEnd = -1
    line.fieldLimit = saturated(start, configuration.fieldLength)
    limitField(&feed)
    state = .name
    head.fieldCount += 1
    if head.fieldCount &- 1 == configuration.fieldCount { report(.tooManyFields, from: start, to: start + 1, &feed) }
  }

  mutating func readName(_ feed: inout ParserFeed) {
    feed.index = ByteScan.byte(outside: .token, in: feed.bytes, from: feed.index, to: feed.end)
    guard feed.index < feed.end else { return }
    let offset = feed.offset
    switch feed.byte {
    case Byte.colon:
      identifyField(endingAt: offset, feed)
      feed.index &+= 1
      endName(at: offset, colon: offset, &feed)
    case Byte.space, Byte.tab:
      identifyField(endingAt: offset, feed)
      line.nameEnd = offset
      state = .nameSpace
      feed.index &+= 1
    case Byte.carriageReturn:
      line.carriageReturn = offset
      state = .nameCR
      feed.index &+= 1
    case Byte.lineFeed:
      feed.index &+= 1
      endLineWithoutColon(at: offset, &feed)
      report(.bareLineFeed, from: offset, to: offset + 1, &feed)
      endFieldLine(from: offset, &feed)
    default:
      if line.badByte < 0 { line.badByte = offset }
      feed.index &+= 1
    }
  }

  mutating func readNameSpace(_ feed: inout ParserFeed) {
    let offset = feed.offset
    let byte = feed.byte
    if Byte.isWhitespace(byte) {
      feed.index &+= 1
    } else if byte == Byte.colon {
      feed.index &+= 1
      endName(at: line.nameEnd, colon: offset, &feed)
      report(.fieldSpaceBeforeColon, from: line.nameEnd, to: offset, &feed)
    } else {
      // Not the end of a name: white space inside of it, or a line without a colon.
      if !Byte.isLineEnd(byte), line.badByte < 0 { line.badByte = line.nameEnd }
      state = .name
    }
  }

  mutating func readNameCR(_ feed: inout ParserFeed) {
    let start = line.carriageReturn
    if feed.byte == Byte.lineFeed {
      feed.index &+= 1
      endLineWithoutColon(at: start, &feed)
      endFieldLine(from: start, &feed)
    } else {
      if line.badByte < 0 { line.badByte = start }
      state = .name
      report(.bareCarriageReturn, from: start, to: start + 1, &feed)
    }
  }

  private mutating func identifyField(endingAt end: Int, _ feed: ParserFeed) {
    line.field = .other
    line.isForbiddenTrailer = false
    guard line.badByte < 0 else { return }
    if head.isInTrailers {
      line.isForbiddenTrailer = withToken(endingAt: end, feed) { ForbiddenTrailers.contains($0) } ?? false
    } else {
      line.field = withToken(endingAt: end, feed) { KnownField(name: $0) } ?? .other
    }
  }

  private mutating func endName(at end: Int, colon: Int, _ feed: inout ParserFeed) {
    line.nameEnd = end
    line.colon = colon
    state = .valueStart
    if end == tokenStart {
      report(.fieldNameEmpty, from: end, to: end + 1, &feed)
    } else if line.badByte >= 0 {
      report(.fieldNameInvalid, from: tokenStart, to: end, &feed)
    }
    if line.isForbiddenTrailer { report(.trailerForbidden, from: tokenStart, to: end, &feed) }
    if line.field != .other { beginKnownField() }
  }

  private mutating func endLineWithoutColon(at end: Int, _ feed: inout ParserFeed) {
    line.field = .other
    line.nameEnd = end
    line.valueEnd = end
    report(.fieldColonMissing, from: tokenStart, to: end, &feed)
  }

  /// Pauses where the field has more bytes than an event can tell of, also in its folded lines.
  private mutating func limitField(_ feed: inout ParserFeed) {
    limitOffset = min(limitOffset, line.fieldLimit)
    feed.end = min(feed.count, limitOffset &- feed.base)
  }

  /// Gives up at a field that is too long; no event tells of its parts.
  mutating func leaveField(_ feed: inout ParserFeed) {
    report(.fieldTooLong, from: feed.offset, to: feed.offset + 1, &feed)
    leave(from: tokenStart, &feed)
  }

  mutating func readSectionEndCR(_ feed: inout ParserFeed) {
    let start = line.carriageReturn
    if feed.byte == Byte.lineFeed {
      feed.index &+= 1
      endSection(from: start, &feed)
    } else {
      beginName(at: start, badByte: start, &feed)
      report(.bareCarriageReturn, from: start, to: start + 1, &feed)
    }
  }

  @inline(__always)
  mutating func endSection(from start: Int, _ feed: inout ParserFeed) {
    tell(.blankLine, from: start, to: feed.offset, &feed)
    limitOffset = Int.max
    if head.isInTrailers { endTrailers(at: start, &feed) } else { endHead(&feed) }
    if limitOffset == Int.max { feed.end = feed.count }
  }
}
