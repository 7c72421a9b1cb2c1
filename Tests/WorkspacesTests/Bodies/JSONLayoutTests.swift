import Testing
import TextRopes

@testable import Workspaces

@Suite struct JSONLayoutTests {
  @Test("formatting puts one value on a line and leaves every token as it is")
  func formatting() throws {
    let text: TextRope = #"{"a":1.50e+07,"b":[ ],"c":{},"d":[1,[2,"x, y\u00e9"]],"e":12345678901234567890.123}"#
    let formatted = """
      {
        "a": 1.50e+07,
        "b": [],
        "c": {},
        "d": [
          1,
          [
            2,
            "x, y\\u00e9"
          ]
        ],
        "e": 12345678901234567890.123
      }
      """
    #expect(String(try JSONLayout.formatted(text)) == formatted)
    #expect(try JSONLayout.formatted(TextRope(formatted)) == TextRope(formatted))
    #expect(String(try JSONLayout.formatted(TextRope(formatted + "\n"))) == formatted + "\n")
    #expect(
      String(try JSONLayout.minified(TextRope(formatted)))
        == #"{"a":1.50e+07,"b":[],"c":{},"d":[1,[2,"x, y\u00e9"]],"e":12345678901234567890.123}"#)
    #expect(String(try JSONLayout.minified(" 1 \n")) == "1")
  }

  @Test("a variable stays as it is, within a string and in a value's place")
  func variables() throws {
    #expect(
      String(try JSONLayout.formatted(#"{"a": {{n}}, "b{{x}}": "\"{{ y }}", "c": [{{z}}]}"#))
        == "{\n  \"a\": {{n}},\n  \"b{{x}}\": \"\\\"{{ y }}\",\n  \"c\": [\n    {{z}}\n  ]\n}")
  }

  @Test("what is no JSON says where")
  func errors() {
    let error = #expect(throws: JSONLayoutError.self) { try JSONLayout.formatted("{\n  \"a\": 01\n}") }
    #expect(error?.offset == 10)
    #expect(error?.text.hasPrefix("Line 2, column 9: ") == true)
    #expect(throws: JSONLayoutError.self) { try JSONLayout.minified("[1, 2") }
    #expect(throws: JSONLayoutError.self) { try JSONLayout.minified("") }
  }
}
