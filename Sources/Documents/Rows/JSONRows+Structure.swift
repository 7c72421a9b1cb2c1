/// What stands between and around tokens.
extension JSONRows {
  /// Takes the byte at which a token, a mark or white space begins.
  mutating func begin<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, into sink: inout Sink
  ) -> Bool {
    let byte = bytes[index]
    if markBytes > 0, byte != (markBytes == 1 ? 0xBB : 0xBF) {
      markBytes = 0
      if !tell(.wrongMark, at: position, into: &sink) { return false }
    }
    switch byte {
    case 0x0A where form == .lines && depth > 0, 0x1E where form == .sequence && depth > 0:
      return cutText(into: &sink)
    case 0x20, 0x09, 0x0A, 0x0D:
      index += 1
      while fold.isActive, index < bytes.count, bytes[index] == 0x20 { index += 1 }
      return true
    case 0x1E where acceptsSequence:
      // A record separator of RFC 7464.
      index += 1
      return true
    case 0xEF where position == 0, 0xBB where markBytes == 1, 0xBF where markBytes == 2:
      markBytes = (markBytes + 1) % 3
      index += 1
      return true
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      return close(bytes, &index, isObject: byte == UInt8(ascii: "}"), into: &sink)
    case UInt8(ascii: ","):
      return comma(bytes, &index, into: &sink)
    case UInt8(ascii: ":"):
      let isTooDeep = depth > Self.checkedDepth
      if expectation != .colon, !isTooDeep, !tell(.expectedValue, at: position, into: &sink) { return false }
      put(bytes, index..<index + 1, .punctuation, into: &sink)
      blank(into: &sink)
      expectation = .value
      index += 1
      return true
    default:
      return beginToken(bytes, &index, into: &sink)
    }
  }

  private mutating func beginToken<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, into sink: inout Sink
  ) -> Bool {
    let byte = bytes[index]
    if !prepare(byte, into: &sink) { return false }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if expectation == .key || expectation == .keyOrClose {
        if !tell(.expectedKey, at: position, into: &sink) { return false }
      }
      let isObject = byte == UInt8(ascii: "{")
      put(bytes, index..<index + 1, .punctuation, into: &sink)
      push(isObject: isObject)
      if !fold.isActive, folds.folds(at: position, level: depth - 1) { fold.begin(at: position, level: depth - 1) }
      expectation = isObject ? .keyOrClose : .valueOrClose
      index += 1
    case UInt8(ascii: "\""):
      token = expectation == .key || expectation == .keyOrClose ? .key : .string
      if token == .key, depth > 0, depth <= Self.placedDepth { members[depth - 1] = position }
      put(bytes, index..<index + 1, token == .key ? .key : .string, into: &sink)
      index += 1
    case UInt8(ascii: "-"), 0x30...0x39:
      if !expectsValue, !tell(.expectedKey, at: position, into: &sink) { return false }
      token = expectsValue ? .number : .other
      number = .start
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      if !expectsValue, !tell(.expectedKey, at: position, into: &sink) { return false }
      token = expectsValue ? .literal : .other
      literal = Literal(first: byte)
    default:
      if !tell(expectsValue ? .expectedValue : .expectedKey, at: position, into: &sink) { return false }
      token = .other
    }
    return true
  }

  private var expectsValue: Bool { expectation == .value || expectation == .valueOrClose }

  /// Makes the place ready for a token: begins its row, and tells what is missing before it.
  private mutating func prepare<Sink: RowSink<Self>>(_ byte: UInt8, into sink: inout Sink) -> Bool {
    switch expectation {
    case .value, .key:
      return true
    case .valueOrClose, .keyOrClose:
      return isRowEmpty || fold.isActive || breakRow(isContinued: false, into: &sink)
    case .colon:
      if !tell(.expectedColon, at: position, into: &sink) { return false }
      expectation = .value
    case .commaOrClose:
      if !tell(.expectedComma, at: position, into: &sink) { return false }
      expectation = isInObject == true || (isInObject == nil && byte == UInt8(ascii: "\"")) ? .key : .value
    case .end:
      if !isRowEmpty, !breakRow(isContinued: false, into: &sink) { return false }
      if !acceptsSequence, !tell(.expectedEnd, at: position, into: &sink) { return false }
      expectation = .value
      texts += 1
    }
    return true
  }

  private mutating func comma<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, into sink: inout Sink
  ) -> Bool {
    if expectation != .commaOrClose {
      if !tell(depth == 0 ? .expectedEnd : .expectedValue, at: position, into: &sink) { return false }
    }
    put(bytes, index..<index + 1, .punctuation, into: &sink)
    index += 1
    position += 1
    if fold.isActive, depth == fold.level + 1 { fold.members += 1 }
    if depth > 0, depth <= Self.placedDepth { members[depth - 1] = isInObject == true ? -1 : members[depth - 1] + 1 }
    // Too deep to know, a name looks like any other string, and a colon is taken wherever it comes.
    expectation = isInObject == true ? .key : .value
    if depth > Self.checkedDepth { expectation = .value }
    return breakRow(isContinued: false, into: &sink)
  }

  private mutating func close<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, isObject: Bool, into sink: inout Sink
  ) -> Bool {
    if depth == outerDepth {
      if !tell(.closesNothing, at: position, into: &sink) { return false }
      put(bytes, index..<index + 1, .plain, into: &sink)
      index += 1
      return true
    }
    switch expectation {
    case .commaOrClose: break
    case .valueOrClose, .keyOrClose: break
    case .colon:
      if !tell(.expectedColon, at: position, into: &sink) { return false }
    case .value where isInObject == true:
      if !tell(.expectedValue, at: position, into: &sink) { return false }
    case .value, .key, .end:
      if !tell(.nothingAfterComma, at: position, into: &sink) { return false }
    }
    if let isInObject, isInObject != isObject {
      if !tell(.closesOther, at: position, into: &sink) { return false }
    }
    let isEmpty = expectation == .valueOrClose || expectation == .keyOrClose
    if fold.isActive {
      if depth == fold.level + 1 {
        if !isEmpty { fold.members += 1 }
        endFold(upTo: position + 1, into: &sink)
      }
    } else if !isEmpty, !isRowEmpty, !breakRow(isContinued: false, into: &sink) {
      return false
    }
    depth -= 1
    put(bytes, index..<index + 1, .punctuation, into: &sink)
    expectation = .commaOrClose
    endValueAtTop()
    index += 1
    return true
  }
}
