import Exchanges
import HTTPMessages
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("Rows of parts")
struct MultipartRowsTests {
  private static func document(
    _ text: String, _ type: String, folds: Folds? = nil
  ) throws -> ContentDocument<MultipartRows> {
    let multipart = try #require(Multipart(MediaType(type)))
    let document = ContentDocument(
      source: ContentSource(decoded: ByteLogSnapshot(Array(text.utf8)), isComplete: true),
      start: MultipartRows(multipart), encoding: .utf8, isRelaidOut: true, folds: folds)
    while try document.advance(budget: 100) {}
    return document
  }

  private static func rows(_ text: String, _ type: String, folds: Folds? = nil) throws -> [String] {
    let document = try document(text, type, folds: folds)
    return try document.rows(in: 0..<document.rowCount).map(\.text)
  }

  private static let form =
    "--X\r\nContent-Disposition: form-data; name=\"a;b\"\r\n\r\none\r\ntwo\r\n--X\r\n"
    + "Content-Disposition: form-data; name=j\r\nContent-Type: application/json\r\n\r\n{\"k\":[1,2]}\r\n--X\r\n"
    + "Content-Disposition: form-data; name=f; filename=\"a.bin\"\r\nContent-Type: image/png\r\n\r\n"
    + String(repeating: "\u{1}", count: 40) + "\r\n--X--\r\n"
  private static let formType = "multipart/form-data; boundary=X"

  @Test("name each part, show its fields, and its content by its own type")
  func form() throws {
    #expect(
      try Self.rows(Self.form, Self.formType) == [
        "--X  part 1: field “a;b”", "  Content-Disposition: form-data; name=\"a;b\"", "", "  one", "  two", "  8 bytes",
        "--X  part 2: field “j”, application/json", "  Content-Disposition: form-data; name=j",
        "  Content-Type: application/json", "", "  {", "    \"k\": [", "      1,", "      2", "    ]", "  }",
        "  11 bytes",
        "--X  part 3: field “f”, file “a.bin”, image/png",
        "  Content-Disposition: form-data; name=f; filename=\"a.bin\"", "  Content-Type: image/png", "",
        "  \(String(repeating: "01 ", count: 16))… binary, 40 bytes", "--X--  the end of 3 parts",
      ])
  }

  @Test("fold to one row each, and their contents in themselves")
  func folding() throws {
    let all = try Self.rows(Self.form, Self.formType)
    #expect(
      try Self.rows(Self.form, Self.formType, folds: Folds(depth: 0)) == [
        "--X  part 1: field “a;b” … 1 field, 59 bytes",
        "--X  part 2: field “j”, application/json … 2 fields, 90 bytes",
        "--X  part 3: field “f”, file “a.bin”, image/png … 2 fields, 130 bytes", "--X--  the end of 3 parts",
      ])
    let document = try Self.document(Self.form, Self.formType)
    func toggle(_ row: Int) throws -> [String] {
      #expect(try document.fold(.toggle, atRow: row) != nil)
      while try document.advance(budget: 100) {}
      return try document.rows(in: 0..<document.rowCount).map(\.text)
    }
    #expect(try toggle(4)[0] == "--X  part 1: field “a;b” … 1 field, 59 bytes")
    #expect(try toggle(0) == all)
    #expect(try toggle(11)[11] == "    \"k\": [1, 2]")
    #expect(try toggle(11) == all)
    #expect(try document.fold(.all, atRow: 11) != nil)
    while try document.advance(budget: 100) {}
    #expect(document.rowCount == 4)
  }

  @Test("stand within parts, whose ends are told where they are missing")
  func nested() throws {
    let text =
      "before\r\n--X\r\nContent-Type: multipart/mixed; boundary=\"Y Z\"\r\n\r\n--Y Z\r\n\r\ninner\r\n--X\r\n"
      + "no field\r\n\r\nouter\r\n--Xnot\r\n--X-- \r\nbehind\r\n"
    #expect(
      try Self.rows(text, "multipart/related; boundary=X") == [
        "▲ byte 0: readers pass over what is in no part (RFC 2046 §5.1.1)", "before", "--X  part 1: multipart/mixed",
        "  Content-Type: multipart/mixed; boundary=\"Y Z\"", "", "  --Y Z  part 1", "", "    inner", "    5 bytes",
        "▲ byte 76: the parts within this part have no last boundary (RFC 2046 §5.1.2)", "--X  part 2", "  no field",
        "▲ byte 83: this is no field: it has no colon (RFC 2046 §5.1)", "", "  outer", "  --Xnot", "  13 bytes",
        "--X--   the end of 2 parts", "▲ byte 118: readers pass over what is in no part (RFC 2046 §5.1.1)", "behind",
      ])
  }

  @Test("tell what is wrong")
  func broken() throws {
    func told(_ text: String, _ type: String) throws -> [String] {
      try Self.rows(text, type).filter { $0.hasPrefix("▲") }.map { String($0.drop { $0 != ":" }.dropFirst(2)) }
    }
    #expect(try told("x", "multipart/mixed; boundary=X")[1] == MultipartProblem.noPart.message)
    #expect(try told("--X\r\n\r\nx", "multipart/mixed; boundary=X") == [MultipartProblem.endMissing.message])
    #expect(try told("--X\r\n\r\nx\n--X--", "multipart/mixed; boundary=X") == [MultipartProblem.bareLineFeed.message])
    #expect(
      try told("--X y\r\n\r\nx\r\n--X--", "multipart/mixed; boundary=X") == [MultipartProblem.behindBoundary.message])
    #expect(try told("--X\r\n\r\nx\r\n--X--", Self.formType) == [MultipartProblem.noDisposition.message])
    #expect(
      try told("--X\r\nContent-Disposition: form-data\r\n\r\nx\r\n--X--", Self.formType)
        == [MultipartProblem.noName.message])
    #expect(
      try told("--X\r\n\r\nx\r\n--X--", "multipart/byteranges; boundary=X") == [MultipartProblem.noRange.message])
    let long = "--X\r\nA: " + String(repeating: "x", count: 20 << 10) + "\r\n\r\n\r\n--X--"
    #expect(try told(long, "multipart/mixed; boundary=X") == [MultipartProblem.longHead.message])
  }

  @Test("point at their bytes, in an answer and in a request")
  func references() async throws {
    let conversation = try answered(Array(Self.form.utf8), type: Self.formType)
    let window = try await conversation.store().settledWindow(conversation.key(.pretty), rows: 0..<99)
    let head = try #require(window.rows[0].source).range.lowerBound
    #expect(try #require(window.rows[3].source).range == head + 51..<head + 54)
    #expect(try #require(window.rows[4].source).range == head + 56..<head + 59)
    let binary = try #require(window.rows.first { $0.text.contains("binary") }?.source).range
    #expect(binary.count == 40)
    var sending = Conversation()
    try sending.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: \(Self.formType)\r\nContent-Length: \(Self.form.utf8.count)\r\n\r\n"
        + Self.form)
    let texts = try await sending.store().window(sending.key(.pretty, .request), rows: 0..<99).rows.map(\.text)
    #expect(texts == (try Self.rows(Self.form, Self.formType)))
  }

  @Test("of other charsets are decoded each by its own")
  func charsets() async throws {
    var content = Array("--X\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n".utf8) + [0xE9]
    content += Array("\r\n--X\r\nContent-Type: text/plain; charset=utf-8\r\n\r\né\r\n--X--".utf8)
    let conversation = try answered(content, type: "multipart/mixed; boundary=X")
    let texts = try await conversation.store().texts(conversation.key(.pretty))
    #expect(texts.filter { $0 == "  é" }.count == 2)
  }

  @Test("of 32 MiB are passed over in little memory, and are found again behind")
  func large() async {
    await #expect(processExitsWith: .success) {
      var conversation = Conversation()
      try conversation.send()
      try conversation.receive(
        "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: image/png\r\n\r\n")
      let piece = [UInt8](repeating: 7, count: 256 << 10)
      for _ in 0..<(32 << 2) { try conversation.receive(piece) }
      try conversation.receive("\r\n--X\r\nContent-Type: application/json\r\n\r\n[0")
      let numbers = Array(String(repeating: ",1234567", count: 32 << 10).utf8)
      for _ in 0..<8 { try conversation.receive(numbers) }
      try conversation.receive("]\r\n--X--\r\n")
      conversation.end()
      let store = try await conversation.store()
      let key = conversation.key(.pretty)
      let total = try await store.settledWindow(key, rows: 0..<9).totalRows
      #expect(total == 4 + 3 + 8 * (32 << 10) + 1 + 2 + 1 + 1)
      let end = try await store.settledWindow(key, rows: total - 4..<total).rows.map(\.text)
      #expect(end == ["    1234567", "  ]", "  2.1 MB", "--X--  the end of 2 parts"])
      #expect(try await store.fold(.toggle, atRow: 7, in: key) != nil)
      let rows = try await store.settledWindow(key, rows: 0..<20).rows.map(\.text)
      #expect(rows.count == 10 && rows[3].hasSuffix("… binary, 33.6 MB"))
      #expect(try PeakMemory.kilobytes() < 80_000)
    }
  }
}
