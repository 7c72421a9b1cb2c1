import HTTPMessages

/// Turns a message of HTTP/1, as its bytes go by, into what HTTP/2 sends of it: a head as fields, content without
/// framing, and the end (RFC 9113 §8.1).
///
/// It reads as the lenient parser does. What cannot be read, and what follows the message, is left out: ask
/// `isUnreadable`. Of the bytes only a head (or trailers) under way is kept.
package struct MessageTranslator: Sendable {
  /// A head, or trailers, longer than this many bytes cannot be sent.
  package static let headLimit = 1 << 20

  /// What there is to send next.
  package enum Piece {
    /// A head; `endsHere` where no content follows. Interim responses come before the final one.
    case head(HTTP2Fields, isInterim: Bool, endsHere: Bool)
    /// Content, valid during the call only; `isLast` where the message ends behind it.
    case content(UnsafeRawBufferPointer, isLast: Bool)
    /// The fields behind the content, and the end.
    case trailers([HeaderField])
    /// The end of a message whose last content was told before.
    case end
  }

  /// What came is no message, or one that cannot be read to its end.
  package private(set) var isUnreadable = false
  /// The (final) message was read to its end.
  package private(set) var isEnded = false

  private let scheme: String
  private var parser: MessageParser
  private var events = ParseEvents(capacity: 128)
  /// The bytes that may still be asked for.
  private var kept: [UInt8] = []
  private var keptStart = 0
  private var method = 0..<0
  private var target = 0..<0
  private var fields: [ParseEvent] = []
  private var isInContent = false
  private var isInterim = false
  /// The end was told with the last piece.
  private var hasToldEnd = false

  /// A translator of a request; `scheme` is the connection's.
  package init(requestWithScheme scheme: String) {
    self.scheme = scheme
    parser = MessageParser(.request)
  }

  /// A translator of the responses to a request.
  package init(responsesTo method: String) {
    scheme = ""
    parser = MessageParser(.response)
    parser.expectResponse(toMethod: method)
  }

  /// Takes the next bytes; `body` gets the pieces in their order.
  package mutating func translate(_ bytes: UnsafeRawBufferPointer, _ body: (Piece) -> Void) {
    var rest = bytes
    while !rest.isEmpty, !isEnded, !isUnreadable {
      let start = parser.offset
      let count = parser.parse(rest, into: &events)
      take(Feed(bytes: UnsafeRawBufferPointer(rebasing: rest[..<count]), start: start), body)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Nothing more comes: a response that only this ends is whole.
  package mutating func finish(_ body: (Piece) -> Void) {
    guard !isEnded, !isUnreadable else { return }
    parser.finish(into: &events)
    take(Feed(bytes: UnsafeRawBufferPointer(start: nil, count: 0), start: parser.offset), body)
    if !isEnded { isUnreadable = true }
  }

  private struct Feed {
    let bytes: UnsafeRawBufferPointer
    let start: Int

    func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[range.lowerBound - start..<range.upperBound - start])
    }
  }

  private mutating func take(_ feed: Feed, _ body: (Piece) -> Void) {
    // From here on bytes may still be asked for when the feed is gone.
    var needed = keptStart
    for index in 0..<events.count where !isEnded && !isUnreadable {
      let event = events[index]
      switch event.kind {
      case .part:
        let endsNext = index + 1 < events.count && events[index + 1].kind == .messageEnd
        take(part: event, isLast: endsNext, feed, body)
        if isInContent { needed = event.range.upperBound }
      case .field: fields.append(event)
      case .headEnd:
        takeHead(event, feed, body)
        needed = event.start
      case .messageEnd:
        takeEnd(feed, body)
        needed = event.start
      case .messageStart, .diagnostic: break
      }
    }
    events.removeAll()
    keep(feed, from: fields.first.map { min($0.start, needed) } ?? needed)
  }

  /// Keeps the bytes from an offset on for the next feed.
  private mutating func keep(_ feed: Feed, from needed: Int) {
    if needed >= feed.start {
      kept.removeAll(keepingCapacity: true)
      keptStart = needed
      kept.append(contentsOf: feed.slice(min(needed, feed.start + feed.bytes.count)..<feed.start + feed.bytes.count))
    } else {
      kept.removeFirst(max(0, needed - keptStart))
      keptStart = max(keptStart, needed)
      kept.append(contentsOf: feed.bytes)
    }
    if kept.count > Self.headLimit { isUnreadable = true }
  }

  /// Bytes of this feed or of those before it.
  private func bytes(_ range: Range<Int>, _ feed: Feed) -> [UInt8] {
    let before = range.clamped(to: keptStart..<max(keptStart, feed.start))
    let here = range.clamped(to: feed.start..<feed.start + feed.bytes.count)
    return kept[before.lowerBound - keptStart..<before.upperBound - keptStart] + Array(feed.slice(here))
  }

  private mutating func take(part event: ParseEvent, isLast: Bool, _ feed: Feed, _ body: (Piece) -> Void) {
    switch event.part {
    case .method: method = event.range
    case .target: target = event.range
    case .content:
      hasToldEnd = isLast
      body(.content(feed.slice(event.range), isLast: isLast))
    case .leftover: isUnreadable = true
    default: break
    }
  }

  private mutating func takeHead(_ event: ParseEvent, _ feed: Feed, _ body: (Piece) -> Void) {
    let pairs = takeFields(feed)
    isInterim = event.statusCode.map { (100..<200).contains($0) && $0 != 101 } ?? false
    isInContent = true
    hasToldEnd = event.framing == .none || event.contentLength == 0
    let head =
      parser.kind == .request
      ? HTTP2Fields(method: bytes(method, feed), target: bytes(target, feed), scheme: scheme, fields: pairs)
      : HTTP2Fields(status: event.statusCode ?? 0, fields: pairs)
    body(.head(head, isInterim: isInterim, endsHere: hasToldEnd && !isInterim))
  }

  private mutating func takeEnd(_ feed: Feed, _ body: (Piece) -> Void) {
    if isInterim {
      isInContent = false
      return
    }
    let trailers = takeFields(feed)
    isEnded = true
    if !trailers.isEmpty {
      body(.trailers(HTTP2Fields(trailers: trailers).fields))
    } else if !hasToldEnd {
      body(.end)
    }
  }

  private mutating func takeFields(_ feed: Feed) -> [(name: [UInt8], value: [UInt8])] {
    defer { fields.removeAll() }
    return fields.map { (bytes($0.nameRange, feed), bytes($0.valueRange, feed)) }
  }
}
