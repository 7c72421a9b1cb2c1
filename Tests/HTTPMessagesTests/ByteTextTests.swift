import HTTPMessages
import Testing

@Suite struct ByteTextTests {
  @Test("each %XX becomes its byte and a lone % stays; + is a space only in forms")
  func percentDecoding() {
    func decoded(_ text: String, plusIsSpace: Bool = false) -> String {
      String(decoding: PercentDecoding.decode(text.utf8, plusIsSpace: plusIsSpace), as: UTF8.self)
    }
    #expect(decoded("a%2Fb%2fc%41") == "a/b/cA")
    #expect(decoded("%c3%A9") == "é")
    #expect(decoded("%") == "%")
    #expect(decoded("%4") == "%4")
    #expect(decoded("%4g%g4%%41") == "%4g%g4%A")
    #expect(decoded("a+b") == "a+b")
    #expect(decoded("a+b%2B", plusIsSpace: true) == "a b+")
  }

  @Test("spaces and tabs around a value are not a part of it")
  func optionalWhitespace() {
    #expect(OptionalWhitespace.trimmed(" \t a \t b\t ") == "a \t b")
    #expect(OptionalWhitespace.trimmed(" \t") == "")
    #expect(OptionalWhitespace.trimmed("") == "")
    #expect(OptionalWhitespace.trimmed("\u{a0}\na\r") == "\u{a0}\na\r")
    #expect(Array(OptionalWhitespace.trimmed([0x20, 0x61])) == [0x61])
  }

  @Test("every part has a name of its own, and those between others are delimiters")
  func parts() {
    #expect(Set(MessagePart.allCases.map(\.name)).count == MessagePart.allCases.count)
    #expect(
      MessagePart.allCases.filter(\.isDelimiter) == [.colon, .semicolon, .whitespace, .lineEnd, .blankLine])
  }
}
