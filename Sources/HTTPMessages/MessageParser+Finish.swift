/// The end of the stream.
extension MessageParser {
  /// Takes notice that the stream has ended: content until close is complete now, anything else is incomplete.
  ///
  /// Always finds room in the buffer that the last `parse` filled. After it every byte is leftover.
  package mutating func finish(into events: inout ParseEvents) {
    let end = offset
    withoutBytes(&events) { parser, feed in
      parser.finish(&feed)
      if parser.isStopped, parser.told < end {
        parser.tokenStart = parser.told
        parser.tellLeftover(&feed)
      }
    }
    if state != .leftover { tokenStart = end }
    state = .leftover
    limitOffset = Int.max
  }

  /// Takes notice that the content of a message on a stream has ended, and that a trailer section follows
  /// (RFC 9113 §8.1).
  ///
  /// Always finds room in the buffer that the last `parse` filled. False where there is no content that could end: then
  /// nothing has changed.
  package mutating func endContent(into events: inout ParseEvents) -> Bool {
    guard state == .content, head.framing == .stream, !isStopped else { return false }
    withoutBytes(&events) { parser, feed in
      if feed.offset > parser.head.contentStart { parser.reportResetContent(to: feed.offset, &feed) }
      parser.beginTrailers(&feed)
    }
    return true
  }

  /// Calls `body` with a feed that has no bytes, and room for whatever it tells.
  private mutating func withoutBytes(
    _ events: inout ParseEvents, _ body: (inout MessageParser, inout ParserFeed) -> Void
  ) {
    let offset = offset
    events.fill { storage, eventCount in
      withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { nothing in
        guard let base = UnsafeRawPointer(nothing.baseAddress) else { return eventCount }
        var feed = ParserFeed(
          bytes: base, count: 0, base: offset, end: 0, events: storage, eventCount: eventCount, eventLimit: Int.max)
        body(&self, &feed)
        return feed.eventCount
      }
    }
  }

  private mutating func finish(_ feed: inout ParserFeed) {
    let end = feed.offset
    switch state {
    case .start, .startCR, .startSpace:
      tokenStart = end
      if state == .startCR, before.bareCarriageReturn < 0 { before.bareCarriageReturn = end - 1 }
      tellBefore(&feed)
      reportOddBytesBefore(&feed)
    case .leftover:
      tellLeftover(&feed)
    case .content:
      if head.framing == .contentLength {
        report(.contentIncomplete, from: head.contentStart, to: end, &feed)
      } else {
        if end > head.contentStart { reportResetContent(to: end, &feed) }
        endMessage(&feed)
      }
    case .chunkStart, .chunkSize, .chunkSizeSpace, .chunkExtension, .chunkLineCR, .chunkData, .chunkDataEnd,
      .chunkDataCR:
      finishChunkLine(&feed)
      report(.chunkedContentIncomplete, from: end, to: end, &feed)
    case .method, .statusVersion:
      finishFirstToken(&feed)
    default:
      finishLine(&feed)
      report(head.isInTrailers ? .chunkedContentIncomplete : .headIncomplete, from: end, to: end, &feed)
    }
  }

  private mutating func finishChunkLine(_ feed: inout ParserFeed) {
    let end = feed.offset
    if state == .chunkSize { tell(.chunkSize, from: tokenStart, to: end, &feed) }
    if state == .chunkExtension || state == .chunkLineCR, chunks.extensionStart >= 0 {
      tell(.chunkExtension, from: chunks.extensionStart, to: chunks.extensionEnd, &feed)
    }
    if state == .chunkLineCR || state == .chunkDataCR {
      tell(.lineEnd, from: chunks.carriageReturn, to: end, &feed)
    }
    fill(to: end, &feed)
  }

  /// The stream ended in the first word of a line: the beginning of a message, or not even that.
  private mutating func finishFirstToken(_ feed: inout ParserFeed) {
    let end = feed.offset
    guard messageCount == 0 else {
      beginLeftover(&feed)
      tellLeftover(&feed)
      return
    }
    beginMessage(tokenEnd: end, &feed)
    tell(state == .method ? .method : .version, from: tokenStart, to: end, &feed)
    report(.headIncomplete, from: end, to: end, &feed)
  }

  /// Reports the parts of the unfinished line.
  private mutating func finishLine(_ feed: inout ParserFeed) {
    let end = feed.offset
    switch state {
    case .requestWord:
      line.wordEnd = end
      endRequestWords(contentEnd: end, isCut: true, &feed)
    case .requestGap:
      endRequestWords(contentEnd: end, isCut: true, &feed)
    case .requestLineCR:
      endRequestWords(contentEnd: end, isCut: true, &feed)
      tell(.lineEnd, from: line.carriageReturn, to: end, &feed)
    case .statusCode:
      tell(.statusCode, from: tokenStart, to: end, &feed)
    case .reason:
      endReason(at: end, &feed)
    case .statusLineCR:
      endReason(at: line.carriageReturn, &feed)
      tell(.lineEnd, from: line.carriageReturn, to: end, &feed)
    case .name:
      line.nameEnd = end
      finishField(contentEnd: end, &feed)
    case .nameSpace:
      finishField(contentEnd: end, &feed)
    case .nameCR:
      line.nameEnd = line.carriageReturn
      finishField(contentEnd: line.carriageReturn, &feed)
    case .valueStart, .value:
      finishField(contentEnd: end, &feed)
    case .valueCR:
      finishField(contentEnd: line.carriageReturn, &feed)
    case .lineStart:
      if line.hasField { endField(&feed) }
    case .sectionEndCR:
      tell(.lineEnd, from: line.carriageReturn, to: end, &feed)
    default:
      break
    }
    fill(to: end, &feed)
  }

  /// Tells of the field line that the stream's end cuts; what its value means is not looked at.
  private mutating func finishField(contentEnd: Int, _ feed: inout ParserFeed) {
    line.contentEnd = contentEnd
    line.end = feed.offset
    if line.valueStart < 0 { line.valueEnd = contentEnd }
    tellField(&feed)
  }
}
