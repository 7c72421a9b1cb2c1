/// A value with its charset and language: `UTF-8'en'%c2%a3` (RFC 8187 §3.2).
enum ExtendedValue {
  private static let rule = FieldRule(8187, "3.2.1")

  /// The text of a `name*` parameter; nil, with a finding, where it cannot be decoded.
  static func read(_ parameter: FieldParameter, in reading: inout ReadingBuilder) -> String? {
    let range = parameter.place
    if parameter.isQuoted {
      reading.find(.error, range, rule, "An extended value must not stand in quotes.")
    }
    let value = parameter.value ?? []
    let pieces = value.split(separator: ASCII.apostrophe, maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3 else {
      reading.find(.error, range, rule, "An extended value is written charset'language'text, such as UTF-8''%e2%82%ac.")
      return nil
    }
    guard let bytes = decoded(pieces[2]) else {
      reading.find(.error, range, rule, "After “%” come two hexadecimal digits, and other marks must be written so.")
      return nil
    }
    switch ASCII.lowered(pieces[0]) {
    case "utf-8":
      guard let text = String(validating: bytes, as: UTF8.self) else {
        reading.find(.error, range, rule, "The bytes are not UTF-8.")
        return nil
      }
      return text
    case "iso-8859-1":
      reading.find(.note, range, FieldRule(8187, "3.2.1"), "New values are written in UTF-8.")
      return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    default:
      reading.find(.error, range, rule, "The charset must be UTF-8.")
      return nil
    }
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == ASCII.percent {
        guard index + 2 < text.endIndex, let high = ASCII.hexValue(text[index + 1]),
          let low = ASCII.hexValue(text[index + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        index += 3
      } else {
        // An attribute character: a token's without *, ' and %.
        guard ASCII.isTokenByte(byte), byte != ASCII.star, byte != ASCII.apostrophe else { return nil }
        bytes.append(byte)
        index += 1
      }
    }
    return bytes
  }
}
