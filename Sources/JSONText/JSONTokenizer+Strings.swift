import CByteMasks

extension JSONTokenizer {
  /// Reads past the closing quote of a string or key; false when the piece ends or, by the state, an escape begins.
  mutating func scanString(_ reader: inout Reader) throws(JSONError) -> Bool {
    let bytes = reader.bytes
    var index = reader.index
    defer { reader.index = index }
    while true {
      if utf8.remaining == 0 && !surrogates.awaitsLow {
        index = Self.endOfPlainText(bytes, from: index)
      }
      guard index < bytes.count else { return false }
      let byte = bytes[index]
      if surrogates.awaitsLow && byte != UInt8(ascii: "\\") {
        throw error(.loneSurrogate, at: reader.base + index)
      }
      if byte >= 0x80 {
        try takeNonASCII(byte, at: reader.base + index)
      } else if utf8.remaining > 0 {
        throw error(.invalidUTF8, at: reader.base + index)
      } else if byte == UInt8(ascii: "\"") {
        index += 1
        return true
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        state = .escape
        index += 1
        return false
      } else if byte < 0x20 {
        throw error(.controlCharacterInString(byte), at: reader.base + index)
      }
      index += 1
    }
  }

  /// The first byte from `start` on that is a quote, a backslash, a control character or not ASCII, or the end.
  private static func endOfPlainText(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var index = start
    while index + 16 <= bytes.count {
      let found = barewire_outside_json_ascii(base + index)
      if found != 0 { return index + found.trailingZeroBitCount }
      index += 16
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    return index
  }

  /// Takes a byte of a UTF-8 sequence (the well-formed ones of Unicode's table 3-7).
  private mutating func takeNonASCII(_ byte: UInt8, at offset: Int) throws(JSONError) {
    guard configuration.checksText else {
      if byte < 0xC0 { continuationBytes += 1 }
      return
    }
    if utf8.remaining > 0 {
      guard byte >= utf8.lowest && byte <= utf8.highest else { throw error(.invalidUTF8, at: offset) }
      continuationBytes += 1
      utf8 = UTF8Progress(remaining: utf8.remaining - 1)
      return
    }
    switch byte {
    case 0xC2...0xDF: utf8 = UTF8Progress(remaining: 1)
    case 0xE0: utf8 = UTF8Progress(remaining: 2, lowest: 0xA0)
    case 0xED: utf8 = UTF8Progress(remaining: 2, highest: 0x9F)
    case 0xE1...0xEF: utf8 = UTF8Progress(remaining: 2)
    case 0xF0: utf8 = UTF8Progress(remaining: 3, lowest: 0x90)
    case 0xF1...0xF3: utf8 = UTF8Progress(remaining: 3)
    case 0xF4: utf8 = UTF8Progress(remaining: 3, highest: 0x8F)
    default: throw error(.invalidUTF8, at: offset)
    }
  }

  /// Reads a byte that follows a backslash; false when the piece ends first.
  mutating func scanEscape(_ reader: inout Reader) throws(JSONError) -> Bool {
    guard let byte = reader.byte else { return false }
    if state == .escape {
      switch byte {
      case UInt8(ascii: "u"):
        state = .hexDigits
        progress = 0
        surrogates.value = 0
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
        UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        if surrogates.awaitsLow { throw error(.loneSurrogate, at: reader.offset) }
        state = .string
      default:
        throw error(.unexpectedByte(byte, expected: .escape), at: reader.offset)
      }
      reader.index += 1
      return true
    }
    guard let digit = Self.hexDigit(byte) else {
      throw error(.unexpectedByte(byte, expected: .hexDigit), at: reader.offset)
    }
    let value = surrogates.value << 4 | digit
    if progress == 3 {
      try endUnicodeEscape(value, at: reader.offset)
      state = .string
    }
    surrogates.value = value
    progress += 1
    reader.index += 1
    return true
  }

  private mutating func endUnicodeEscape(_ value: UInt16, at offset: Int) throws(JSONError) {
    guard configuration.checksText else { return }
    let isLow = value & 0xFC00 == 0xDC00
    guard isLow == surrogates.awaitsLow else { throw error(.loneSurrogate, at: offset) }
    surrogates.awaitsLow = value & 0xFC00 == 0xD800
  }

  static func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
