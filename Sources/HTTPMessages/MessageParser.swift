/// Reads HTTP/1.0 and HTTP/1.1 messages from a stream of bytes, in any pieces.
///
/// A value without references that keeps no bytes (but the first few of a split name): events carry offsets in the
/// stream, counted from zero at the first byte. However the stream is cut the events are the same, but for the
/// pieces of content and leftover. Parts and fields follow each other without gaps; a diagnostic comes as soon as it
/// is known, its range before or behind the parts around it. Messages follow each other without end; what cannot be
/// read as a message is leftover. Bytes of content are not looked at.
package struct MessageParser: Sendable {
  package let kind: MessageKind
  package let configuration: ParserConfiguration
  /// The messages came on streams of HTTP/2: their content ends with the bytes, or where `endContent` says.
  package let isOnStream: Bool

  /// Count of bytes read so far: the offset of the next byte.
  package internal(set) var offset: Int

  var state: ParserState
  var head = HeadState()
  var line = LineState()
  var readers = FieldReaders()
  var chunks = ChunkState()
  var carry = TokenCarry()
  var expected = ExpectedMethods()
  /// First byte of the token (or content, or leftover) under way.
  var tokenStart = 0
  /// Offset after the last byte that an event told of.
  var told = 0
  var before = StartState()
  /// At this offset a limit is reached.
  var limitOffset = Int.max
  var messageCount = 0
  /// Interim responses since the last final one.
  var interimCount = 0
  /// Framing of the last complete message.
  var lastFraming = Framing.none
  /// The parser met what its configuration refuses.
  var isStopped = false

  package init(_ kind: MessageKind, configuration: ParserConfiguration = .lenient, isOnStream: Bool = false) {
    self.kind = kind
    self.configuration = configuration
    self.isOnStream = isOnStream
    offset = 0
    state = .start
  }

  /// Tells the method of a request that was sent; the next final response that has none answers it.
  ///
  /// HEAD and CONNECT change where a response ends. Once a request was told, a response without one is reported.
  package mutating func expectResponse(toMethod method: String) {
    var method = method
    expected.append(method.withUTF8 { KnownMethod(token: UnsafeRawBufferPointer($0)) })
  }

  /// True between two messages and before the first.
  package var isBetweenMessages: Bool { state == .start || state == .startCR }

  /// Reads bytes and adds events; returns how many bytes were read.
  ///
  /// That is fewer than `bytes.count` only when the event buffer is full: empty it and call again with the rest.
  /// Bytes that were read are never needed again. Allocates nothing.
  @inline(never)
  package mutating func parse(_ bytes: UnsafeRawBufferPointer, into events: inout ParseEvents) -> Int {
    guard let base = bytes.baseAddress, !events.isFull else { return 0 }
    let capacity = events.capacity
    var read = 0
    events.fill { storage, eventCount in
      var feed = ParserFeed(
        bytes: base, count: bytes.count, base: offset, end: bytes.count, events: storage, eventCount: eventCount,
        eventLimit: capacity)
      while feed.index < feed.count, feed.eventCount < capacity {
        feed.end = min(feed.count, limitOffset &- feed.base)
        if feed.index >= feed.end { reachLimit(&feed) } else { run(&feed) }
        if isStopped { stop(&feed) }
      }
      carryToken(of: feed)
      read = feed.index
      offset = feed.offset
      return feed.eventCount
    }
    return read
  }

  /// Runs the states over the bytes until they end, or a limit, or the room for events does.
  @inline(__always)
  private mutating func run(_ feed: inout ParserFeed) {
    while feed.index < feed.end, feed.eventCount < feed.eventLimit {
      switch state {
      case .start: readStart(&feed)
      case .startCR: readStartCR(&feed)
      case .startSpace: readStartSpace(&feed)
      case .method: readMethod(&feed)
      case .requestGap: readRequestGap(&feed)
      case .requestWord: readRequestWord(&feed)
      case .requestLineCR: readRequestLineCR(&feed)
      case .statusVersion: readStatusVersion(&feed)
      case .statusGap: readStatusGap(&feed)
      case .statusCode: readStatusCode(&feed)
      case .reason: readReason(&feed)
      case .statusLineCR: readStatusLineCR(&feed)
      case .lineStart: readLineStart(&feed)
      case .name: readName(&feed)
      case .nameSpace: readNameSpace(&feed)
      case .nameCR: readNameCR(&feed)
      case .valueStart: readValueStart(&feed)
      case .value: readValue(&feed)
      case .valueCR: readValueCR(&feed)
      case .sectionEndCR: readSectionEndCR(&feed)
      case .content: readContent(&feed)
      case .chunkStart: readChunkStart(&feed)
      case .chunkSize: readChunkSize(&feed)
      case .chunkSizeSpace: readChunkSizeSpace(&feed)
      case .chunkExtension: readChunkExtension(&feed)
      case .chunkLineCR: readChunkLineCR(&feed)
      case .chunkData: readChunkData(&feed)
      case .chunkDataEnd: readChunkDataEnd(&feed)
      case .chunkDataCR: readChunkDataCR(&feed)
      case .leftover: readLeftover(&feed)
      }
    }
  }

  /// Tells of a part; what lies between it and the last one is white space.
  mutating func tell(_ part: MessagePart, from start: Int, to end: Int, _ feed: inout ParserFeed) {
    guard !isStopped else { return }
    fill(to: start, &feed)
    guard end > start else { return }
    feed.emit(part, from: start, to: end)
    told = end
  }

  /// Tells of the white space before an offset.
  mutating func fill(to end: Int, _ feed: inout ParserFeed) {
    guard end > told, !isStopped else { return }
    feed.emit(.whitespace, from: told, to: end)
    told = end
  }

  /// Adds a diagnostic; where it is refused the parser stops when this byte is done.
  mutating func report(_ code: Diagnostic.Code, from start: Int, to end: Int, _ feed: inout ParserFeed) {
    guard !isStopped else { return }
    feed.emit(.diagnostic(code, start..<end))
    guard configuration.refused.contains(code) else { return }
    isStopped = true
    feed.eventLimit = 0
  }

  /// Adds a diagnostic about a range.
  mutating func report(_ code: Diagnostic.Code, _ range: Range<Int>, _ feed: inout ParserFeed) {
    report(code, from: range.lowerBound, to: range.upperBound, &feed)
  }

  /// Makes the rest of the stream leftover, from the first byte that no part has told of.
  private mutating func stop(_ feed: inout ParserFeed) {
    feed.eventLimit = Int.max
    tokenStart = told
    state = .leftover
    limitOffset = Int.max
  }

  private mutating func reachLimit(_ feed: inout ParserFeed) {
    let offset = feed.offset
    if state.isInChunkLine {
      limitOffset = Int.max
      report(.chunkLineTooLong, from: offset, to: offset + 1, &feed)
      return
    }
    if offset >= line.limit {
      line.limit = Int.max
      report(head.isStartLine ? .startLineTooLong : .fieldLineTooLong, from: offset, to: offset + 1, &feed)
    }
    if offset >= head.limit {
      head.limit = Int.max
      report(head.isInTrailers ? .trailerTooLong : .headTooLong, from: offset, to: offset + 1, &feed)
    }
    limitOffset = min(line.limit, head.limit)
    // Between two lines a field may be over.
    guard state != .lineStart else { return }
    limitOffset = min(limitOffset, line.fieldLimit)
    if offset >= line.fieldLimit { leaveField(&feed) }
  }

  /// Keeps the bytes of a name that goes on in the next feed.
  @inline(__always)
  private mutating func carryToken(of feed: ParserFeed) {
    guard state == .method || state == .name else { return }
    let start = max(0, tokenStart - feed.base)
    guard start < feed.index else { return }
    carry.append(UnsafeRawBufferPointer(start: feed.bytes + start, count: feed.index - start))
  }

  /// Calls `body` with the short token that ends before `end`; nil when it is too long to be known.
  @inline(__always)
  mutating func withToken<Result>(
    endingAt end: Int, _ feed: ParserFeed, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    if tokenStart >= feed.base {
      return body(UnsafeRawBufferPointer(start: feed.bytes + (tokenStart - feed.base), count: end - tokenStart))
    }
    let rest = end - feed.base
    if rest > 0 { carry.append(UnsafeRawBufferPointer(start: feed.bytes, count: rest)) }
    return carry.withBytes(body)
  }
}
