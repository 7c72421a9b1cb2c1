/// The end of a head: how its content is framed (RFC 9112 §6.3).
extension MessageParser {
  mutating func endHead(_ feed: inout ParserFeed) {
    let offset = feed.offset
    if kind == .request, !head.seen.contains(.host), head.minorVersion >= 1 {
      report(.hostMissing, from: offset, to: offset, &feed)
    }
    head.framing = framing(&feed)
    if isFinalResponse { expected.removeFirst() }
    head.contentStart = offset
    tokenStart = offset
    head.remaining = head.framing == .contentLength ? readers.contentLength.length ?? 0 : 0
    checkHead(&feed)
    guard !isStopped else { return }
    if mayEndConnection { decideConnection() }
    feed.emit(
      .headEnd(
        at: offset, framing: head.framing, contentLength: head.remaining, statusCode: head.statusCode,
        keepsConnection: head.keepsConnection))
    // What is announced is told; it ends nothing.
    if isOnStream, head.framing == .contentLength { head.framing = .stream }
    switch head.framing {
    case .none:
      endMessage(&feed)
    case .contentLength:
      state = .content
      if head.remaining == 0 { endMessage(&feed) }
    case .chunked:
      chunks = ChunkState()
      state = .chunkStart
      beginChunkLine(at: offset)
      feed.end = min(feed.count, limitOffset &- feed.base)
    case .untilClose, .tunnel, .stream:
      state = .content
    }
  }

  /// A response that answers a request; a status code that cannot be read counts for a final one.
  private var isFinalResponse: Bool { kind == .response && !head.isInterim }

  /// False of most heads: nothing in this one says that its connection may end.
  @inline(__always)
  private var mayEndConnection: Bool {
    head.minorVersion == 0 || head.isFaulty || head.framing == .untilClose || head.framing == .tunnel
      || head.seen.contains(.connection) && readers.connection.closes
  }

  /// Decides whether a message may follow on the connection (RFC 9112 §9.3), as far as this side says.
  private mutating func decideConnection() {
    let isKept: Bool
    if head.isFaulty || head.framing == .untilClose || head.framing == .tunnel {
      isKept = false
    } else if head.isInterim {
      isKept = true
    } else if head.seen.contains(.connection) {
      isKept = !readers.connection.closes && (head.minorVersion > 0 || readers.connection.keepsAlive)
    } else {
      isKept = head.minorVersion > 0
    }
    if !isKept { head.keepsConnection = false }
  }

  private mutating func framing(_ feed: inout ParserFeed) -> Framing {
    if kind == .response, let framing = framingByStatus(&feed) { return framing }
    if isOnStream {
      return head.seen.contains(.contentLength) && !head.contentLengthIsUnreadable ? .contentLength : .stream
    }
    if head.seen.contains(.transferEncoding) { return framingByTransferEncoding(&feed) }
    if head.contentLengthIsUnreadable { return .untilClose }
    if head.seen.contains(.contentLength) { return .contentLength }
    return kind == .request ? .none : .untilClose
  }

  /// The framing that the status code or the request's method decides.
  private mutating func framingByStatus(_ feed: inout ParserFeed) -> Framing? {
    let status = head.statusCode
    let isTunnel = head.method == .connect && (200..<300).contains(status)
    if (100..<200).contains(status) || status == 204 || isTunnel {
      if head.seen.contains(.contentLength) { report(.contentLengthNotAllowed, readers[range: .contentLength], &feed) }
      if head.seen.contains(.transferEncoding) {
        report(.transferEncodingNotAllowed, readers[range: .transferEncoding], &feed)
      }
    }
    if isTunnel || status == 101 {
      report(isTunnel ? .tunnelStarts : .switchingProtocols, from: feed.offset, to: feed.offset, &feed)
      return .tunnel
    }
    if (100..<200).contains(status) || status == 204 || status == 304 || head.method == .head { return Framing.none }
    return nil
  }

  private mutating func framingByTransferEncoding(_ feed: inout ParserFeed) -> Framing {
    let range = readers[range: .transferEncoding]
    if head.minorVersion == 0 {
      head.isFaulty = true
      report(.transferEncodingInHTTP10, range, &feed)
    }
    if head.seen.contains(.contentLength) {
      head.isFaulty = true
      report(.transferEncodingWithContentLength, readers[range: .contentLength], &feed)
    }
    if readers.transferEncoding.endsInChunked { return .chunked }
    let isAllowed = kind == .response && !readers.transferEncoding.namesChunked
    report(isAllowed ? .transferEncodingUntilClose : .transferEncodingChunkedNotLast, range, &feed)
    if !isAllowed { head.isFaulty = true }
    return .untilClose
  }

  /// Ends a message whose trailers, which may be none, end at `end`.
  mutating func endTrailers(at end: Int, _ feed: inout ParserFeed) {
    if end > head.contentStart, !head.seen.contains(.trailer) {
      report(.trailerUnannounced, from: head.contentStart, to: end, &feed)
    }
    endMessage(&feed)
  }

  /// Ends a complete message and waits for the next.
  mutating func endMessage(_ feed: inout ParserFeed) {
    guard !isStopped else { return }
    feed.emit(.messageEnd(at: feed.offset))
    messageCount += 1
    lastFraming = head.framing
    limitOffset = Int.max
    state = .start
  }
}
