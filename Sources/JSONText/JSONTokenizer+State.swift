extension JSONTokenizer {
  /// Where in a token the tokenizer is.
  enum State: UInt8, Sendable {
    case betweenTokens, byteOrderMark
    case string, escape, hexDigits
    case literal
    case minus, zero, integer, point, fraction, exponentMark, exponentSign, exponent
  }

  /// What may come next between tokens.
  enum Expectation: UInt8, Sendable {
    case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
  }

  /// What must follow in a UTF-8 sequence that has begun.
  struct UTF8Progress: Sendable {
    var remaining: UInt8 = 0
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
  }

  /// A \u escape that is being read, and whether a high surrogate waits for its low one.
  struct SurrogateProgress: Sendable {
    var value: UInt16 = 0
    var awaitsLow = false
  }

  /// One piece of the text and the place in it.
  struct Reader {
    let bytes: UnsafeRawBufferPointer
    var index: Int
    /// The absolute offset of the piece's first byte.
    let base: Int

    var offset: Int { base + index }
    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }
  }

  func place(of offset: Int) -> JSONPosition {
    JSONPosition(offset: offset, line: line, column: offset - lineStart - continuationBytes + 1)
  }

  func error(_ reason: JSONError.Reason, at offset: Int) -> JSONError {
    JSONError(reason, at: place(of: offset))
  }

  func described(_ expectation: Expectation) -> JSONError.Expectation {
    switch expectation {
    case .value: .value
    case .valueOrEnd: .valueOrArrayEnd
    case .key: .key
    case .keyOrEnd: .keyOrObjectEnd
    case .colon: .colon
    case .commaOrEnd: isInObject ? .commaOrObjectEnd : .commaOrArrayEnd
    case .nothing: .nothing
    }
  }

  mutating func open(isObject: Bool, at offset: Int) throws(JSONError) {
    guard depth < configuration.depthLimit else {
      throw error(.tooDeep(limit: configuration.depthLimit), at: offset)
    }
    let bit = UInt64(1) << UInt64(depth & 63)
    if isInObject { nesting[depth >> 6] |= bit } else { nesting[depth >> 6] &= ~bit }
    depth += 1
    isInObject = isObject
    expectation = isObject ? .keyOrEnd : .valueOrEnd
  }

  mutating func close() {
    depth -= 1
    isInObject = nesting[depth >> 6] & (UInt64(1) << UInt64(depth & 63)) != 0
    endValue()
  }

  mutating func endValue() {
    expectation = depth > 0 ? .commaOrEnd : configuration.acceptsSequences ? .value : .nothing
  }

  /// Ends a token of several bytes at `offset`.
  mutating func endToken(at offset: Int) -> JSONToken {
    state = .betweenTokens
    if tokenKind == .key { expectation = .colon } else { endValue() }
    return JSONToken(kind: tokenKind, range: tokenStart..<offset, depth: depth, hasEscapes: hasEscapes)
  }
}
