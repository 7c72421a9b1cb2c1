import Exchanges
import HTTPMessages
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("Pretty rows of JSON")
struct JSONRowsTests {
  static let layouts: [(String, [String])] = [
    (#"{"hello":"wire"}"#, ["{", #"  "hello": "wire""#, "}"]),
    ("[1,2.50,-0e+1]", ["[", "  1,", "  2.50,", "  -0e+1", "]"]),
    (
      #"{"a":{},"b":[ ],"c":[{"d":null}]}"#,
      ["{", #"  "a": {},"#, #"  "b": [],"#, #"  "c": ["#, "    {", #"      "d": null"#, "    }", "  ]", "}"]
    ),
    ("  true  ", ["true"]),
    ("\u{FEFF}{}", ["{}"]),
    (#"{"ü\u00e4\n":"日本"}"#, ["{", #"  "ü\u00e4\n": "日本""#, "}"]),
  ]

  @Test("are indented by two blanks, everything else as it was sent", arguments: layouts)
  func layout(json: String, rows: [String]) async throws {
    for whole in [true, false] {
      var conversation = Conversation()
      try conversation.send()
      try conversation.receive("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
      if whole {
        try conversation.receive(json)
      } else {
        for byte in json.utf8 { try conversation.receive([byte]) }
      }
      conversation.end()
      #expect(try await conversation.store().texts(conversation.key(.pretty)) == rows)
    }
  }

  static let broken: [(String, [String])] = [
    ("[1 2]", ["[", "  1", "▲ byte 3: a comma or a closing bracket is expected here", "  2", "]"]),
    ("[1,]", ["[", "  1,", "▲ byte 3: nothing follows the comma", "]"]),
    (#"{"a" 1}"#, ["{", #"  "a""#, "▲ byte 5: a colon is expected here", "  1", "}"]),
    (#"{"a":1]"#, ["{", #"  "a": 1"#, "▲ byte 6: this bracket does not fit the one that is open", "]"]),
    ("[nul]", ["[", "  nul", "▲ byte 4: this is no word of JSON", "]"]),
    ("[01]", ["[", "  0", "▲ byte 2: this is no number of JSON's form", "1", "]"]),
    (#"["a\qb"]"#, ["[", #"  "a\"#, "▲ byte 4: this is no escape that JSON has", #"qb""#, "]"]),
    (
      "{} x",
      [
        "{}", "▲ byte 3: the JSON text has ended, but more follows",
        "x",
      ]
    ),
    (#"{"a":[1"#, ["{", #"  "a": ["#, "    1", "▲ byte 7: the text ends before its JSON does"]),
    ("}", ["▲ byte 0: this bracket closes nothing", "}"]),
  ]

  @Test("tell what is wrong where it is wrong and go on", arguments: broken)
  func brokenJSON(json: String, rows: [String]) async throws {
    // A bracket that closes nothing is not taken for JSON by the store: the rows are asked for themselves.
    let source = ContentSource(decoded: ByteLogSnapshot(Array(json.utf8)), isComplete: true)
    let document = ContentDocument(
      source: source, start: JSONRows(acceptsSequence: false), encoding: .utf8, isRelaidOut: true)
    while try document.advance(budget: 1) {}
    #expect(try document.rows(in: 0..<document.rowCount).map(\.text) == rows)
    #expect(document.isComplete)
  }

  @Test("tell so many wrong places that one sees what it is, and show all that follows")
  func manyProblems() throws {
    let count = JSONRows.problemLimit + 50
    let json = "[" + (0..<count).map { "\($0)" }.joined(separator: " ") + "]"
    let source = ContentSource(decoded: ByteLogSnapshot(Array(json.utf8)), isComplete: true)
    let document = ContentDocument(
      source: source, start: JSONRows(acceptsSequence: false), encoding: .utf8, isRelaidOut: true)
    while try document.advance(budget: 777) {}
    let rows = try document.rows(in: 0..<document.rowCount).map(\.text)
    let problems = rows.filter { $0.hasPrefix("▲") }
    #expect(problems.count == JSONRows.problemLimit)
    #expect(problems.filter { $0.hasSuffix("(what else is wrong is not told)") } == problems.suffix(1))
    let shown = rows.filter { !$0.hasPrefix("▲") }.joined().filter(\.isNumber)
    #expect(shown == (0..<count).map { "\($0)" }.joined())
  }

  @Test("are the same from every checkpoint and in every window, also where the text is broken")
  func windows() throws {
    var json = #"{"items":["#
    var random = SplitMix(seed: 1)
    for number in 0..<9000 {
      json += #"{"id":\#(number),"name":"\#(String(repeating: "x", count: number % 40))","tags":[1,[],{}]}"#
      json += Int.random(in: 0..<300, using: &random) == 0 ? " 7 \"\\q\" tru }," : ","
    }
    json += #""\#(String(repeating: "é", count: 9000))"]}"#
    let source = ContentSource(decoded: ByteLogSnapshot(Array(json.utf8)), isComplete: true)
    let document = ContentDocument(
      source: source, start: JSONRows(acceptsSequence: false), encoding: .utf8, isRelaidOut: true)
    while try document.advance(budget: 777) {}
    let all = try document.rows(in: 0..<document.rowCount)
    #expect(all.count == document.rowCount)
    for start in stride(from: 0, to: document.rowCount, by: 1717) {
      let range = start..<min(document.rowCount, start + 60)
      #expect(try document.rows(in: range) == Array(all[range]))
    }
    #expect(all.map(\.text).joined().filter { $0 == "é" }.count == 9000)
    #expect(!all.contains { $0.text.contains("\u{FFFD}") })
    #expect(all.contains { $0.isContinuation })
  }

  @Test("colour keys, strings, numbers, words and marks, and know their bytes")
  func roles() async throws {
    let json = #"{"a":[1,"b",true]}"#
    let conversation = try answered(Array(json.utf8), type: "application/problem+json; charset=utf-8")
    let window = try await conversation.store().settledWindow(conversation.key(.pretty), rows: 0..<10)
    #expect(
      window.rows[1].spans == [
        DocumentRow.Span(range: 2..<5, role: .key), DocumentRow.Span(range: 5..<6, role: .punctuation),
        DocumentRow.Span(range: 7..<8, role: .punctuation),
      ])
    #expect(window.rows[2].spans.map(\.role) == [.number, .punctuation])
    #expect(window.rows[3].spans.map(\.role) == [.string, .punctuation])
    #expect(window.rows[4].spans.map(\.role) == [.literal])
    let store = try await conversation.store()
    let source = try #require(window.rows[3].source)
    #expect(try await store.bytes(at: source, of: conversation.id) == Array(#""b","#.utf8))
    #expect(try await store.row(containing: source, in: conversation.key(.pretty)) == 3)
  }

  @Test("of ten thousand brackets inside each other stay readable and small")
  func deep() async throws {
    let json = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let conversation = try answered(Array(json.utf8), type: "application/json")
    let window = try await conversation.store().settledWindow(conversation.key(.pretty), rows: 9_990..<10_010)
    #expect(window.totalRows == 19_999)
    #expect(window.rows.allSatisfy { $0.text.utf8.count < 100 })
    #expect(!window.rows.contains { $0.text.contains("▲") })
  }

  @Test(
    "fall back to text for what is no JSON, and say so where it is called JSON",
    arguments: [
      ("text/x-log", "<p>hello</p>", nil),
      ("application/json", "<p>hello</p>", "called JSON, but it is not: shown as text"),
    ] as [(String, String, String?)])
  func fallback(type: String, content: String, note: String?) async throws {
    let conversation = try answered(Array(content.utf8), type: type)
    let window = try await conversation.store().settledWindow(conversation.key(.pretty), rows: 0..<10)
    #expect(window.rows.map(\.text) == [content])
    #expect(window.note == note)
  }

  @Test("show several values where the type says that there are, and a form one pair a row")
  func otherLayouts() async throws {
    let lines = try answered(Array("{\"a\":1}\n{\"b\":2}\n".utf8), type: "application/x-ndjson")
    #expect(
      try await lines.store().texts(lines.key(.pretty)) == ["{\"a\": 1}", "{\"b\": 2}"])
    let form = try answered(Array("name=wire&kind=a%20b&empty=".utf8), type: "application/x-www-form-urlencoded")
    #expect(try await form.store().texts(form.key(.pretty)) == ["name=wire&", "kind=a%20b&", "empty="])
  }
}
