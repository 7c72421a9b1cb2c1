import Exchanges
import HTTPMessages
import Recordings
import TestSupport
import Testing

@testable import Documents

/// Those that measure memory run in a process of their own, where nothing else takes any.
@Suite("Large documents", .serialized)
struct LargeDocumentsTests {
  @Test("64 MiB of JSON on one line are scrolled to their end in little memory")
  func minifiedJSON() async {
    await #expect(processExitsWith: .success) {
      var conversation = Conversation()
      try conversation.send()
      try conversation.receive("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[")
      let item = Array(#"{"id":123456,"name":"\#(String(repeating: "wire ", count: 180))","ok":true},"#.utf8)
      let piece = Array((0..<256).map { _ in item }.joined())
      let pieces = (64 << 20) / piece.count
      for _ in 0..<pieces { try conversation.receive(piece) }
      try conversation.receive("0]")
      conversation.end()
      let store = try await conversation.store()
      let key = conversation.key(.pretty)
      let total = 1 + pieces * 256 * 5 + 1 + 1
      let window = try await store.settledWindow(key, rows: total - 3..<total)
      #expect(window.totalRows == total)
      #expect(window.rows.map(\.text) == ["  },", "  0", "]"])
      let middle = try await store.window(key, rows: total / 2..<total / 2 + 60)
      #expect(middle.rows.contains { $0.text == "    \"id\": 123456," })
      #expect(try PeakMemory.kilobytes() < 80_000)
    }
  }

  @Test("a million chunks of ten bytes are read, mapped and searched")
  func millionChunks() async {
    await #expect(processExitsWith: .success) {
      var conversation = Conversation()
      try conversation.send()
      try conversation.receive("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      for batch in 0..<1000 {
        var bytes: [UInt8] = []
        for index in 0..<1000 {
          let number = String(batch * 1000 + index)
          bytes += Array("a\r\n\(String(repeating: "0", count: 9 - number.count))\(number)\n\r\n".utf8)
        }
        try conversation.receive(bytes)
      }
      try conversation.receive("0\r\n\r\n")
      conversation.end()
      let store = try await conversation.store()
      let key = conversation.key(.text)
      let window = try await store.settledWindow(key, rows: 999_990..<1_000_000)
      #expect(window.totalRows == 1_000_000)
      #expect(window.rows.last?.text == "000999999")
      let source = try #require(window.rows[3].source)
      #expect(try await store.bytes(at: source, of: conversation.id) == Array("000999993".utf8))
      #expect(try await store.row(containing: source, in: key) == 999_993)
      #expect(try await store.search(DocumentSearch("0777777"), in: key, from: 5)?.row == 777_777)
      let wire = try #require(try await store.row(containing: source, in: conversation.key(.wire)))
      let row = try await store.window(conversation.key(.wire), rows: wire..<wire + 1).rows[0]
      #expect(row.text.hasPrefix("  000999993␊"))
      #expect(try PeakMemory.kilobytes() < 80_000)
    }
  }

  @Test("half a million fields and a million chunks are named at any byte, from a small index")
  func millionFields() async {
    await #expect(processExitsWith: .success) {
      var conversation = Conversation()
      try conversation.send()
      let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
      try conversation.receive(head)
      func repeated(_ count: Int, _ text: (Int) -> String) throws {
        for batch in 0..<count / 10_000 {
          try conversation.receive((0..<10_000).map { text(1_000_000 + batch * 10_000 + $0) }.joined())
        }
      }
      try repeated(500_000) { "f\($0): v\r\n" }
      try conversation.receive("\r\n")
      try repeated(1_000_000) { _ in "1\r\na\r\n" }
      try conversation.receive("0\r\n")
      try repeated(100_000) { "t\($0):\r\n" }
      try conversation.receive("\r\n")
      conversation.end()
      let (fields, chunks) = (head.utf8.count, head.utf8.count + 6_500_000 + 2)
      let trailers = chunks + 6_000_000 + 3
      let end = trailers + 1_100_000 + 2
      let id = conversation.id
      let store = try await conversation.store()
      func name(_ offset: Int) async throws -> String? {
        try await store.part(at: ByteReference(direction: .received, offset: offset), of: id)
      }
      #expect(try await name(fields + 13 * 250_000) == "field name f1250000")
      #expect(try await name(fields + 13 * 250_000 + 10) == "value of f1250000")
      #expect(try await name(fields + 13 * 499_999 + 8) == "colon after the field name")
      #expect(try await name(chunks - 1) == "blank line that ends the head")
      #expect(try await name(chunks) == "chunk size")
      #expect(try await name(chunks + 6 * 500_000 + 3) == "content")
      #expect(try await name(trailers - 3) == "chunk size")
      #expect(try await name(trailers + 11 * 50_000) == "trailer name t1050000")
      #expect(try await name(end - 2) == "blank line that ends the chunked content")
      #expect(try await name(end) == nil)
      let row = try #require(
        try await store.row(
          containing: ByteReference(direction: .received, offset: fields + 13 * 400_000), in: conversation.key(.wire)))
      let shown = try await store.window(conversation.key(.wire), rows: row - 1..<row + 1).rows
      #expect(shown[0].text.hasSuffix("130.0 kB  10000 fields"))
      #expect(shown[1].text.hasPrefix("  f1400000: v␍␊"))
      #expect(try PeakMemory.kilobytes() < 80_000)
    }
  }

  @Test("one line of 64 MiB is shown to its end in rows of 4 KiB")
  func longLine() async {
    await #expect(processExitsWith: .success) {
      var conversation = Conversation()
      try conversation.send()
      try conversation.receive("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
      let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
      for _ in 0..<64 { try conversation.receive(piece) }
      try conversation.receive("the end")
      conversation.end()
      let store = try await conversation.store()
      let total = (64 << 20) / 4096 + 1
      let window = try await store.settledWindow(conversation.key(.text), rows: total - 2..<total)
      #expect(window.totalRows == total)
      #expect(window.rows.last?.text == "the end")
      #expect(window.rows[0].text.utf8.count == 4096 && window.rows[0].isContinuation)
      #expect(try await store.search(DocumentSearch("THE END"), in: conversation.key(.text), from: 0)?.row == total - 1)
      #expect(try PeakMemory.kilobytes() < 80_000)
    }
  }

  @Test("a million transfers are rows of the wire view, found by their bytes")
  func millionTransfers() async throws {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive("HTTP/1.1 200 OK\r\n\r\n")
    for _ in 0..<200_000 { try conversation.receive("0123456789") }
    conversation.end()
    let store = try await conversation.store()
    let key = conversation.key(.wire)
    let window = try await store.window(key, rows: 0..<20)
    #expect(!window.isComplete, "the first window does not wait for the whole index")
    let offset = 19 + 150_000 * 10 + 3
    let row = try #require(
      try await store.row(containing: ByteReference(direction: .received, offset: offset), in: key))
    let found = try await store.window(key, rows: row - 1..<row + 1)
    #expect(found.rows[0].text.hasPrefix("↓ 2250"))
    #expect(found.rows[1].source == ByteReference(direction: .received, range: offset - 3..<offset + 7))
    #expect(try await store.settledWindow(key, rows: 0..<1).totalRows == 10 + 400_000)
  }
}
