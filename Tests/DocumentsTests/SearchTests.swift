import Exchanges
import HTTPMessages
import Recordings
import Testing

@testable import Documents

@Suite("Search")
struct SearchTests {
  @Test(
    "bytes are found by their digits, a question mark for any digit",
    arguments: [
      ("de ad ?? ef", [3]), ("DEAD", [3, 8]), ("d? ad 0", []), ("?? ef", [5]), ("de a? be e?", [3]), ("????", []),
    ])
  func digits(needle: String, places: [Int]) async throws {
    let content: [UInt8] = [0, 1, 2, 0xDE, 0xAD, 0xBE, 0xEF, 0, 0xDE, 0xAD, 0x0A]
    let pattern = try #require(SearchPattern(DocumentSearch(needle), encoding: .utf8, isRelaidOut: false))
    let found = content.withUnsafeBytes { bytes in
      pattern.octets.flatMap { $0.ranges(in: bytes) }.map(\.lowerBound)
    }
    #expect(found == places)
  }

  @Test("finds every match in text, forward and backward, also over the ends of chunks and blocks")
  func text() async throws {
    // The word is cut by chunks of 7 bytes, and stands at every place of blocks of 64 KiB sooner or later.
    var lines: [String] = []
    for number in 0..<12_000 {
      lines.append("line \(number) " + (number % 1000 == 999 ? "Needle in hay needle" : "hay"))
    }
    let content = Array(lines.joined(separator: "\n").utf8)
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    var chunks: [UInt8] = []
    for start in stride(from: 0, to: content.count, by: 7) {
      let chunk = content[start..<min(content.count, start + 7)]
      chunks += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [0x0D, 0x0A]
    }
    try conversation.receive(chunks + Array("0\r\n\r\n".utf8))
    conversation.end()
    let store = try await conversation.store()
    let key = conversation.key(.text)

    let search = DocumentSearch("needle")
    var found: [DocumentMatch] = []
    var (row, offset) = (0, 0)
    while let match = try await store.search(search, in: key, from: row, offset: offset) {
      found.append(match)
      (row, offset) = (match.row, match.range.upperBound)
    }
    #expect(found.map(\.row) == (0..<24).map { $0 / 2 * 1000 + 999 })
    #expect(found[0].range == 9..<15 && found[1].range == 23..<29)

    var backward: [DocumentMatch] = []
    (row, offset) = (11_999, 1000)
    while let match = try await store.search(search, in: key, from: row, offset: offset, direction: .backward) {
      backward.append(match)
      (row, offset) = (match.row, match.range.lowerBound)
    }
    #expect(backward == found.reversed())
    let exact = DocumentSearch("needle", isCaseSensitive: true)
    #expect(try await store.countMatches(of: exact, in: key) == MatchCount(count: 12, fraction: 1, isComplete: true))
    #expect(try await store.search(DocumentSearch("nothing like it"), in: key, from: 0) == nil)
    #expect(try await store.search(DocumentSearch(""), in: key, from: 0) == nil)

    let window = try await store.window(key, rows: 999..<1000, highlighting: search)
    #expect(window.rows[0].spans.filter { $0.role == .match }.map(\.range) == [9..<15, 23..<29])
  }

  @Test("finds in pretty rows what is only there once they are laid out")
  func pretty() async throws {
    let conversation = try answered(Array(#"{"name":"wire, or not","id":7}"#.utf8), type: "application/json")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    #expect(
      try await store.search(DocumentSearch(#""id": 7"#), in: key, from: 0) == DocumentMatch(row: 2, range: 2..<9))
    #expect(try await store.search(DocumentSearch("wire, OR"), in: key, from: 0)?.row == 1)
    #expect(try await store.search(DocumentSearch(": "), in: key, from: 2)?.row == 2)
  }

  @Test("finds bytes in the hex and wire views, over the ends of rows, as text and as digits")
  func bytes() async throws {
    let conversation = try answered(Array("a line\r\nthat goes on for more than sixteen bytes".utf8))
    let store = try await conversation.store()
    for view in [DocumentView.hex, .wire] {
      let key = conversation.key(view)
      for needle in ["HTTP/1.1 200 OK", "Content-Length: 4", "more than sixteen bytes", "0d 0a 0d 0a", "0D0a74686174"] {
        let match = try #require(try await store.search(DocumentSearch(needle), in: key, from: view == .hex ? 0 : 5))
        let row = try await store.window(key, rows: match.row..<match.row + 1).rows[0]
        #expect(row.cells != nil && match.range.upperBound <= row.text.utf8.count)
      }
    }
    let wire = try await store.search(DocumentSearch("sixteen"), in: conversation.key(.wire), from: 0)
    let match = try #require(wire)
    let text = try await store.window(conversation.key(.wire), rows: match.row..<match.row + 1).rows[0].text
    let utf8 = Array(text.utf8)[match.range]
    #expect("sixteen".hasPrefix(String(decoding: utf8, as: UTF8.self)))
  }

  @Test("ends when its task is cancelled")
  func cancelled() async throws {
    let conversation = try answered([UInt8](repeating: 0x61, count: 4 << 20), type: "text/plain")
    let store = try await conversation.store()
    let key = conversation.key(.text)
    let task = Task { try await store.search(DocumentSearch("b"), in: key, from: 0) }
    task.cancel()
    await #expect(throws: DocumentError.cancelled) { try await task.value }
  }
}
