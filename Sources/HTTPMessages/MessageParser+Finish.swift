/// The end of the stream.
extension MessageParser {
  /// Takes notice that the stream has ended: content until close is complete now, anything else is incomplete.
  ///
  /// Always finds room in the buffer that the last `parse` filled. After it every byte is leftover.
  package mutating func finish(into events: inout ParseEvents) {
    let end = offset
    events.fill { storage, eventCount in
      withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { nothing in
        guard let base = UnsafeRawPointer(nothing.baseAddress) else { return eventCount }
        var feed = ParserFeed(
          bytes: base, count: 0, base: end, end: 0, events: storage, eventCount: eventCount, eventLimit: Int.max)
        finish(&feed)
        return feed.eventCount
      }
    }
    if state != .leftover { tokenStart = end }
    state = .leftover
    limitOffset = Int.max
  }

  private mutating func finish(_ feed: inout ParserFeed) {
    let end = feed.offset
    switch state {
    case .start, .leftover:
      return
    case .content:
      if head.framing == .contentLength {
        report(.contentIncomplete, from: head.contentStart, to: end, &feed)
      } else {
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
    if state == .chunkSize { feed.emit(.chunkSize, from: tokenStart, to: end) }
    if state == .chunkExtension || state == .chunkLineCR, chunks.extensionStart >= 0 {
      feed.emit(.chunkExtension, from: chunks.extensionStart, to: chunks.extensionEnd)
    }
  }

  /// The stream ended in the first word of a line: the beginning of a message, or not even that.
  private mutating func finishFirstToken(_ feed: inout ParserFeed) {
    let end = feed.offset
    guard messageCount == 0 else {
      beginLeftover(&feed)
      feed.emit(.leftover, from: tokenStart, to: end)
      tokenStart = end
      return
    }
    beginMessage(&feed)
    feed.emit(state == .method ? .method : .version, from: tokenStart, to: end)
    report(.headIncomplete, from: end, to: end, &feed)
  }

  /// Reports the parts of the unfinished line.
  private mutating func finishLine(_ feed: inout ParserFeed) {
    let end = feed.offset
    switch state {
    case .requestWord:
      line.wordEnd = end
      endRequestWords(contentEnd: end, isCut: true, &feed)
    case .requestGap, .requestLineCR:
      endRequestWords(contentEnd: end, isCut: true, &feed)
    case .statusCode:
      if end > tokenStart { feed.emit(.statusCode, from: tokenStart, to: end) }
    case .reason:
      endReason(at: end, &feed)
    case .statusLineCR:
      endReason(at: line.carriageReturn, &feed)
    case .name:
      feed.emit(head.isInTrailers ? .trailerName : .fieldName, from: tokenStart, to: end)
    case .nameSpace:
      feed.emit(head.isInTrailers ? .trailerName : .fieldName, from: tokenStart, to: line.nameEnd)
    case .nameCR:
      feed.emit(head.isInTrailers ? .trailerName : .fieldName, from: tokenStart, to: line.carriageReturn)
    case .valueStart:
      if line.valueStart < 0 { line.valueEnd = end }
      finishValue(&feed)
    case .value, .valueCR:
      finishValue(&feed)
    case .lineStart:
      if line.hasField { endField(&feed) }
    default:
      break
    }
  }

  private mutating func finishValue(_ feed: inout ParserFeed) {
    line.field = .other
    endField(&feed)
  }
}
