/// The words of a request line behind its method: the target and the version (RFC 9112 §3.2, §2.3).
extension MessageParser {
  /// Reports target and version; also where the stream ends inside the line.
  mutating func endRequestWords(contentEnd: Int, isCut: Bool = false, _ feed: inout ParserFeed) {
    // The beginning of a version counts for one where the stream ends inside of it.
    let hasVersion =
      line.wordCount > 0 && (line.version.isVersion || isCut && line.wordCount > 1 && !line.version.isDecided)
    let targetWords = line.wordCount - (hasVersion ? 1 : 0)
    if targetWords > 0 {
      let end = targetWords == line.wordCount ? line.wordEnd : line.targetEnd
      tell(.target, from: line.targetStart, to: end, &feed)
      head.isPreface = !isCut && isPreface
      if !head.isPreface { checkTarget(from: line.targetStart, to: end, isCut: isCut, &feed) }
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

  /// The line is the one that the first bytes of HTTP/2 begin with (RFC 9113 §3.4).
  private var isPreface: Bool {
    head.method == .pri && line.wordCount == 2 && line.target.form == .asterisk
      && line.version.isValid && line.version.major == 2 && line.version.minor == 0
  }

  private mutating func checkTarget(from start: Int, to end: Int, isCut: Bool, _ feed: inout ParserFeed) {
    if line.badTargetByte >= 0, line.badTargetByte < end {
      if line.badTargetByteBeginsFragment {
        report(.targetFragment, from: line.badTargetByte, to: end, &feed)
      } else {
        report(.targetInvalid, from: line.badTargetByte, to: line.badTargetByte + 1, &feed)
      }
      return
    }
    guard !isCut else { return }
    switch line.target.form {
    case .origin: checkPath(&feed)
    case .absolute:
      checkAuthority(targetEnd: end, &feed)
      checkPath(&feed)
    case .authority:
      let host = line.target.host
      if !host.isHostValid || !host.hasHost {
        report(.targetInvalid, from: start, to: end, &feed)
      } else if !host.hasValidPort {
        report(.connectPortInvalid, from: start, to: end, &feed)
      }
    case .asterisk:
      if head.method != .options { report(.targetInvalid, from: start, to: end, &feed) }
    case .none:
      report(.targetInvalid, from: start, to: end, &feed)
    }
  }

  /// Checks what the absolute form says of the host, and keeps it to be compared with Host.
  private mutating func checkAuthority(targetEnd: Int, _ feed: inout ParserFeed) {
    let target = line.target
    let range = target.hostRange(targetEnd: targetEnd)
    if let userInfo = target.userInfo { report(.targetUserInfo, userInfo, &feed) }
    if !target.host.isValid {
      report(.targetAuthorityInvalid, range, &feed)
    } else if !target.host.hasHost, target.isWeb {
      report(.targetHostEmpty, range, &feed)
    }
    head.hasAuthority = true
    readers.authorityHash = target.host.hash
  }

  private mutating func checkPath(_ feed: inout ParserFeed) {
    let (percent, bracket) = (line.target.badPercent, line.target.bracket)
    if percent >= 0 { report(.targetPercent, from: percent, to: percent + 1, &feed) }
    if bracket >= 0 { report(.targetBracket, from: bracket, to: bracket + 1, &feed) }
  }

  /// Reports the version of a start line.
  mutating func endVersion(from start: Int, to end: Int, isCut: Bool = false, _ feed: inout ParserFeed) {
    tell(.version, from: start, to: end, &feed)
    head.minorVersion = line.version.isValid ? line.version.minor : 1
    guard !isCut else { return }
    if head.isPreface {
      report(.http2Preface, from: head.start, to: end, &feed)
    } else if !line.version.isValid {
      report(.versionInvalid, from: start, to: end, &feed)
    } else if line.version.major != 1 {
      // A reader of another major version frames messages otherwise.
      head.isFaulty = true
      report(.versionUnsupported, from: start, to: end, &feed)
    } else if line.version.minor > 1 {
      report(.versionMinorHigher, from: start, to: end, &feed)
    }
  }
}
