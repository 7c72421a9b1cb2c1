/// Reads a comma-separated list of tokens with parameters byte by byte: Transfer-Encoding, TE, Connection, Expect
/// (RFC 9110 §5.6.1, §10.1.4).
///
/// A token of up to 16 bytes is packed into an integer, small letters, last byte lowest.
struct ListTokenReader: Sendable {
  /// One member of a list.
  struct Member {
    /// The packed token; zero where it is too long, or the member too odd, to be known.
    var token: UInt128
    var hasParameters: Bool
  }

  private enum State: UInt8 {
    case beforeToken, token, afterToken
    /// Parameters: token BWS "=" BWS ( token / quoted-string ).
    case beforeName, name, afterName, beforeValue, value, quoted, quotedPair, afterValue
  }

  private var token: UInt128 = 0
  private var length = 0
  private var state = State.beforeToken
  private var hasParameters = false
  /// The member under way has a control byte or a second word, so it is none that is known.
  private var isUnknown = false
  /// A member is no token with parameters.
  private(set) var isInvalid = false
  private(set) var hasMember = false
  /// A member of the list is empty; also where all of the list is.
  private(set) var hasEmptyMember = false

  init() {}

  /// A reader that took a token of so many bytes, as `Member` packs it.
  init(token: UInt128, length: Int) {
    self.token = token
    self.length = length
    state = .token
  }

  /// Takes as many bytes as are plainly of a token, of at most `count`; returns how many.
  mutating func takeRun(_ bytes: UnsafeRawPointer, count: Int) -> Int {
    guard state == .beforeToken || state == .token else { return 0 }
    var token = token
    var index = 0
    while index < count {
      let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
      guard ByteClass.contains(byte, .token) else { break }
      token = token &<< 8 | UInt128(Byte.lowercased(byte))
      index &+= 1
    }
    guard index > 0 else { return 0 }
    state = .token
    length &+= index
    self.token = length > 16 ? 0 : token
    return index
  }

  /// Takes the next byte; returns a member when the byte ends it.
  mutating func take(_ byte: UInt8) -> Member? {
    if Byte.isControl(byte) {
      // Whoever ignores it, or ends the value at it, reads another token.
      isInvalid = true
      isUnknown = true
    }
    switch state {
    case .quotedPair:
      state = .quoted
      return nil
    case .quoted:
      if byte == Byte.quote { state = .afterValue }
      if byte == Byte.backslash { state = .quotedPair }
      return nil
    default:
      break
    }
    switch byte {
    case Byte.comma:
      return end()
    case Byte.semicolon:
      if length == 0 || !mayEnd { isInvalid = true }
      hasParameters = true
      state = .beforeName
    case Byte.space, Byte.tab:
      takeWhitespace()
    case Byte.equals where state == .name || state == .afterName:
      state = .beforeValue
    case Byte.quote where state == .beforeValue:
      state = .quoted
    default:
      if !ByteClass.contains(byte, .token) { isInvalid = true }
      takeTokenByte(byte)
    }
    return nil
  }

  private mutating func takeWhitespace() {
    switch state {
    case .token: state = .afterToken
    case .name: state = .afterName
    case .value: state = .afterValue
    default: break
    }
  }

  private mutating func takeTokenByte(_ byte: UInt8) {
    switch state {
    case .beforeToken, .token:
      state = .token
      length &+= 1
      token = length > 16 ? 0 : token << 8 | UInt128(Byte.lowercased(byte))
    case .beforeName: state = .name
    case .beforeValue: state = .value
    case .afterToken:
      isInvalid = true
      isUnknown = true
    case .afterName, .afterValue: isInvalid = true
    default: break
    }
  }

  /// True where a member may end or go on with a parameter.
  private var mayEnd: Bool {
    switch state {
    case .beforeToken, .token, .afterToken, .value, .afterValue: true
    default: false
    }
  }

  /// Ends the member under way; nil for an empty one.
  mutating func end() -> Member? {
    if !mayEnd { isInvalid = true }
    let member = Member(token: length > 16 || isUnknown ? 0 : token, hasParameters: hasParameters)
    let isEmpty = length == 0
    if !isEmpty { hasMember = true } else if !hasParameters { hasEmptyMember = true }
    state = .beforeToken
    token = 0
    length = 0
    hasParameters = false
    isUnknown = false
    return isEmpty ? nil : member
  }
}
