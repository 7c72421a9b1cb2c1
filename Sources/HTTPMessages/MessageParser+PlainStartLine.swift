/// The fast path of start lines: whole lines that are in the feed and have nothing odd.
extension MessageParser {
  /// Reads a start line that begins at the next byte; false, and nothing changed, where it is otherwise.
  @inline(__always)
  mutating func readPlainStartLine(_ feed: inout ParserFeed) -> Bool {
    guard let window = ByteWindow(feed.bytes, count: feed.count) else { return false }
    return kind == .request ? readPlainRequestLine(window, &feed) : readPlainStatusLine(window, &feed)
  }

  /// Method SP origin-form SP HTTP/1.0 or 1.1 CR LF.
  private mutating func readPlainRequestLine(_ window: ByteWindow, _ feed: inout ParserFeed) -> Bool {
    let start = feed.index
    let methodEnd = window.endOfWord(from: start)
    guard methodEnd > start, window.count &- methodEnd >= 4, window[methodEnd] == Byte.space,
      window[methodEnd &+ 1] == Byte.slash
    else { return false }
    let targetEnd = window.endOfTarget(from: methodEnd &+ 2)
    guard window.count &- targetEnd >= 11, window[targetEnd] == Byte.space,
      let minor = Self.minorVersion(window.word(at: targetEnd &+ 1)), window.isLineEnd(at: targetEnd &+ 9)
    else { return false }
    let end = targetEnd &+ 11
    let method = KnownMethod(token: window.slice(start, methodEnd))
    guard method != .connect, fits(end, since: start, feed) else { return false }

    beginMessage(tokenEnd: feed.base &+ methodEnd, &feed)
    guard !isStopped else { return true }
    let base = feed.base
    feed.emit(.method, from: base &+ start, to: base &+ methodEnd)
    feed.emit(.whitespace, from: base &+ methodEnd, to: base &+ methodEnd &+ 1)
    feed.emit(.target, from: base &+ methodEnd &+ 1, to: base &+ targetEnd)
    feed.emit(.whitespace, from: base &+ targetEnd, to: base &+ targetEnd &+ 1)
    feed.emit(.version, from: base &+ targetEnd &+ 1, to: base &+ targetEnd &+ 9)
    feed.emit(.lineEnd, from: base &+ targetEnd &+ 9, to: base &+ end)
    head.method = method
    head.minorVersion = minor
    endPlainStartLine(at: end, &feed)
    return true
  }

  /// HTTP/1.0 or 1.1 SP three digits SP [ reason ] CR LF.
  private mutating func readPlainStatusLine(_ window: ByteWindow, _ feed: inout ParserFeed) -> Bool {
    let start = feed.index
    guard window.count &- start >= 15, let minor = Self.minorVersion(window.word(at: start)),
      let status = Self.statusCode(window.word(at: start &+ 6) &>> 16)
    else { return false }
    let reasonEnd = window.endOfText(from: start &+ 13)
    guard window.count &- reasonEnd >= 2, window.isLineEnd(at: reasonEnd) else { return false }
    let end = reasonEnd &+ 2
    guard fits(end, since: start, feed) else { return false }

    beginMessage(tokenEnd: feed.base &+ start &+ 8, &feed)
    guard !isStopped else { return true }
    let offset = feed.base &+ start
    feed.emit(.version, from: offset, to: offset &+ 8)
    feed.emit(.whitespace, from: offset &+ 8, to: offset &+ 9)
    feed.emit(.statusCode, from: offset &+ 9, to: offset &+ 12)
    feed.emit(.whitespace, from: offset &+ 12, to: offset &+ 13)
    if reasonEnd > start &+ 13 { feed.emit(.reason, from: offset &+ 13, to: feed.base &+ reasonEnd) }
    feed.emit(.lineEnd, from: feed.base &+ reasonEnd, to: feed.base &+ end)
    head.minorVersion = minor
    head.statusCode = status
    endPlainStartLine(at: end, &feed)
    return true
  }

  private mutating func endPlainStartLine(at end: Int, _ feed: inout ParserFeed) {
    feed.index = end
    told = feed.offset
    beginFields(&feed)
  }

  /// True where a line that ends before an index keeps the limits.
  private func fits(_ end: Int, since start: Int, _ feed: ParserFeed) -> Bool {
    end &- start <= configuration.lineLength && end &- start <= configuration.headLength
  }

  /// The digit behind "HTTP/1." where it is 0 or 1.
  @inline(__always)
  private static func minorVersion(_ word: UInt64) -> UInt8? {
    // "HTTP/1.0", the first byte lowest; the digits 0 and 1 differ in the lowest bit of the last byte.
    guard word & ~(1 << 56) == 0x302e_312f_5054_5448 else { return nil }
    return UInt8(truncatingIfNeeded: word &>> 56) & 1
  }

  /// The number of " 200 ", of which the first byte is lowest, between 100 and 599.
  @inline(__always)
  private static func statusCode(_ word: UInt64) -> Int? {
    guard word & 0xff_0000_00ff == 0x20_0000_0020 else { return nil }
    func digit(_ index: UInt64) -> Int { Int(word &>> (index &* 8) & 0xff) &- 0x30 }
    let (hundreds, tens, ones) = (digit(1), digit(2), digit(3))
    guard 1...5 ~= hundreds, 0...9 ~= tens, 0...9 ~= ones else { return nil }
    return hundreds &* 100 &+ tens &* 10 &+ ones
  }
}
