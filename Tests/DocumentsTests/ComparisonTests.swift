import Exchanges
import HTTPMessages
import Recordings
import Testing

@testable import Documents

@Suite("Two messages compared")
struct ComparisonTests {
  private func text(_ head: String, _ body: String) throws -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\n\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
  }

  /// A store with two exchanges, and the key that compares the second with the first.
  private func compared(
    _ one: [UInt8], _ other: [UInt8], isSideBySide: Bool = false, isByStructure: Bool = true
  ) async throws -> (store: DocumentStore, key: DocumentKey) {
    var before = Conversation(id: 1)
    var after = Conversation(id: 2)
    try before.send("GET /a HTTP/1.1\r\nHost: wire.test\r\n\r\n")
    try after.send("GET /b HTTP/1.1\r\nHost: wire.test\r\n\r\n")
    try before.receive(one)
    try after.receive(other)
    before.end()
    after.end()
    let store = try await before.store()
    try await store.update(after.snapshot)
    var key = after.key(.difference)
    key.comparison = DocumentComparison(
      with: before.id, isSideBySide: isSideBySide, isByStructure: isByStructure)
    return (store, key)
  }

  @Test("heads by name, JSON by structure, each difference with its place in both recordings")
  func structure() async throws {
    let json = "Content-Type: application/json\r\n"
    let one = try text("Server: x\r\n" + json, #"{"id": 1, "price": 1.0, "tags": ["a", "b"]}"#)
    let other = try text(json + "ETag: \"q\"\r\nserver: x\r\n", #"{"price": 1, "id": 2, "tags": ["b"]}"#)
    let (store, key) = try await compared(one, other)
    let window = try await store.settledWindow(key, rows: 0..<100)
    #expect(
      window.rows.map(\.text) == [
        "--- GET /", "+++ GET /", "  HTTP/1.1 200 OK", "~ the fields come in another order", "- Server: x",
        "+ server: x", "  Content-Type: application/json", "+ ETag: \"q\"", "- Content-Length: 43",
        "+ Content-Length: 36", "", "Body: JSON by structure, 4 differences", "$.id", "- 1", "+ 2",
        "$.price   the same, written otherwise", "- 1.0", "+ 1", "$.tags[0]", "- \"a\"",
        "$   its members come in another order",
      ])
    #expect(window.note == "7 differences")
    for row in window.rows where row.text.hasPrefix("- ") {
      let source = try #require(row.otherSource)
      let bytes = try await store.bytes(at: source, of: ExchangeID(1))
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(row.text.dropFirst(2)), "\(row.text)")
    }
    for row in window.rows where row.text.hasPrefix("+ ") {
      let source = try #require(row.source)
      let bytes = try await store.bytes(at: source, of: ExchangeID(2))
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(row.text.dropFirst(2)), "\(row.text)")
    }
  }

  private let lines = (1...40).map { "line \($0)" }

  @Test("text by rows: what is equal is folded, words that differ are marked, differences are walked")
  func rows() async throws {
    var changed = lines
    changed[19] = "line twenty"
    changed.remove(at: 30)
    changed.append("more")
    let (store, key) = try await compared(
      text("", lines.joined(separator: "\n")), text("", changed.joined(separator: "\n")))
    let window = try await store.settledWindow(key, rows: 0..<100)
    let texts = window.rows.map(\.text)
    let body = try #require(texts.firstIndex { $0.hasPrefix("Body") })
    #expect(
      Array(texts[body...]) == [
        "Body: by rows, 3 places differ", "⋯ 16 equal rows", "  line 17", "  line 18", "  line 19", "- line 20",
        "+ line twenty", "  line 21", "  line 22", "  line 23", "⋯ 4 equal rows", "  line 28", "  line 29",
        "  line 30", "- line 31", "  line 32", "  line 33", "  line 34", "⋯ 3 equal rows", "  line 38", "  line 39",
        "  line 40", "+ more",
      ])
    let row = window.rows[body + 5]
    #expect(row.spans.map(\.role) == [.removed, .removed, .removedPart])
    var stops: [Int] = []
    var next: Int? = -1
    while let row = next {
      next = try await store.difference(from: row, in: key, direction: .forward)
      if let next { stops.append(next) }
    }
    #expect(stops.map { texts[$0] } == ["- Content-Length: 310", "- line 20", "- line 31", "+ more"])
    #expect(try await store.difference(from: stops[2], in: key, direction: .backward) == stops[1])
    let found = try await store.search(DocumentSearch("twenty"), in: key, from: 0)
    #expect(found?.row == body + 6)
  }

  @Test("side by side: each row has both halves and what divides them; a window may begin anywhere")
  func sideBySide() async throws {
    var changed = lines
    changed[19] = "line twenty"
    changed.insert(contentsOf: ["new 1", "new 2"], at: 21)
    let (store, key) = try await compared(
      text("", lines.joined(separator: "\n")), text("", changed.joined(separator: "\n")), isSideBySide: true)
    let window = try await store.settledWindow(key, rows: 0..<100)
    let texts = window.rows.map(\.text)
    #expect(texts.contains("- line 20 │ + line twenty"))
    #expect(texts.contains("  line 21 │   line 21"))
    #expect(texts.contains(" │ + new 1"))
    for row in window.rows {
      guard let divider = row.divider else { continue }
      #expect(String(decoding: Array(row.text.utf8)[divider], as: UTF8.self) == " │ ")
    }
    for first in 0..<texts.count {
      let part = try await store.window(key, rows: first..<first + 4)
      #expect(part.rows.map(\.text) == Array(texts[part.firstRow..<part.firstRow + part.rows.count]))
    }
  }

  @Test("a window of a difference by rows may begin and end anywhere")
  func windows() async throws {
    let one = (0..<300).map { "a \($0 % 7) \($0)" }
    let other = (0..<280).map { $0 % 5 == 0 ? "b \($0)" : "a \($0 % 7) \($0)" }
    let (store, key) = try await compared(
      text("", one.joined(separator: "\n")), text("", other.joined(separator: "\n")))
    let all = try await store.settledWindow(key, rows: 0..<10_000).rows
    for first in stride(from: 0, to: all.count, by: 3) {
      let part = try await store.window(key, rows: first..<first + 7)
      #expect(part.rows == Array(all[part.firstRow..<part.firstRow + part.rows.count]))
    }
  }

  @Test("more rows than are kept as hashes are compared in pieces, and the rows that differ are found all the same")
  func manyRows() async throws {
    let one = (0..<300_000).map { "\($0)" }
    var other = one
    other[100] = "x"
    other.remove(at: 200_000)
    other.append("end")
    let (store, key) = try await compared(
      text("", one.joined(separator: "\n")), text("", other.joined(separator: "\n")))
    let rows = try await store.settledWindow(key, rows: 0..<100).rows.map(\.text)
    #expect(rows.filter { $0.hasPrefix("- ") } == ["- Content-Length: 1988889", "- 100", "- 200000"])
    #expect(rows.filter { $0.hasPrefix("+ ") }.dropFirst() == ["+ x", "+ end"])
  }

  @Test("contents are compared with their codings undone, and what is identical says so")
  func coded() async throws {
    let body = String(repeating: "the same text\n", count: 100)
    let coded = gzip(Array(body.utf8))
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(coded.count)\r\n\r\n"
    let (store, key) = try await compared(Array(head.utf8) + coded, text("", body))
    let texts = try await store.texts(key)
    #expect(texts.last == "Body: identical, 1400 bytes")
    #expect(texts.contains("- Content-Encoding: gzip"))
  }

  @Test("rows that are the same while line ends differ, JSON with other white space, and what is no text, say so")
  func special() async throws {
    var (store, key) = try await compared(text("", "a\nb\n"), text("", "a\r\nb\r\n"))
    #expect(try await store.texts(key).last == "Body: the same rows, but line ends or white space differ")
    let json = "Content-Type: application/json\r\n"
    (store, key) = try await compared(text(json, "{\"a\":1}"), text(json, "{\"a\" : 1}"))
    #expect(try await store.texts(key).last == "Body: JSON with the same structure and values, other white space")
    (store, key) = try await compared(text("", "a\u{0}b"), text("", "a\u{0}cd"))
    let last = try await store.texts(key).last
    #expect(last == "Body: no text, 3 bytes and 4 bytes; they differ from byte 2 on: see their hex views")
    (store, key) = try await compared(text(json, "{\"a\":1}"), text(json, "{\"a\":"))
    #expect(
      try await store.texts(key).contains { $0.contains("the JSON is broken") && $0.hasSuffix("compared by rows") })
    (store, key) = try await compared(text(json, "{\"a\":1}"), text(json, "{\"a\":2}"), isByStructure: false)
    #expect(try await store.texts(key).suffix(4) == ["  {", "-   \"a\": 1", "+   \"a\": 2", "  }"])
  }

  @Test("requests are compared, too, and a message that is not there says so")
  func requests() async throws {
    var before = Conversation(id: 1)
    var after = Conversation(id: 2)
    try before.send("GET /a HTTP/1.1\r\nHost: wire.test\r\n\r\n")
    try after.send("PUT /a HTTP/1.1\r\nHost: wire.test\r\n\r\n")
    let store = try await before.store()
    try await store.update(after.snapshot)
    var key = after.key(.difference, .request)
    key.comparison = DocumentComparison(with: before.id)
    let texts = try await store.texts(key)
    #expect(texts.contains("- GET /a HTTP/1.1") && texts.contains("+ PUT /a HTTP/1.1"))
    key.message = .response
    #expect(try await store.texts(key).first == "--- GET /   (not there yet)")
    // What comes later is compared when it is asked for again.
    try before.receive(text("", "x"))
    try after.receive(text("", "y"))
    before.end()
    after.end()
    try await store.update(before.snapshot)
    try await store.update(after.snapshot)
    #expect(try await store.texts(key).suffix(2) == ["- x", "+ y"])
    await store.close(before.id)
    await #expect(throws: DocumentError.unknownExchange(before.id)) { _ = try await store.texts(key) }
  }
}
