/// Strings and numbers in a query.
extension JSONPathParser {
  /// The text in quotes of either kind, as UTF-8 (RFC 9535 §2.3.1.1).
  mutating func string() throws(JSONPathError) -> [UInt8] {
    let start = index
    let quote = bytes[index]
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      if byte == quote {
        index += 1
        return text
      }
      if byte < 0x20 { throw error(.controlCharacter) }
      if byte == UInt8(ascii: "\\") {
        try escape(quote: quote, into: &text)
      } else {
        text.append(byte)
        index += 1
      }
    }
    throw error(.unclosedString, at: start)
  }

  private mutating func escape(quote: UInt8, into text: inout [UInt8]) throws(JSONPathError) {
    let start = index
    index += 1
    guard let byte = peek else { throw error(.unclosedString, at: start) }
    index += 1
    switch byte {
    case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var value = try hexDigits(from: start)
      if value & 0xF800 == 0xD800 {
        guard value & 0xFC00 == 0xD800, take("\\u") else { throw error(.loneSurrogate, at: start) }
        let low = try hexDigits(from: start)
        guard low & 0xFC00 == 0xDC00 else { throw error(.loneSurrogate, at: start) }
        value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(value) else { throw error(.loneSurrogate, at: start) }
      text.append(contentsOf: String(scalar).utf8)
    default: throw error(.wrongEscape, at: start)
    }
  }

  private mutating func hexDigits(from start: Int) throws(JSONPathError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(.wrongEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  /// A number of JSON's form; `-0` is one.
  mutating func number() throws(JSONPathError) -> JSONPathValue {
    let start = index
    _ = take("-")
    let digits = index
    skipDigits()
    guard index > digits, bytes[digits] != 0x30 || index == digits + 1 else { throw error(.numberForm, at: start) }
    if take(".") {
      let fraction = index
      skipDigits()
      guard index > fraction else { throw error(.numberForm, at: start) }
    }
    if peek.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      index += 1
      if !take("+") { _ = take("-") }
      let exponent = index
      skipDigits()
      guard index > exponent else { throw error(.numberForm, at: start) }
    }
    return .number(JSONDecimal(bytes[start..<index]))
  }

  private mutating func skipDigits() {
    while let byte = peek, Self.isDigit(byte) { index += 1 }
  }
}
