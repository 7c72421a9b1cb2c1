import Exchanges
import HTTPMessages
import Recordings
import TerminalText
import Testing

@testable import Documents

@Suite("Fields that are unfolded")
struct FieldReadingRowsTests {
  private func conversation() throws -> Conversation {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive(
      "HTTP/1.1 200 OK\r\nCache-Control: max-age=60, s-maxage=3600\r\nSet-Cookie: id=a; SameSite=None\r\n"
        + "X-Token: abcdefghij klmnopqrstuvwxyz\r\nContent-Length: 0\r\n\r\n")
    conversation.end()
    return conversation
  }

  @Test("rows below the field say what it means, each with its bytes; again, and they are gone")
  func unfolds() async throws {
    let conversation = try conversation()
    let store = try await conversation.store()
    let key = conversation.key(.headers)
    let before = try await store.texts(key)
    #expect(try await store.toggleReading(atRow: 1, in: key, columns: 60) == 1..<5)
    let rows = try await store.settledWindow(key, rows: 0..<100).rows
    #expect(
      rows[2...4].map(\.text) == [
        "  fresh for 1 minute; shared caches keep it 1 hour", "    max-age  60  – 1 minute",
        "    s-maxage  3600  – 1 hour",
      ])
    #expect(rows[2].spans.map(\.role) == [.note])
    #expect(rows[3].spans.map(\.role) == [.key, .fieldValue, .note])
    let bytes = try await store.bytes(at: try #require(rows[4].source), of: conversation.id)
    #expect(String(decoding: bytes, as: UTF8.self) == "s-maxage=3600")
    // A row below stands for its field.
    #expect(try await store.toggleReading(atRow: 4, in: key, columns: 60) == 1..<2)
    #expect(try await store.texts(key) == before)
  }

  @Test("what is wrong stands below, and is remarked on the field itself")
  func findings() async throws {
    let conversation = try conversation()
    let store = try await conversation.store()
    let key = conversation.key(.headers)
    _ = try await store.toggleReading(atRow: 2, in: key, columns: 200)
    let rows = try await store.settledWindow(key, rows: 0..<100).rows
    #expect(rows[1].remark == RowRemark(text: "fresh for 1 minute; shared caches keep it 1 hour"))
    #expect(
      rows[2].remark
        == RowRemark(text: "▲ SameSite=None without Secure: browsers refuse the cookie.", role: .diagnosticError))
    let finding = try #require(rows.first { $0.text.hasPrefix("  ▲ error: SameSite=None without Secure") })
    let bytes = try await store.bytes(at: try #require(finding.source), of: conversation.id)
    #expect(String(decoding: bytes, as: UTF8.self) == "SameSite=None")
  }

  @Test("a field that Barewire cannot read shows its whole value in the columns there are")
  func unknown() async throws {
    let conversation = try conversation()
    let store = try await conversation.store()
    let key = conversation.key(.headers)
    #expect(try await store.toggleReading(atRow: 3, in: key, columns: 16) == 3..<7)
    let rows = try await store.texts(key)
    #expect(rows[4...6] == ["  abcdefghij ", "  klmnopqrstuvwx", "  yz"])
    #expect(rows[7] == "Content-Length: 0")
  }

  @Test("start lines and other rows have nothing to unfold")
  func nothing() async throws {
    let conversation = try conversation()
    let store = try await conversation.store()
    #expect(try await store.toggleReading(atRow: 0, in: conversation.key(.headers), columns: 60) == nil)
    #expect(try await store.toggleReading(atRow: 99, in: conversation.key(.headers), columns: 60) == nil)
    #expect(try await store.toggleReading(atRow: 0, in: conversation.key(.hex), columns: 60) == nil)
  }

  @Test("a moment is compared with the clock; a field stays unfolded while the message goes on")
  func clock() throws {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive(
      "HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:01:00 GMT\r\nTransfer-Encoding: chunked\r\n"
        + "Trailer: X-Sum\r\n\r\n0\r\n")
    let document = HeadersDocument(
      parts: MessageParts(receivedOf: conversation.snapshot), isComplete: false, clock: { 240 })
    #expect(try document.toggleReading(atRow: 1, columns: 80) == 1..<9)
    let count = document.rowCount
    try conversation.receive("X-Sum: 11\r\n\r\n")
    document.update(parts: MessageParts(receivedOf: conversation.snapshot), isComplete: true)
    let rows = try document.rows(in: 0..<document.rowCount).map(\.text)
    #expect(rows[2] == "  Thu, 01 Jan 1970 00:01:00 GMT – 3 minutes ago")
    #expect(rows.count == count + 2)
    #expect(rows.last == "X-Sum: 11")
  }

  @Test("no row is wider than the columns it is laid out for, and no letter is lost", arguments: [12, 20, 33, 80])
  func wrapping(_ columns: Int) {
    let text = "one two  three 世界世界世界世界世界世界 e\u{301}e\u{301} abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
    let rows = WrappedRow.rows(
      [("label", .key), (text, .fieldValue)], columns: columns, indent: 2, hanging: 4, source: nil)
    #expect(rows.allSatisfy { TerminalWidth.columns(of: $0.text) <= max(columns, 16) })
    #expect(rows.flatMap { $0.text.filter { $0 != " " } } == ("label" + text).filter { $0 != " " })
  }
}
