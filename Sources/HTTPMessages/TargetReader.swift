/// Reads a request target byte by byte: its form, and what is wrong with its parts (RFC 9112 §3.2, RFC 3986 §3).
struct TargetReader: Sendable {
  /// What a target can be; of CONNECT it can only be host and port.
  enum Form: UInt8 { case none, origin, absolute, authority, asterisk }

  private enum State: UInt8 {
    case start, scheme, afterColon, afterSlash, authority, hostAndPort
    /// In a path or a query.
    case path, percent, percentDigit
    /// At the end of an asterisk, and in what is of no form.
    case asterisk, none
  }

  private(set) var form = Form.none
  private var state = State.start
  private let isForConnect: Bool
  /// The scheme, small letters, the last one lowest.
  private var scheme: UInt64 = 0
  /// The host and port: all of the target of CONNECT, or what the absolute form has of them.
  private(set) var host = HostReader(hashes: true)
  private var authorityStart = 0
  private var authorityEnd = -1
  /// Offset of the last "@" in the authority; negative where there is none.
  private var at = -1
  /// The first percent sign in path or query that encodes nothing; negative where there is none.
  private(set) var badPercent = -1
  /// The first square bracket in path or query; negative where there is none.
  private(set) var bracket = -1

  init(isForConnect: Bool) { self.isForConnect = isForConnect }

  /// What comes next is of a path or a query, and no part of an encoded byte.
  @inline(__always)
  var isInPath: Bool { state == .path }

  /// True where the scheme is http or https, which need a host (RFC 9110 §4.2.1, §4.2.2).
  var isWeb: Bool { scheme == 0x6874_7470 || scheme == 0x68_7474_7073 }

  /// User name and perhaps password before the host; nil where there are none.
  var userInfo: Range<Int>? { at < 0 ? nil : authorityStart..<at + 1 }

  /// Host and port of the absolute form, of a target that ends at `end`.
  func hostRange(targetEnd end: Int) -> Range<Int> {
    (at < 0 ? authorityStart : at + 1)..<(authorityEnd < 0 ? end : authorityEnd)
  }

  mutating func take(_ byte: UInt8, at offset: Int) {
    switch state {
    case .start: takeFirst(byte)
    case .scheme, .afterColon, .afterSlash: takeScheme(byte, at: offset)
    case .authority: takeAuthority(byte, at: offset)
    case .hostAndPort: host.take(byte)
    case .path: takePath(byte, at: offset)
    case .percent, .percentDigit:
      if ByteClass.contains(byte, .hexDigit) {
        state = state == .percent ? .percentDigit : .path
      } else {
        noteBadPercent(endingAt: offset)
        takePath(byte, at: offset)
      }
    case .asterisk: giveUp()
    case .none: break
    }
  }

  private mutating func takeFirst(_ byte: UInt8) {
    if isForConnect {
      form = .authority
      state = .hostAndPort
      host.take(byte)
    } else if byte == Byte.slash {
      form = .origin
      state = .path
    } else if byte == Byte.asterisk {
      form = .asterisk
      state = .asterisk
    } else if (byte | 0x20) &- 0x61 < 26 {
      state = .scheme
      scheme = UInt64(byte | 0x20)
    } else {
      giveUp()
    }
  }

  /// The scheme and the colon and slashes behind it.
  private mutating func takeScheme(_ byte: UInt8, at offset: Int) {
    switch (state, byte) {
    case (.scheme, Byte.colon): state = .afterColon
    case (.scheme, _) where Self.isOfScheme(byte): scheme = scheme &<< 8 | UInt64(Byte.lowercased(byte))
    case (.afterColon, Byte.slash): state = .afterSlash
    case (.afterSlash, Byte.slash):
      form = .absolute
      state = .authority
      authorityStart = offset + 1
    default: giveUp()
    }
  }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2b, 0x2d, 0x2e: true
    default: false
    }
  }

  private mutating func takeAuthority(_ byte: UInt8, at offset: Int) {
    switch byte {
    case Byte.slash, Byte.question:
      authorityEnd = offset
      state = .path
    case Byte.at:
      // What came was no host.
      at = offset
      host = HostReader(hashes: true)
    default:
      host.take(byte)
    }
  }

  private mutating func takePath(_ byte: UInt8, at offset: Int) {
    state = byte == Byte.percent ? .percent : .path
    if byte == Byte.openingBracket || byte == Byte.closingBracket, bracket < 0 { bracket = offset }
  }

  private mutating func noteBadPercent(endingAt end: Int) {
    if badPercent < 0 { badPercent = end - (state == .percent ? 1 : 2) }
  }

  private mutating func giveUp() {
    form = .none
    state = .none
  }

  /// Takes notice that the target ends here.
  mutating func end(at offset: Int) {
    if state == .percent || state == .percentDigit { noteBadPercent(endingAt: offset) }
  }
}
