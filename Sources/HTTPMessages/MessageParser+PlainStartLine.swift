/// The fast path of start lines: whole lines that are in the feed and have nothing odd.
extension MessageParser {
  /// Reads a start line that begins at the next byte; false, and nothing changed, where it is otherwise.
  @inline(__always)
  mutating func readPlainStartLine(_ feed: inout ParserFeed) -> Bool {
    guard let window = ByteWindow(feed, from: feed.index, to: feed.count) else { return false }
    return kind == .request ? readPlainRequestLine(window, &feed) : readPlainStatusLine(window, &feed)
  }

  /// Method SP origin-form SP HTTP/1.0 or 1.1 CR LF.
  private mutating func readPlainRequestLine(_ window: ByteWindow, _ feed: inout ParserFeed) -> Bool {
    guard window.count >= 16 else { return false }
    let word = window.word(at: 0)
    // Most requests begin with "GET ", the first byte lowest.
    let methodEnd = word & 0xffff_ffff == 0x2054_4547 ? 3 : window.endOfWord(from: 0)
    guard methodEnd > 0, window.count &- methodEnd >= 4, window[methodEnd] == Byte.space,
      window[methodEnd &+ 1] == Byte.slash
    else { return false }
    let targetEnd = window.endOfTarget(from: methodEnd &+ 2)
    guard window.count &- targetEnd >= 11, window[targetEnd] == Byte.space,
      let minor = Self.minorVersion(window.word(at: targetEnd &+ 1)), window.isLineEnd(at: targetEnd &+ 9)
    else { return false }
    let length = targetEnd &+ 11
    let method = KnownMethod(word: word, count: methodEnd)
    guard method != .connect, fits(length),
      method != .other || !KnownMethod.isMiscased(window.slice(0, methodEnd))
    else { return false }

    let start = feed.offset
    beginMessage(tokenEnd: start &+ methodEnd, &feed)
    guard !isStopped else { return true }
    feed.emit(.method, from: start, to: start &+ methodEnd)
    feed.emit(.whitespace, from: start &+ methodEnd, to: start &+ methodEnd &+ 1)
    feed.emit(.target, from: start &+ methodEnd &+ 1, to: start &+ targetEnd)
    feed.emit(.whitespace, from: start &+ targetEnd, to: start &+ targetEnd &+ 1)
    feed.emit(.version, from: start &+ targetEnd &+ 1, to: start &+ targetEnd &+ 9)
    feed.emit(.lineEnd, from: start &+ targetEnd &+ 9, to: start &+ length)
    head.method = method
    head.minorVersion = minor
    endPlainStartLine(length, &feed)
    return true
  }

  /// HTTP/1.0 or 1.1 SP three digits SP [ reason ] CR LF.
  private mutating func readPlainStatusLine(_ window: ByteWindow, _ feed: inout ParserFeed) -> Bool {
    guard window.count >= 15, let minor = Self.minorVersion(window.word(at: 0)),
      let status = Self.statusCode(window.word(at: 6) &>> 16)
    else { return false }
    let reasonEnd = window.endOfText(from: 13)
    guard window.count &- reasonEnd >= 2, window.isLineEnd(at: reasonEnd) else { return false }
    let length = reasonEnd &+ 2
    guard fits(length) else { return false }

    let start = feed.offset
    beginMessage(tokenEnd: start &+ 8, &feed)
    guard !isStopped else { return true }
    feed.emit(.version, from: start, to: start &+ 8)
    feed.emit(.whitespace, from: start &+ 8, to: start &+ 9)
    feed.emit(.statusCode, from: start &+ 9, to: start &+ 12)
    feed.emit(.whitespace, from: start &+ 12, to: start &+ 13)
    if reasonEnd > 13 { feed.emit(.reason, from: start &+ 13, to: start &+ reasonEnd) }
    feed.emit(.lineEnd, from: start &+ reasonEnd, to: start &+ length)
    head.minorVersion = minor
    head.statusCode = status
    endPlainStartLine(length, &feed)
    return true
  }

  private mutating func endPlainStartLine(_ length: Int, _ feed: inout ParserFeed) {
    let index = feed.index &+ length
    feed.index = index
    told = feed.offset
    beginFields(&feed)
    readPlainFields(from: index, &feed)
  }

  /// True where a start line of so many bytes keeps the limits.
  private func fits(_ length: Int) -> Bool {
    length <= configuration.lineLength && length <= configuration.headLength
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
