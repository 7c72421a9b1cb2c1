import Exchanges
import HTTPMessages
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("What is selected")
struct SelectionTests {
  private typealias Position = DocumentSelection.Position

  private static func selection(_ from: (Int, Int), _ to: (Int, Int)) -> DocumentSelection {
    DocumentSelection(start: Position(row: from.0, offset: from.1), end: Position(row: to.0, offset: to.1))
  }

  @Test("is copied as it reads: from one character to another, with wrapped rows joined")
  func text() async throws {
    let text = "first\nзаголовок 世界 and more of a line\n\nlast"
    let conversation = try answered(Array(text.utf8), type: "text/plain; charset=utf-8")
    let store = try await conversation.store()
    var key = conversation.key(.text)
    key.columns = 16
    let window = try await store.settledWindow(key, rows: 0..<20)
    #expect(window.rows.count > 5, "the long line is wrapped")
    let last = window.rows.count - 1
    #expect(
      try await store.text(of: Self.selection((0, 2), (last, 2)), in: key, limit: 1000)
        == String(text.dropFirst(2).dropLast(2)))
    #expect(try await store.text(of: DocumentSelection(rows: 0...last), in: key, limit: 1000) == text)
    await #expect(throws: DocumentError.selectionTooLarge(limit: 20)) {
      try await store.text(of: DocumentSelection(rows: 0...last), in: key, limit: 20)
    }
  }

  @Test("is the JSON without what Barewire says of it, which is copied only where nothing else is selected")
  func ownWords() async throws {
    let conversation = try answered(Array("[1,\n2 3]".utf8), type: "application/json")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    let rows = try await store.settledWindow(key, rows: 0..<20).rows.map(\.text)
    let told = try #require(rows.firstIndex { $0.contains("▲") })
    let all = try await store.text(of: DocumentSelection(rows: 0...rows.count - 1), in: key, limit: 1000)
    #expect(!all.contains("▲") && all.contains("3"))
    #expect(try await store.text(of: DocumentSelection(rows: told...told), in: key, limit: 1000) == rows[told])
  }

  private static let encoded: [(type: String, content: [UInt8])] = [
    ("text/plain; charset=utf-8", Array("один\r\n\r\nдва\n".utf8)),
    ("text/plain; charset=latin1", [0xE9, 0x74, 0x0D, 0x0A, 0x0D, 0x0A, 0xE9, 0x80, 0x0A]),
    (
      "text/plain; charset=utf-16le",
      "ab\u{1F600}\r\n\r\ncd".utf16.reduce(into: []) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
    ),
    ("text/plain; charset=utf-8", [0x61, 0xFF, 0xC3, 0x0D, 0x0A, 0x0D, 0x0A, 0x62, 0x0A]),
  ]

  @Test("is saved from the text view as the bytes that were sent, line ends and all", arguments: encoded)
  func bytes(type: String, content: [UInt8]) async throws {
    let directory = try TemporaryDirectory()
    let conversation = try answered(content, type: type)
    let store = try await conversation.store()
    let key = conversation.key(.text)
    let rows = try await store.settledWindow(key, rows: 0..<20).rows
    try #require(rows.count == 3)
    // From behind the first character to the last one of the third row, which a CR LF and an empty row part.
    let unit = type.contains("utf-16") ? 2 : 1
    let first = try #require(rows[0].text.first)
    let skipped = type.contains("latin1") || !content.starts(with: [0xD0]) ? unit : 2
    let start = (0, String(first).utf8.count)
    let path = directory.file("part")
    let saved = try await store.save(Self.selection(start, (2, .max)), in: key, to: path)
    let end = content.last == 0x0A ? content.count - 1 : content.count
    #expect(try TemporaryDirectory.contents(of: path) == Array(content[skipped..<end]))
    #expect(saved == .bytes(end - skipped))
    // An empty row begins behind the line end before it.
    let second = directory.file("empty")
    _ = try await store.save(Self.selection((1, 0), (2, .max)), in: key, to: second)
    let tail = content[..<end].suffix(end - skipped)
    let rest = try TemporaryDirectory.contents(of: second)
    #expect(tail.reversed().starts(with: rest.reversed()))
    #expect(rest.starts(with: unit == 2 ? [0x0D, 0, 0x0A, 0] : [0x0D, 0x0A]))
  }

  @Test("is saved from other views as the text that they show")
  func shownText() async throws {
    let directory = try TemporaryDirectory()
    let conversation = try answered(Array(#"{"a":[1,2]}"#.utf8), type: "application/json")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    let rows = try await store.settledWindow(key, rows: 0..<20).rows
    let path = directory.file("part.json")
    let saved = try await store.save(DocumentSelection(rows: 0...rows.count - 1), in: key, to: path)
    let text = rows.map(\.text).joined(separator: "\n")
    #expect(try TemporaryDirectory.contents(of: path) == Array(text.utf8))
    #expect(saved == .text(bytes: text.utf8.count))
  }

  @Test("that is larger than what may be copied is never held")
  func large() async throws {
    let line = Array("0123456789abcdef0123456789abcde\n".utf8)
    let content = Array(repeatElement(line, count: 20_000).joined())
    let conversation = try answered(content, type: "text/plain")
    let store = try await conversation.store()
    let key = conversation.key(.text)
    _ = try await store.settledWindow(key, rows: 0..<1)
    await #expect(throws: DocumentError.selectionTooLarge(limit: 1000)) {
      try await store.text(of: DocumentSelection(rows: 0...19_000), in: key, limit: 1000)
    }
    let directory = try TemporaryDirectory()
    let saved = try await store.save(
      DocumentSelection(rows: 5...19_000), in: key, to: directory.file("most"))
    #expect(saved == .bytes((19_000 - 4) * 32 - 1))
  }

  @Test("of JSON can be the value under the cursor, as it was sent")
  func values() async throws {
    let long = String(repeating: "x\\\"", count: 4000)
    let json = #"{ "a" : {"b": [1, -2.5e3 ,"]}\""]}, "long": "\#(long)", "t":true}"#
    let conversation = try answered(Array(json.utf8), type: "application/json")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    let rows = try await store.settledWindow(key, rows: 0..<40).rows.map(\.text)
    func value(_ row: Int) async throws -> String? {
      try await store.value(ofRow: row, in: key, limit: 100_000).map { String(decoding: $0, as: UTF8.self) }
    }
    func row(_ text: String) throws -> Int { try #require(rows.firstIndex { $0.contains(text) }) }
    #expect(try await value(0) == json)
    #expect(try await value(row("\"a\"")) == #"{"b": [1, -2.5e3 ,"]}\""]}"#)
    #expect(try await value(row("\"b\"")) == #"[1, -2.5e3 ,"]}\""]"#)
    #expect(try await value(row("-2.5e3")) == "-2.5e3")
    #expect(try await value(row(#""]}\"""#)) == #""]}\"""#)
    #expect(try await value(row("\"long\"")) == "\"\(long)\"")
    #expect(try await value(row("\"long\"") + 1) == "\"\(long)\"", "from any row of a long string")
    #expect(try await value(row("\"t\"")) == "true")
    #expect(try await value(rows.count - 1) == json, "a bracket that closes stands for what it closes")
    await #expect(throws: DocumentError.selectionTooLarge(limit: 10)) {
      try await store.value(ofRow: 0, in: key, limit: 10)
    }
    let text = try answered(Array("plain".utf8), type: "text/plain")
    #expect(try await text.store().value(ofRow: 0, in: text.key(.text), limit: 10) == nil)
  }

  @Test("stands in columns that tabs and wide characters take")
  func columns() {
    let text = "a\t世b"
    #expect(RowColumns.columns(of: [0..<1, 1..<2, 2..<5, 5..<6], in: text) == [0..<1, 1..<4, 4..<6, 6..<7])
    #expect((0..<9).map { RowColumns.character(atColumn: $0, in: text).lowerBound } == [0, 1, 1, 1, 2, 2, 5, 5, 5])
    #expect(RowColumns.character(atColumn: 3, in: "") == 0..<0)
    #expect(RowColumns.expandingTabs("世\tb"[...], from: 1) == "世 b")
  }
}
