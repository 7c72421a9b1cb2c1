/// Request lines: method SP request-target SP HTTP-version (RFC 9112 §3).
///
/// The words after the method are only told apart at the end of the line, because the target of a malformed line may
/// have white space in it: the last word is the version where it looks like one, all before it is the target.
extension MessageParser {
  mutating func readMethod(_ feed: inout ParserFeed) {
    feed.index = ByteScan.byte(outside: .token, in: feed.bytes, from: feed.index, to: feed.end)
    guard feed.index < feed.end else { return }
    let byte = feed.byte
    let offset = feed.offset
    if Byte.isBlank(byte) {
      endMethod(&feed)
      state = .requestGap
      line.gapStart = offset
      line.gapIsOdd = byte != Byte.space
      feed.index &+= 1
    } else if Byte.isLineEnd(byte) {
      // A single word is only taken for a request line where nothing came before it.
      guard messageCount == 0 else { return beginLeftover(&feed) }
      endMethod(&feed)
      state = .requestGap
      line.gapStart = offset
    } else if Byte.isControl(byte) || byte >= 0x80 || messageCount > 0 {
      beginLeftover(&feed)
    } else {
      if line.badByte < 0 { line.badByte = offset }
      feed.index &+= 1
    }
  }

  private mutating func endMethod(_ feed: inout ParserFeed) {
    let offset = feed.offset
    beginMessage(tokenEnd: offset, &feed)
    tell(.method, from: tokenStart, to: offset, &feed)
    if offset == tokenStart || line.badByte >= 0 {
      report(.methodInvalid, from: tokenStart, to: max(offset, tokenStart + 1), &feed)
    }
    let start = tokenStart
    let known = withToken(endingAt: offset, feed) { (KnownMethod(token: $0), KnownMethod.isMiscased($0)) }
    if let (method, isMiscased) = known {
      head.method = method
      if isMiscased { report(.methodMiscased, from: start, to: offset, &feed) }
    }
  }

  mutating func readRequestGap(_ feed: inout ParserFeed) {
    let byte = feed.byte
    let offset = feed.offset
    switch byte {
    case Byte.space, Byte.tab, Byte.verticalTab, Byte.formFeed:
      if byte != Byte.space { line.gapIsOdd = true }
      feed.index &+= 1
    case Byte.carriageReturn:
      line.carriageReturn = offset
      state = .requestLineCR
      feed.index &+= 1
    case Byte.lineFeed:
      feed.index &+= 1
      endRequestLine(contentEnd: offset, &feed)
      report(.bareLineFeed, from: offset, to: offset + 1, &feed)
    default:
      noteGap(endingAt: offset, isAllowed: true)
      line.wordCount += 1
      if line.wordCount == 1 {
        line.targetStart = offset
        line.target = TargetReader(isForConnect: head.method == .connect)
      } else {
        line.targetEnd = line.wordEnd
      }
      line.wordStart = offset
      line.version = VersionMatcher()
      state = .requestWord
    }
  }

  /// Remembers the first gap that is not one space.
  private mutating func noteGap(endingAt end: Int, isAllowed: Bool) {
    guard line.badGapStart < 0, end > line.gapStart else { return }
    if !isAllowed || line.gapIsOdd || end - line.gapStart > 1 {
      line.badGapStart = line.gapStart
      line.badGapEnd = end
    }
  }

  mutating func readRequestWord(_ feed: inout ParserFeed) {
    if line.version.isDecided { skipPlainTarget(&feed) }
    guard feed.index < feed.end else { return }
    let byte = feed.byte
    let offset = feed.offset
    switch byte {
    case Byte.space, Byte.tab, Byte.verticalTab, Byte.formFeed:
      endWord(at: offset)
      line.gapIsOdd = byte != Byte.space
      state = .requestGap
      feed.index &+= 1
    case Byte.carriageReturn, Byte.lineFeed:
      endWord(at: offset)
      line.gapIsOdd = false
      state = .requestGap
    default:
      line.version.take(byte)
      if line.wordCount == 1 { line.target.take(byte, at: offset) }
      if line.badTargetByte < 0, !ByteClass.contains(byte, .target) {
        line.badTargetByte = offset
        line.badTargetByteBeginsFragment = byte == Byte.numberSign
      }
      feed.index &+= 1
    }
  }

  /// Skips what is plainly of a target, of a word that cannot be the version any more.
  private func skipPlainTarget(_ feed: inout ParserFeed) {
    guard line.wordCount == 1 else {
      feed.index = ByteScan.byte(outside: .target, in: feed.bytes, from: feed.index, to: feed.end)
      return
    }
    guard line.target.isInPath else { return }
    var index = feed.index
    while true {
      index = ByteScan.byte(outside: .plainTarget, in: feed.bytes, from: index, to: feed.end)
      guard feed.end &- index > 2, Self.isEncodedByte(feed.bytes + index) else { break }
      index &+= 3
    }
    feed.index = index
  }

  /// A percent sign and two hexadecimal digits.
  private static func isEncodedByte(_ bytes: UnsafeRawPointer) -> Bool {
    bytes.load(as: UInt8.self) == Byte.percent
      && ByteClass.contains(bytes.load(fromByteOffset: 1, as: UInt8.self), .hexDigit)
      && ByteClass.contains(bytes.load(fromByteOffset: 2, as: UInt8.self), .hexDigit)
  }

  private mutating func endWord(at offset: Int) {
    line.wordEnd = offset
    line.gapStart = offset
    if line.wordCount == 1 { line.target.end(at: offset) }
  }

  mutating func readRequestLineCR(_ feed: inout ParserFeed) {
    if feed.byte == Byte.lineFeed {
      feed.index &+= 1
      endRequestLine(contentEnd: line.carriageReturn, &feed)
    } else {
      // RFC 9112 §2.2: a bare CR is read as a space.
      state = .requestGap
      report(.bareCarriageReturn, from: line.carriageReturn, to: line.carriageReturn + 1, &feed)
    }
  }

  private mutating func endRequestLine(contentEnd: Int, _ feed: inout ParserFeed) {
    noteGap(endingAt: contentEnd, isAllowed: false)
    endRequestWords(contentEnd: contentEnd, &feed)
    tell(.lineEnd, from: contentEnd, to: feed.offset, &feed)
    if line.badGapStart >= 0 {
      report(.requestLineWhitespace, from: line.badGapStart, to: line.badGapEnd, &feed)
    }
    if head.isPreface { leave(from: feed.offset, &feed) } else { beginFields(&feed) }
  }
}
