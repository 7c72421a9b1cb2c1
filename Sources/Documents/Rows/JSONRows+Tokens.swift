import CByteMasks

/// The tokens of JSON, each of which may be cut anywhere.
extension JSONRows {
  enum Escape: UInt8, Sendable {
    case none, character, digit4, digit3, digit2, digit1
  }

  /// How much of `true`, `false` or `null` was read.
  struct Literal: Sendable {
    var first: UInt8 = 0
    var count: UInt8 = 0

    private var word: StaticString {
      first == UInt8(ascii: "t") ? "true" : first == UInt8(ascii: "f") ? "false" : "null"
    }

    var isComplete: Bool { Int(count) == word.utf8CodeUnitCount }

    /// Whether a byte is the word's next one.
    mutating func take(_ byte: UInt8) -> Bool {
      guard !isComplete, word.utf8Start[Int(count)] == byte else { return false }
      count += 1
      return true
    }
  }

  /// Where in a number the next character stands (RFC 8259 §6).
  enum NumberState: UInt8, Sendable {
    case start, minus, zero, integer, point, fraction, exponent, exponentSign, exponentDigits, wrong

    /// Whether a number may end here.
    var isComplete: Bool {
      self == .zero || self == .integer || self == .fraction || self == .exponentDigits
    }

    func after(_ byte: UInt8) -> NumberState {
      let isDigit = byte >= 0x30 && byte <= 0x39
      switch (self, byte) {
      case (.start, UInt8(ascii: "-")): return .minus
      case (.start, 0x30), (.minus, 0x30): return .zero
      case (.start, _) where isDigit, (.minus, _) where isDigit, (.integer, _) where isDigit: return .integer
      case (.zero, UInt8(ascii: ".")), (.integer, UInt8(ascii: ".")): return .point
      case (.point, _) where isDigit, (.fraction, _) where isDigit: return .fraction
      case (.zero, 0x45), (.zero, 0x65), (.integer, 0x45), (.integer, 0x65), (.fraction, 0x45), (.fraction, 0x65):
        return .exponent
      case (.exponent, UInt8(ascii: "+")), (.exponent, UInt8(ascii: "-")): return .exponentSign
      case (.exponent, _) where isDigit, (.exponentSign, _) where isDigit, (.exponentDigits, _) where isDigit:
        return .exponentDigits
      default: return .wrong
      }
    }
  }

  mutating func takeString<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int, into sink: inout Sink
  ) -> Bool {
    let role: TextRole = token == .key ? .key : .string
    let start = index
    var place = index
    while place < end {
      if escape == .none {
        place = ByteRun.end(bytes, from: place, upTo: end) { barewire_outside_json_text($0) }
        if place == end { break }
      }
      let byte = bytes[place]
      if escape != .none {
        if !takeEscape(byte) {
          // It was told when the walk came here first.
          if told == position + place - start {
            escape = .none
            continue
          }
          if place > start { put(bytes, start..<place, role, into: &sink) }
          position += place - start
          index = place
          let goesOn = tell(.wrongEscape, at: position, into: &sink)
          escape = .none
          return goesOn
        }
        place += 1
      } else if byte == UInt8(ascii: "\"") {
        place += 1
        put(bytes, start..<place, role, into: &sink)
        index = place
        expectation = token == .key ? .colon : .commaOrClose
        token = .none
        endValueAtTop()
        return true
      } else if byte == UInt8(ascii: "\\") {
        escape = .character
        place += 1
      } else if byte < 0x20 {
        if place > start { put(bytes, start..<place, role, into: &sink) }
        position += place - start
        index = place
        if !tell(.controlInString, at: position, into: &sink) { return false }
        if byte == 0x0A || byte == 0x0D || (byte == 0x1E && form == .sequence) {
          // Most likely a quote is missing: the line's end is the string's.
          expectation = token == .key ? .colon : .commaOrClose
          token = .none
          isContinuation = false
          endValueAtTop()
          // It may be the text's end too.
          if byte == 0x1E || (byte == 0x0A && form == .lines) { return true }
        } else {
          put(bytes, index..<index + 1, role, into: &sink)
        }
        index += 1
        return true
      } else {
        place += 1
      }
    }
    put(bytes, start..<place, role, into: &sink)
    index = place
    return true
  }

  /// Takes a character of an escape; false when it cannot be one.
  private mutating func takeEscape(_ byte: UInt8) -> Bool {
    switch escape {
    case .none: return true
    case .character:
      switch byte {
      case UInt8(ascii: "u"): escape = .digit4
      case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: escape = .none
      default: return false
      }
      return true
    case .digit4, .digit3, .digit2, .digit1:
      guard (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte) else {
        return false
      }
      escape = escape == .digit4 ? .digit3 : escape == .digit3 ? .digit2 : escape == .digit2 ? .digit1 : .none
      return true
    }
  }

  mutating func takeNumber<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int, into sink: inout Sink
  ) -> Bool {
    let start = index
    var place = index
    while place < end, Self.isNumberByte(bytes[place]) {
      let next = number.after(bytes[place])
      if next == .wrong { break }
      number = next
      place += 1
    }
    if place > start { put(bytes, start..<place, .number, into: &sink) }
    position += place - start
    index = place
    guard place < end else { return true }
    if Self.endsWord(bytes[place]), number.isComplete {
      endWord()
      return true
    }
    if !tell(.wrongNumber, at: position, into: &sink) { return false }
    token = Self.endsWord(bytes[place]) ? .none : .other
    if token == .none { endWord() }
    return true
  }

  mutating func endWord() {
    token = .none
    expectation = .commaOrClose
    endValueAtTop()
  }

  mutating func takeLiteral<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int, into sink: inout Sink
  ) -> Bool {
    let start = index
    while index < end, literal.take(bytes[index]) { index += 1 }
    if index > start {
      put(bytes, start..<index, .literal, into: &sink)
      position += index - start
    }
    guard index < end else { return true }
    let endsHere = Self.endsWord(bytes[index])
    if !endsHere || !literal.isComplete, !tell(.unknownWord, at: position, into: &sink) { return false }
    token = .other
    if endsHere { endWord() }
    return true
  }

  /// Takes what is none of JSON's tokens.
  mutating func takeOther<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int, into sink: inout Sink
  ) -> Bool {
    let start = index
    while index < end, !Self.endsWord(bytes[index]) { index += 1 }
    if index > start {
      put(bytes, start..<index, .plain, into: &sink)
      position += index - start
    }
    if index < end {
      token = .none
      expectation = expectation == .keyOrClose || expectation == .key ? .colon : .commaOrClose
      endValueAtTop()
    }
    return true
  }

  /// A value that is in nothing is the end of the text.
  mutating func endValueAtTop() {
    if depth == 0 { expectation = .end }
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte | 0x20 == 0x65
  }

  /// Whether a byte ends a number or a word: white space, a mark or a quote.
  static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }
}
