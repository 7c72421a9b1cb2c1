/// The values of field lines and trailers, and the ends of both (RFC 9112 §5).
extension MessageParser {
  mutating func readValueStart(_ feed: inout ParserFeed) {
    let byte = feed.byte
    if Byte.isWhitespace(byte) {
      feed.index &+= 1
      return
    }
    line.valueEnd = feed.offset
    if !Byte.isLineEnd(byte) { line.valueStart = feed.offset }
    state = .value
  }

  mutating func readValue(_ feed: inout ParserFeed) {
    let start = feed.index
    let end = ByteScan.controlByte(in: feed.bytes, from: start, to: feed.end)
    if end > start {
      var trimmed = end
      while trimmed > start, Byte.isWhitespace(feed.bytes.load(fromByteOffset: trimmed &- 1, as: UInt8.self)) {
        trimmed &-= 1
      }
      if trimmed > start { line.valueEnd = feed.base &+ trimmed }
      if line.field != .other { takeValueBytes(feed.bytes + start, count: end - start) }
      feed.index = end
    }
    guard end < feed.end else { return }
    let byte = feed.byte
    let offset = feed.offset
    feed.index &+= 1
    switch byte {
    case Byte.carriageReturn:
      line.carriageReturn = offset
      state = .valueCR
    case Byte.lineFeed:
      report(.bareLineFeed, from: offset, to: offset + 1, &feed)
      endFieldLine(from: offset, &feed)
    default:
      takeOddByte(byte, at: offset)
      reportControlByte(byte, at: offset, &feed)
    }
  }

  mutating func readValueCR(_ feed: inout ParserFeed) {
    if feed.byte == Byte.lineFeed {
      feed.index &+= 1
      endFieldLine(from: line.carriageReturn, &feed)
    } else {
      takeOddByte(Byte.carriageReturn, at: line.carriageReturn)
      state = .value
      report(.bareCarriageReturn, from: line.carriageReturn, to: line.carriageReturn + 1, &feed)
    }
  }

  /// Once a field, and once for NUL.
  private mutating func reportControlByte(_ byte: UInt8, at offset: Int, _ feed: inout ParserFeed) {
    if byte == 0 {
      if !line.hasNUL { report(.fieldValueNUL, from: offset, to: offset + 1, &feed) }
      line.hasNUL = true
    } else {
      if !line.hasControlByte { report(.fieldValueControlByte, from: offset, to: offset + 1, &feed) }
      line.hasControlByte = true
    }
  }

  private mutating func takeOddByte(_ byte: UInt8, at offset: Int) {
    if line.valueStart < 0 { line.valueStart = offset }
    line.valueEnd = offset + 1
    takeValueByte(byte)
  }

  mutating func endFieldLine(from contentEnd: Int, _ feed: inout ParserFeed) {
    line.contentEnd = contentEnd
    line.end = feed.offset
    line.hasField = true
    state = .lineStart
    beginLine(at: feed.offset, &feed)
  }

  /// Tells of the field whose last line was read.
  mutating func endField(_ feed: inout ParserFeed) {
    line.hasField = false
    line.fieldLimit = Int.max
    tellField(&feed)
    if line.field != .other { endKnownField(from: valueRange.lowerBound, to: valueRange.upperBound, &feed) }
  }

  private var valueRange: Range<Int> {
    (line.valueStart < 0 ? line.valueEnd : line.valueStart)..<line.valueEnd
  }

  /// Tells of the field up to `line.end`.
  mutating func tellField(_ feed: inout ParserFeed) {
    guard !isStopped else { return }
    feed.emit(
      .field(
        isTrailer: head.isInTrailers, name: tokenStart..<line.nameEnd, colon: line.colon < 0 ? nil : line.colon,
        value: valueRange, end: line.end, lineEndLength: line.end - line.contentEnd))
    told = line.end
  }
}
