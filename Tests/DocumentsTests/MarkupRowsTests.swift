import Exchanges
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("Rows of markup")
struct MarkupRowsTests {
  private static func document(
    _ text: String, _ form: MarkupRows.Form, depth: Int? = nil
  ) -> ContentDocument<MarkupRows> {
    let source = ContentSource(decoded: ByteLogSnapshot(Array(text.utf8)), isComplete: true)
    return ContentDocument(
      source: source, start: MarkupRows(form, folds: Folds(depth: depth)), encoding: .utf8, isRelaidOut: true)
  }

  private static func rows(_ text: String, _ form: MarkupRows.Form, depth: Int? = nil) throws -> [String] {
    let document = document(text, form, depth: depth)
    while try document.advance(budget: 100) {}
    return try document.rows(in: 0..<document.rowCount).map(\.text)
  }

  static let layouts: [(MarkupRows.Form, String, [String])] = [
    (
      .xml, #"<?xml version="1.0"?><a><b x="1"  y='2'>text &amp; more</b><c/><d></d></a>"#,
      [#"<?xml version="1.0"?>"#, "<a>", #"  <b x="1" y='2'>text &amp; more</b>"#, "  <c/>", "  <d></d>", "</a>"]
    ),
    (.xml, "<a>\n  one\n  two <b/> three\n</a>", ["<a>", "  one", "  two", "  <b/>", "  three", "</a>"]),
    (.xml, "<a><!-- x > y --><![CDATA[<b>]]></a>", ["<a>", "  <!-- x > y -->", "  <![CDATA[<b>]]>", "</a>"]),
    (.xml, "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", ["<!DOCTYPE a [<!ENTITY b 'c'>]>", "<a/>"]),
    (
      .html, "<!doctype html><ul><li>one<li>two</ul><p>a<br>b<p>c</p>",
      ["<!doctype html>", "<ul>", "  <li>one", "  <li>two", "</ul>", "<p>a", "  <br>", "  b", "<p>c</p>"]
    ),
    (
      .html, "<div><script>if (a<b) { x('</p>') }\n y</script><img src=a.png></DIV>",
      ["<div>", "  <script>if (a<b) { x('</p>') }", " y</script>", "  <img src=a.png>", "</DIV>"]
    ),
    (.html, "<pre> a\n\n  b</pre>", ["<pre> a", "", "  b</pre>"]),
    (.html, "1 < 2 && 3 > 2", ["1 < 2 && 3 > 2"]),
  ]

  @Test("are indented, elements without elements on one row", arguments: layouts)
  func layout(form: MarkupRows.Form, text: String, rows: [String]) throws {
    #expect(try Self.rows(text, form) == rows)
  }

  @Test("tell what is wrong and go on")
  func broken() throws {
    #expect(
      try Self.rows("<a><b>x</a>y</c>", .xml) == [
        "<a>", "  <b>x", "▲ byte 7: this end tag closes an element with another one open in it", "</a>", "y",
        "▲ byte 12: this end tag closes nothing", "</c>",
      ])
    #expect(try Self.rows("<a><b", .xml) == ["<a>", "  <b", "▲ byte 5: the text ends before its markup does"])
  }

  @Test("fold as JSON does, by depth and at a row")
  func folding() throws {
    let text = "<a><b><c>1</c><c>2</c></b><b x='y'>\(String(repeating: "z", count: 99))</b></a>"
    let rows = try Self.rows(text, .xml, depth: 1)
    #expect(rows.count == 4 && rows[1] == "  <b><c>1</c> <c>2</c></b>")
    #expect(rows[2] == "  <b x='y'>\(String(repeating: "z", count: 60))… 0 elements, 108 bytes</b>")
    let document = Self.document(text, .xml)
    while try document.advance(budget: 100) {}
    let all = try document.rows(in: 0..<document.rowCount).map(\.text)
    _ = try document.fold(.toggle, atRow: 2)
    while try document.advance(budget: 100) {}
    #expect(try document.rows(in: 1..<2).map(\.text) == ["  <b><c>1</c> <c>2</c></b>"])
    _ = try document.fold(.toggle, atRow: 1)
    while try document.advance(budget: 100) {}
    #expect(try document.rows(in: 0..<document.rowCount).map(\.text) == all)
  }

  @Test("show all of a text but blanks, coloured by their parts")
  func roles() async throws {
    let conversation = try answered(Array("<p class=x>a&lt;b<!--c--></p>".utf8), type: "text/html; charset=utf-8")
    let window = try await conversation.store().settledWindow(conversation.key(.pretty), rows: 0..<10)
    #expect(window.rows.map(\.text) == ["<p class=x>a&lt;b", "  <!--c-->", "</p>"])
    #expect(
      window.rows[0].spans.map(\.role) == [
        .punctuation, .key, .fieldName, .punctuation, .string, .punctuation, .literal,
      ])
    #expect(window.rows[1].spans.map(\.role) == [.comment])
  }

  @Test("of 64 MiB on one line are scrolled to their end in little memory, and fold to one")
  func large() async {
    await #expect(processExitsWith: .success) {
      var conversation = Conversation()
      try conversation.send()
      try conversation.receive("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n<all>")
      let item = "<item id='123456'><name>\(String(repeating: "w", count: 200))</name><tags/></item>"
      let piece = Array(String(repeating: item, count: 4096).utf8)
      let pieces = (64 << 20) / piece.count
      for _ in 0..<pieces { try conversation.receive(piece) }
      try conversation.receive("</all>")
      conversation.end()
      let store = try await conversation.store()
      let key = conversation.key(.pretty)
      let total = pieces * 4096 * 4 + 2
      #expect(
        try await store.settledWindow(key, rows: total - 3..<total).rows.map(\.text) == [
          "    <tags/>", "  </item>", "</all>",
        ])
      #expect(try await store.fold(.toggle, atRow: 0, in: key) == 0)
      let window = try await store.settledWindow(key, rows: 0..<9)
      #expect(window.totalRows == 1 && window.rows[0].text.contains("… \(pieces * 4096) elements, "))
      #expect(try PeakMemory.kilobytes() < 80_000)
    }
  }
}
