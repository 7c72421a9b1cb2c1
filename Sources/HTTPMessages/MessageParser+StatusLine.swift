/// Status lines: HTTP-version SP status-code SP [ reason-phrase ] (RFC 9112 §4).
extension MessageParser {
  mutating func readStatusVersion(_ feed: inout ParserFeed) {
    while feed.index < feed.end {
      let byte = feed.byte
      if Byte.isBlank(byte) || Byte.isLineEnd(byte) { break }
      line.version.take(byte)
      if line.version.isOther { return beginLeftover(&feed) }
      feed.index &+= 1
    }
    guard feed.index < feed.end else { return }
    guard line.version.isVersion else { return beginLeftover(&feed) }
    let offset = feed.offset
    beginMessage(tokenEnd: offset, &feed)
    endVersion(from: tokenStart, to: offset, &feed)
    line.gapStart = offset
    state = .statusGap
  }

  mutating func readStatusGap(_ feed: inout ParserFeed) {
    let byte = feed.byte
    let offset = feed.offset
    if Byte.isBlank(byte) {
      if byte != Byte.space { line.gapIsOdd = true }
      feed.index &+= 1
    } else {
      if line.gapIsOdd || offset - line.gapStart > 1 {
        report(.statusLineWhitespace, from: line.gapStart, to: offset, &feed)
      }
      tokenStart = offset
      state = .statusCode
    }
  }

  mutating func readStatusCode(_ feed: inout ParserFeed) {
    while feed.index < feed.end {
      let byte = feed.byte
      if Byte.isBlank(byte) || Byte.isLineEnd(byte) { break }
      if ByteClass.contains(byte, .digit), line.digitCount < 3, line.badByte < 0 {
        line.digitCount += 1
        head.statusCode = head.statusCode * 10 + Int(byte &- Byte.zero)
      } else if line.badByte < 0 {
        line.badByte = feed.offset
      }
      feed.index &+= 1
    }
    guard feed.index < feed.end else { return }
    let byte = feed.byte
    let offset = feed.offset
    endStatusCode(at: offset, &feed)
    if Byte.isBlank(byte) {
      if byte != Byte.space { report(.statusLineWhitespace, from: offset, to: offset + 1, &feed) }
      feed.index &+= 1
      tokenStart = offset + 1
      line.hasReason = true
    } else {
      if offset > tokenStart { report(.reasonSeparatorMissing, from: offset, to: offset, &feed) }
      tokenStart = offset
    }
    state = .reason
  }

  mutating func endStatusCode(at end: Int, _ feed: inout ParserFeed) {
    tell(.statusCode, from: tokenStart, to: end, &feed)
    if line.digitCount != 3 || line.badByte >= 0 {
      head.statusCode = 0
      report(.statusCodeInvalid, from: tokenStart, to: end, &feed)
    } else if head.statusCode < 100 || head.statusCode > 599 {
      report(.statusCodeOutOfRange, from: tokenStart, to: end, &feed)
    }
  }

  mutating func readReason(_ feed: inout ParserFeed) {
    feed.index = ByteScan.controlByte(in: feed.bytes, from: feed.index, to: feed.end)
    guard feed.index < feed.end else { return }
    let byte = feed.byte
    let offset = feed.offset
    feed.index &+= 1
    switch byte {
    case Byte.carriageReturn:
      line.carriageReturn = offset
      state = .statusLineCR
    case Byte.lineFeed:
      endReason(at: offset, &feed)
      tell(.lineEnd, from: offset, to: feed.offset, &feed)
      beginFields(&feed)
      report(.bareLineFeed, from: offset, to: offset + 1, &feed)
    default:
      if !line.hasControlByte { report(.reasonControlByte, from: offset, to: offset + 1, &feed) }
      line.hasControlByte = true
    }
  }

  mutating func readStatusLineCR(_ feed: inout ParserFeed) {
    if feed.byte == Byte.lineFeed {
      feed.index &+= 1
      endReason(at: line.carriageReturn, &feed)
      tell(.lineEnd, from: line.carriageReturn, to: feed.offset, &feed)
      beginFields(&feed)
    } else {
      report(.bareCarriageReturn, from: line.carriageReturn, to: line.carriageReturn + 1, &feed)
      line.hasReason = true
      state = .reason
    }
  }

  mutating func endReason(at end: Int, _ feed: inout ParserFeed) {
    if line.hasReason { tell(.reason, from: tokenStart, to: end, &feed) }
  }
}
