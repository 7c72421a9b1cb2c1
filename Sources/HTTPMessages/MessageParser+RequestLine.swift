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
    head.method = withToken(endingAt: offset, feed) { KnownMethod(token: $0) } ?? .other
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
        line.targetFirst = byte
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
    var index = feed.index
    // The word cannot be the version any more and its scheme does not matter: only its characters count.
    if line.version.isDecided, line.targetFirst == Byte.slash || line.schemeProgress == 3 {
      index = ByteScan.byte(outside: .target, in: feed.bytes, from: index, to: feed.end)
      feed.index = index
      guard index < feed.end else { return }
    }
    let byte = feed.byte
    let offset = feed.offset
    switch byte {
    case Byte.space, Byte.tab, Byte.verticalTab, Byte.formFeed:
      line.wordEnd = offset
      line.gapStart = offset
      line.gapIsOdd = byte != Byte.space
      state = .requestGap
      feed.index &+= 1
    case Byte.carriageReturn, Byte.lineFeed:
      line.wordEnd = offset
      line.gapStart = offset
      line.gapIsOdd = false
      state = .requestGap
    default:
      line.version.take(byte)
      if line.badTargetByte < 0, !ByteClass.contains(byte, .target) { line.badTargetByte = offset }
      if line.schemeProgress < 3 {
        let fits = line.schemeProgress == 0 ? byte == Byte.colon : byte == Byte.slash
        line.schemeProgress = fits ? line.schemeProgress + 1 : byte == Byte.colon ? 1 : 0
      }
      feed.index &+= 1
    }
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
    beginFields(&feed)
  }

  /// Reports target and version; also where the stream ends inside the line.
  mutating func endRequestWords(contentEnd: Int, isCut: Bool = false, _ feed: inout ParserFeed) {
    // The beginning of a version counts for one where the stream ends inside of it.
    let hasVersion =
      line.wordCount > 0 && (line.version.isVersion || isCut && line.wordCount > 1 && !line.version.isDecided)
    let targetWords = line.wordCount - (hasVersion ? 1 : 0)
    if targetWords > 0 {
      let end = targetWords == line.wordCount ? line.wordEnd : line.targetEnd
      tell(.target, from: line.targetStart, to: end, &feed)
      checkTarget(from: line.targetStart, to: end, isCut: isCut, &feed)
      if targetWords > 1 { report(.targetWhitespace, from: line.targetStart, to: end, &feed) }
    } else if !isCut {
      let at = hasVersion ? line.wordStart : contentEnd
      report(.targetMissing, from: at, to: at, &feed)
    }
    if hasVersion {
      endVersion(from: line.wordStart, to: line.wordEnd, isCut: isCut, &feed)
    } else if !isCut, targetWords > 0 {
      report(.versionMissing, from: contentEnd, to: contentEnd, &feed)
    }
  }

  private mutating func checkTarget(from start: Int, to end: Int, isCut: Bool, _ feed: inout ParserFeed) {
    if line.badTargetByte >= 0, line.badTargetByte < end {
      report(.targetInvalid, from: line.badTargetByte, to: line.badTargetByte + 1, &feed)
      return
    }
    guard !isCut else { return }
    // RFC 9112 §3.2: origin-form, absolute-form, authority-form (CONNECT only), asterisk-form (OPTIONS only).
    let isValid =
      switch line.targetFirst {
      case Byte.slash: head.method != .connect
      case Byte.asterisk: head.method == .options && end - start == 1
      default: head.method == .connect ? line.schemeProgress < 3 : line.schemeProgress == 3
      }
    if !isValid { report(.targetInvalid, from: start, to: end, &feed) }
  }

  /// Reports the version of a start line.
  mutating func endVersion(from start: Int, to end: Int, isCut: Bool = false, _ feed: inout ParserFeed) {
    tell(.version, from: start, to: end, &feed)
    head.minorVersion = line.version.isValid ? line.version.minor : 1
    guard !isCut else { return }
    if !line.version.isValid {
      report(.versionInvalid, from: start, to: end, &feed)
    } else if line.version.major != 1 {
      // A reader of another major version frames messages otherwise.
      head.isFaulty = true
      report(.versionUnsupported, from: start, to: end, &feed)
    }
  }
}
