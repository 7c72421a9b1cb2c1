import Exchanges
import Recordings
import Testing

@testable import Documents

@Suite("Rows of code")
struct CodeRowsTests {
  /// A text's pieces with their roles, white space and plain text left out.
  private static func pieces(_ text: String, _ type: String) async throws -> [String] {
    let conversation = try answered(Array(text.utf8), type: type)
    let window = try await conversation.store().settledWindow(conversation.key(.pretty), rows: 0..<99)
    #expect(window.rows.map(\.text) == text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init))
    return window.rows.flatMap { row in
      row.spans.filter { $0.role != .punctuation }.map { span in
        let utf8 = Array(row.text.utf8)[span.range]
        return "\(span.role) \(String(decoding: utf8, as: UTF8.self))"
      }
    }
  }

  @Test("of CSS know properties from selectors")
  func css() async throws {
    let css = """
      @media (min-width: 3em) { a:hover, #id::before { color: #fff; width:calc(1px + 50%) } }
      p{background:url(data:a/b;c,//x) no-repeat!important;--x-y:"a\\"b"} /* c
      d */ :root
      """
    #expect(
      try await Self.pieces(css, "text/css") == [
        "literal @media", "number 3em", "key color", "number #fff", "key width", "number 1px", "number 50%",
        "key background", "string data:a/b;c,//x", "literal !important", "key --x-y", "string \"a\\\"b\"",
        "comment /* c",
        "comment d */",
      ])
  }

  @Test("of JavaScript know expressions from divisions, and what is within templates")
  func javaScript() async throws {
    let program = """
      const a = b / c / 2, r = /[/"]\\/x/gi; // end
      f({key: `x ${ {n: 1}.n } \\` y`, if: null}) ? g : h;
      return /'/.test("it's") /* " */
      """
    #expect(
      try await Self.pieces(program, "text/javascript") == [
        "literal const", "number 2", "string /[/\"]\\/x/gi", "comment // end", "key key", "string `x $", "key n",
        "number 1", "string  \\` y`", "key if", "literal null", "literal return", "string /'/", "string \"it's\"",
        "comment /* \" */",
      ])
  }

  @Test("of YAML know keys, scalars of all styles, and where a block ends")
  func yaml() async throws {
    let text = """
      %YAML 1.2
      --- # start
      name: wire & bare
      "q k": 'it''s: x'
      list: [1, two, {a: true}]
      - &x !t 2026-11-27
      - k: |2
          text: no key

          # no comment
        other: *x
      url: http://a:80/#b # c
      none: ~
      """
    #expect(
      try await Self.pieces(text, "application/yaml") == [
        "comment %YAML 1.2", "comment # start", "key name", "string wire & bare", "key \"q k\"", "string 'it''s: x'",
        "key list", "number 1", "string two", "key a", "literal true", "partName &x", "partName !t",
        "number 2026-11-27",
        "key k", "string text: no key", "string # no comment", "key other", "partName *x", "key url",
        "string http://a:80/#b", "comment # c", "key none", "literal ~",
      ])
  }

  @Test("of one long line are wrapped, and of other charsets are decoded")
  func wrapped() async throws {
    let conversation = try answered(
      Array("a{b:\"\u{E9}\"}".unicodeScalars.map { UInt8($0.value) }), type: "text/css; charset=latin1")
    #expect(try await conversation.store().texts(conversation.key(.pretty)) == ["a{b:\"é\"}"])
    let long = try answered(Array(String(repeating: "a{b:1}", count: 10).utf8), type: "text/css")
    var key = long.key(.pretty)
    key.columns = 24
    #expect(try await long.store().texts(key).map(\.utf8.count) == [24, 24, 12])
  }
}
