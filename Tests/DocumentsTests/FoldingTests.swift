import Exchanges
import JSONText
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("Folding")
struct FoldingTests {
  private static func document(
    _ json: String, _ form: JSONRows.Form = .text, depth: Int? = nil
  ) -> ContentDocument<JSONRows> {
    let source = ContentSource(decoded: ByteLogSnapshot(Array(json.utf8)), isComplete: true)
    return ContentDocument(
      source: source, start: JSONRows(form, folds: Folds(depth: depth)), encoding: .utf8, isRelaidOut: true)
  }

  private static func settle<Walker>(_ document: ContentDocument<Walker>) throws -> [String] {
    while try document.advance(budget: 777) {}
    return try document.rows(in: 0..<document.rowCount).map(\.text)
  }

  static let json = #"{"a":{"b":[1,2,{"c":3}],"d":{}},"e":"\#(String(repeating: "x", count: 80))","f":[true]}"#

  @Test("by hand stays when rows are wrapped or not")
  func wrapping() async throws {
    let conversation = try answered(Array("{\"a\":[1,2],\"b\":[3]}".utf8), type: "application/json")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    _ = try await store.settledWindow(key, rows: 0..<9)
    _ = try await store.fold(.toggle, atRow: 1, in: key)
    var wrapped = key
    wrapped.columns = 40
    let rows = ["{", "  \"a\": [1, 2],", "  \"b\": [", "    3", "  ]", "}"]
    #expect(try await store.texts(key) == rows)
    #expect(try await store.texts(wrapped) == rows)
    _ = try await store.fold(.none, atRow: 0, in: wrapped)
    #expect(try await store.texts(key).count == 9)
  }

  @Test("to a depth shows what is deeper as one row, whole where it is short")
  func depth() throws {
    let long = String(repeating: "x", count: 80)
    #expect(
      try Self.settle(Self.document(Self.json, depth: 1)) == [
        "{", #"  "a": {"b": [1, 2, {"c": 3}], "d": {}},"#, #"  "e": "\#(long)","#, #"  "f": [true]"#, "}",
      ])
    #expect(
      try Self.settle(Self.document(Self.json, depth: 0)) == [
        #"{"a": {"b": [1, 2, {"c": 3}], "d": {}}, "e": "\#(long)", "f": [true]}"#
      ])
    let records = (0..<40).map { #"{"id":\#($0)}"# }.joined(separator: ",")
    let shown = try Self.settle(Self.document(#"{"all":[\#(records)],"next":1}"#, depth: 1))[1]
    #expect(
      shown
        == #"  "all": [{"id": 0}, {"id": 1}, {"id": 2}, {"id": 3}, {"id": 4}, {"id": 5}, {"id":… 40 elements, 391 bytes],"#
    )
  }

  @Test("at the cursor takes what begins in the row, else what the row is in, and brings it back")
  func toggle() throws {
    let document = Self.document(Self.json)
    let all = try Self.settle(document)
    let place = try #require(try document.fold(.toggle, atRow: 4))
    #expect(try Self.settle(document)[2] == #"    "b": [1, 2, {"c": 3}],"#)
    #expect(try document.row(atPosition: place) == 2)
    // From its own row, and from the closing bracket of what is around it.
    _ = try document.fold(.toggle, atRow: 2)
    #expect(try Self.settle(document) == all)
    let end = try #require(all.firstIndex(of: "  },"))
    _ = try document.fold(.toggle, atRow: end)
    #expect(try Self.settle(document)[1] == #"  "a": {"b": [1, 2, {"c": 3}], "d": {}},"#)
    _ = try document.fold(.none, atRow: 0)
    #expect(try Self.settle(document) == all)
  }

  @Test("gives the rows that reading from the start gives, whatever was folded before")
  func randomly() throws {
    var items: [String] = []
    for number in 0..<3000 {
      items.append(
        #"{"id":\#(number),"tags":["\#(String(repeating: "t", count: number % 300))",{"deep":[\#(number)]}],"o":{}}"#)
      if number % 500 == 250 { items.append(#"[1 2 "\q"#) }
    }
    let document = Self.document("[" + items.joined(separator: ",") + "]")
    while try document.advance(budget: 4000) {}
    var state: UInt64 = 7
    for round in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Also before the index is through.
      if round % 3 != 0 { while try document.advance(budget: 60_000) {} }
      if document.rowCount == 0 { _ = try document.advance(budget: 50_000) }
      let row = Int(state >> 33) % document.rowCount
      let change: FoldChange = round % 20 == 19 ? [.more, .none, .less][round / 20] : .toggle
      guard try document.fold(change, atRow: row) != nil else { continue }
      for _ in 0..<Int(state >> 20) % 4 { _ = try document.advance(budget: 50_000) }
    }
    while try document.advance(budget: 60_000) {}
    let shown = try document.rows(in: 0..<document.rowCount)
    let again = ContentDocument(copyOf: document)
    while try again.advance(budget: 1 << 20) {}
    #expect(again.rowCount == document.rowCount)
    #expect(try again.rows(in: 0..<again.rowCount) == shown)
  }

  @Test("64 MiB in one row is done at once, also when asked for again, in little memory")
  func large() async {
    await #expect(processExitsWith: .success) {
      var conversation = Conversation()
      try conversation.send()
      try conversation.receive("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"all\":[0")
      let piece = Array(
        (0..<4096).map { _ in #",{"id":123456,"name":"\#(String(repeating: "w", count: 220))"}"# }.joined().utf8)
      let pieces = (64 << 20) / piece.count
      for _ in 0..<pieces { try conversation.receive(piece) }
      try conversation.receive("],\"next\":[]}")
      conversation.end()
      let store = try await conversation.store()
      let key = conversation.key(.pretty)
      _ = try await store.settledWindow(key, rows: 0..<1)
      #expect(try await store.fold(.toggle, atRow: 1000, in: key) == 999)
      #expect(try await store.fold(.toggle, atRow: 1, in: key) == 1)
      let window = try await store.settledWindow(key, rows: 0..<10)
      #expect(window.rows.count == 4)
      #expect(window.rows[1].text.hasSuffix("… \(1 + pieces * 4096) elements, 67.0 MB],"))
      #expect(window.rows[2].text == "  \"next\": []")
      // Rows behind it are where they were when it is unfolded.
      #expect(try await store.fold(.toggle, atRow: 1, in: key) == 1)
      #expect(try await store.settledWindow(key, rows: 1_000_000..<1_000_001).totalRows == pieces * 4096 * 4 + 3)
      #expect(try PeakMemory.kilobytes() < 80_000)
    }
  }

  @Test("shows a list of texts where there are several, one row each, right or wrong")
  func list() async throws {
    let lines = "{\"a\":[1,2]}\n{\"b\":{\"c\"\n[3]\n\"four\"\n{\"e\": \"\(String(repeating: "y", count: 400))\"}\n"
    let conversation = try answered(Array(lines.utf8), type: "application/x-ndjson")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    let rows = try await store.texts(key)
    #expect(rows[0] == "{\"a\": [1, 2]}")
    #expect(rows[1] == "{\"b\": {\"c\"")
    #expect(rows[2].hasPrefix("▲ byte 21: "))
    #expect(rows[3...4] == ["[3]", "\"four\""])
    #expect(rows[5].hasSuffix("yyy… 1 member, 409 bytes}") && rows.count == 6)
    #expect(try await store.fold(.toggle, atRow: 0, in: key) == 0)
    #expect(try await store.texts(key)[..<6] == ["{", "  \"a\": [", "    1,", "    2", "  ]", "}"])
    #expect(try await store.path(ofRow: 3, in: key) == ValuePath([.name("a"), .index(1)], text: 0))
    let sequence = try answered(Array("\u{1E}{\"a\":1}\n\u{1E}{\"cut\n\u{1E}[2]\n".utf8), type: "application/json-seq")
    let texts = try await sequence.store().texts(sequence.key(.pretty))
    #expect(texts.first == "{\"a\": 1}" && texts.last == "[2]")
  }
}

@Suite("The place of a value")
struct ValuePathTests {
  @Test("is known on every row, from any checkpoint")
  func paths() async throws {
    let json = #"{"a b":[{"x":1},[]],"\u0061\"":{"y":{"z":null}}}"#
    let conversation = try answered(Array(json.utf8), type: "application/json")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    let rows = try await store.texts(key)
    var paths: [String] = []
    for row in rows.indices { paths.append(try await store.path(ofRow: row, in: key)?.jsonPath ?? "-") }
    #expect(
      paths == [
        "$", "$['a b']", "$['a b'][0]", "$['a b'][0]['x']", "$['a b'][0]", "$['a b'][1]", "$['a b']", "$['a\"']",
        "$['a\"']['y']", "$['a\"']['y']['z']", "$['a\"']['y']", "$['a\"']", "$",
      ])
    #expect(try await store.path(ofRow: 3, in: key)?.jq == #"."a b"[0].x"#)
    #expect(try await store.path(ofRow: 8, in: key)?.jq == #"."a\"".y"#)
    #expect(try await store.path(ofRow: 0, in: key)?.jq == ".")
  }

  @Test("in a long array counts its elements")
  func longArray() async throws {
    let json = "[" + (0..<50_000).map { "{\"n\":\($0)}" }.joined(separator: ",") + "]"
    let conversation = try answered(Array(json.utf8), type: "application/json")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    _ = try await store.settledWindow(key, rows: 0..<1)
    #expect(try await store.path(ofRow: 1 + 3 * 41_234 + 1, in: key)?.jq == ".[41234].n")
    #expect(try await store.fold(.all, atRow: 1 + 3 * 41_234 + 1, in: key) == 41_235)
    #expect(try await store.path(ofRow: 41_235, in: key)?.jsonPath == "$[41234]")
  }
}

@Suite("Going to a place")
struct PlaceTests {
  @Test("by row, byte and share, in text, pretty JSON and hex")
  func places() async throws {
    let json = "[" + (0..<50_000).map { "{\"n\":\($0)}" }.joined(separator: ",") + "]"
    let conversation = try answered(Array(json.utf8), type: "application/json")
    let store = try await conversation.store()
    let offset = json.utf8.count - json.split(separator: "{\"n\":41234", maxSplits: 1)[1].utf8.count - 3
    let pretty = try #require(try await store.row(of: .byte(offset), in: conversation.key(.pretty)))
    let row = try await store.window(conversation.key(.pretty), rows: pretty.row..<pretty.row + 1).rows[0]
    #expect(row.text == "    \"n\": 41234")
    let half = try #require(try await store.row(of: .fraction(0.5), in: conversation.key(.pretty)))
    #expect((70_000..<80_000).contains(half.row))
    #expect(try #require(try await store.row(of: .row(9_999_999), in: conversation.key(.pretty))).row == 150_001)
    #expect(try #require(try await store.row(of: .fraction(1), in: conversation.key(.pretty))).row == 150_001)
    let hex = try #require(try await store.row(of: .byte(0x1234), in: conversation.key(.hex)))
    #expect(hex == (0x123, 4))
    #expect(try await store.row(of: .byte(3), in: conversation.key(.wire)) != nil)
  }

  @Test(
    "is read from what a person types",
    arguments: [
      ("120", .row(119)), ("0", .row(0)), ("@4096", .byte(4096)), ("0x1F", .byte(31)), ("@0x10", .byte(16)),
      ("12.5%", .fraction(0.125)), ("1 000", .row(999)), ("-1", nil), ("x", nil), ("101%", nil), ("", nil),
    ] as [(String, DocumentPlace?)])
  func reading(text: String, place: DocumentPlace?) {
    #expect(DocumentPlace(text) == place)
  }
}
