import JSONText
import Testing

struct JSONCheckTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var column: Int
    var reason: JSONError.Reason
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ line: Int, _ column: Int, _ reason: JSONError.Reason) {
      self.text = text
      self.line = line
      self.column = column
      self.reason = reason
    }
  }

  private static func byte(_ scalar: Unicode.Scalar, _ expected: JSONError.Expectation) -> JSONError.Reason {
    .unexpectedByte(UInt8(scalar.value), expected: expected)
  }

  @Test(
    "an error has the line, the column and the reason",
    arguments: [
      Wrong("", 1, 1, .unexpectedEnd(expected: .value)),
      Wrong("  \n ", 2, 2, .unexpectedEnd(expected: .value)),
      Wrong("{\n  \"a\": 1,\n}", 3, 1, .trailingComma(before: UInt8(ascii: "}"))),
      Wrong("[1,]", 1, 4, .trailingComma(before: UInt8(ascii: "]"))),
      Wrong("[1 2]", 1, 4, byte("2", .commaOrArrayEnd)),
      Wrong("{\"a\" 1}", 1, 6, byte("1", .colon)),
      Wrong("{\"a\":}", 1, 6, byte("}", .value)),
      Wrong("{a:1}", 1, 2, byte("a", .keyOrObjectEnd)),
      Wrong("{'a':1}", 1, 2, byte("'", .keyOrObjectEnd)),
      Wrong("{\"a\":1 \"b\"}", 1, 8, byte("\"", .commaOrObjectEnd)),
      Wrong("{\"a\":1", 1, 7, .unexpectedEnd(expected: .commaOrObjectEnd)),
      Wrong("[", 1, 2, .unexpectedEnd(expected: .valueOrArrayEnd)),
      Wrong("]", 1, 1, byte("]", .value)),
      Wrong("[}", 1, 2, byte("}", .valueOrArrayEnd)),
      Wrong("1 1", 1, 3, byte("1", .nothing)),
      Wrong("// note\n{}", 1, 1, byte("/", .value)),
      Wrong("01", 1, 2, .leadingZero),
      Wrong("-", 1, 2, .unexpectedEnd(expected: .digit)),
      Wrong("[-a]", 1, 3, byte("a", .digit)),
      Wrong("1.", 1, 3, .unexpectedEnd(expected: .digit)),
      Wrong("[1.e5]", 1, 4, byte("e", .digit)),
      Wrong("[1e+]", 1, 5, byte("]", .digit)),
      Wrong("+1", 1, 1, byte("+", .value)),
      Wrong(".5", 1, 1, byte(".", .value)),
      Wrong("tru", 1, 4, .unexpectedEnd(expected: .restOfTrue)),
      Wrong("[nul]", 1, 5, byte("]", .restOfNull)),
      Wrong("[truefalse]", 1, 6, byte("f", .commaOrArrayEnd)),
      Wrong("NaN", 1, 1, byte("N", .value)),
      Wrong("\"é😀", 1, 4, .unexpectedEnd(expected: .closingQuote)),
      Wrong("[\"é😀\" x]", 1, 7, byte("x", .commaOrArrayEnd)),
      Wrong("\"a\nb\"", 1, 3, .controlCharacterInString(0x0A)),
      Wrong("\"a\u{1}\"", 1, 3, .controlCharacterInString(1)),
      Wrong("\"\\x\"", 1, 3, byte("x", .escape)),
      Wrong("\"\\u12G4\"", 1, 6, byte("G", .hexDigit)),
      Wrong("\"\\uD800\"", 1, 8, .loneSurrogate),
      Wrong("\"\\uD800\\n\"", 1, 9, .loneSurrogate),
      Wrong("\"\\uDC00\"", 1, 7, .loneSurrogate),
      Wrong("\u{FEFF}x", 1, 1, byte("x", .value)),
    ])
  func errors(_ wrong: Wrong) {
    let error = JSONText.check(Array(wrong.text.utf8))
    #expect(error?.reason == wrong.reason)
    #expect(error?.line == wrong.line)
    #expect(error?.column == wrong.column)
  }

  @Test(
    "bytes that are not UTF-8 in a string are found",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xC3, 0x41],
      [0xE2, 0x82],
    ] as [[UInt8]])
  func notUTF8(_ bytes: [UInt8]) {
    #expect(JSONText.check([0x22] + bytes + [0x22])?.reason == .invalidUTF8)
  }

  @Test("a message says what was expected and what stood there")
  func message() {
    #expect(
      JSONText.check(Array("[1 2]".utf8))?.description
        == "Line 1, column 4: Expected “,” or “]”, found “2”.")
  }

  @Test("the text of a string is without quotes and escapes")
  func strings() throws {
    let text = Array(#"["plain é","\" \\ \/ \b\f\n\r\t \u00e9 \uD834\uDD1E"]"#.utf8)
    var strings: [String] = []
    try text.withUnsafeBytes { bytes in
      var tokenizer = JSONTokenizer()
      var position = 0
      while let token = try tokenizer.next(bytes, at: &position) {
        if token.kind == .string { strings.append(JSONText.string(of: token, in: bytes)) }
      }
    }
    #expect(strings == ["plain é", "\" \\ / \u{8}\u{C}\n\r\t é 𝄞"])
  }

  @Test("a position is found again from an offset")
  func positions() {
    let bytes = Array("{\n \"é\": x}".utf8)
    let position = bytes.withUnsafeBytes { JSONPosition(offset: 9, in: $0) }
    #expect(position == JSONPosition(offset: 9, line: 2, column: 7))
  }
}
