/// What can only be told of a head when all of it was read: whether its fields fit each other, method and status.
extension MessageParser {
  /// Sorts out the heads that need a look, of which there are few.
  @inline(__always)
  mutating func checkHead(_ feed: inout ParserFeed) {
    if head.seen.hasRareField { checkRareFields(&feed) }
    checkConnectionNames(.keepAlive, readers.connection.keepsAlive, &feed)
    if kind == .request {
      if head.method.hasContent != (head.framing != .none) { checkMethod(&feed) }
    } else if head.statusCode < 200 || head.statusCode == 205 || head.framing == .untilClose {
      checkStatus(&feed)
    } else {
      interimCount = 0
    }
  }

  /// Content is announced, and is there where the announcement is right.
  private var announcesContent: Bool {
    head.framing == .chunked || head.framing == .contentLength && head.remaining > 0
  }

  /// Where the content is announced.
  private var announcement: Range<Int> {
    readers[range: head.framing == .chunked ? .transferEncoding : .contentLength]
  }

  /// Methods that have content, or should not (RFC 9110 §9.3).
  @inline(never)
  private mutating func checkMethod(_ feed: inout ParserFeed) {
    switch head.method {
    case .post, .put, .patch:
      if head.framing == .none { report(.contentLengthMissing, from: feed.offset, to: feed.offset, &feed) }
    case .get, .head, .delete:
      if announcesContent { report(.contentWithoutMeaning, announcement, &feed) }
    case .connect:
      if announcesContent { report(.contentInConnect, announcement, &feed) }
    case .trace:
      if announcesContent { report(.contentInTrace, announcement, &feed) }
    case .options, .pri, .other:
      break
    }
  }

  @inline(never)
  private mutating func checkStatus(_ feed: inout ParserFeed) {
    if 100..<200 ~= head.statusCode { return checkInterim(&feed) }
    interimCount = 0
    if head.statusCode == 205, head.framing == .contentLength, head.remaining > 0 {
      report(.contentInReset, announcement, &feed)
    } else if head.framing == .untilClose, !head.seen.contains(.transferEncoding), !head.contentLengthIsUnreadable {
      report(.contentUntilClose, from: feed.offset, to: feed.offset, &feed)
    }
  }

  private mutating func checkInterim(_ feed: inout ParserFeed) {
    // Only a version that is well formed can be 1.0; it has eight bytes.
    if head.minorVersion == 0 { report(.interimInHTTP10, from: head.start, to: head.start + 8, &feed) }
    if head.statusCode == 101, !head.seen.contains(.upgrade) {
      report(.upgradeMissing, from: feed.offset, to: feed.offset, &feed)
    }
    interimCount += 1
    if interimCount &- 1 == configuration.interimResponseCount {
      report(.tooManyInterimResponses, from: head.start, to: feed.offset, &feed)
    }
  }

  /// Tells of content of a 205 response that nothing announced in the head (RFC 9110 §15.3.6).
  mutating func reportResetContent(to end: Int, _ feed: inout ParserFeed) {
    if head.statusCode == 205 { report(.contentInReset, from: head.contentStart, to: end, &feed) }
  }

  @inline(never)
  private mutating func checkRareFields(_ feed: inout ParserFeed) {
    checkConnectionNames(.te, readers.connection.namesTE, &feed)
    checkConnectionNames(.upgrade, readers.connection.namesUpgrade, &feed)
    guard kind == .request else { return }
    if head.seen.contains(.upgrade), head.minorVersion == 0 {
      report(.upgradeInHTTP10, readers[range: .upgrade], &feed)
    }
    guard head.seen.contains(.expect), readers.expectations.expectsContinue else { return }
    if head.minorVersion == 0 {
      report(.expectInHTTP10, readers[range: .expect], &feed)
    } else if !announcesContent {
      report(.expectWithoutContent, readers[range: .expect], &feed)
    }
  }

  /// A field of the connection alone is to be named by Connection (RFC 9110 §7.6.1).
  @inline(__always)
  private mutating func checkConnectionNames(_ field: KnownField, _ isNamed: Bool, _ feed: inout ParserFeed) {
    guard head.seen.contains(field), !head.seen.contains(.connection) || !isNamed else { return }
    report(.connectionOptionMissing, readers[range: field], &feed)
  }
}
