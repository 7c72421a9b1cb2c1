/// The authentication schemes in the values of Proxy-Authenticate fields (RFC 9110 §11.7.1).
enum OfferedSchemes {
  /// The schemes in their order, each once, at most eight.
  ///
  /// A scheme stands at the beginning or behind a comma, and no "=" follows it: what one follows is a parameter.
  static func names(in values: [[UInt8]]) -> [String] {
    var names: [String] = []
    for value in values {
      for member in members(of: value) {
        let word = member.prefix { isTokenByte($0) }
        let rest = member[word.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
        guard !word.isEmpty, rest.first != UInt8(ascii: "=") else { continue }
        let name = PrintableText.text(word, limit: 20)
        if !names.contains(name), names.count < 8 { names.append(name) }
      }
    }
    return names
  }

  /// What stands between commas outside of quotes, without white space before it.
  private static func members(of value: [UInt8]) -> [ArraySlice<UInt8>] {
    var members: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in value.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), isQuoted {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        members.append(value[start..<index])
        start = index + 1
      }
    }
    members.append(value[start...])
    return members.map { $0.drop { $0 == 0x20 || $0 == 0x09 } }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    0x21...0x7E ~= byte && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
  }
}
