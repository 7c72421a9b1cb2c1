import Recordings
import Testing

@testable import Documents

@Suite("Rows of text")
struct TextRowsTests {
  private func rows(_ bytes: [UInt8], _ encoding: TextEncoding = .utf8, budget: Int = 1 << 20) throws -> [String] {
    let source = ContentSource(decoded: ByteLogSnapshot(bytes), isComplete: true)
    let document = ContentDocument(
      source: source, start: TextRows(encoding: encoding), encoding: encoding, isRelaidOut: false)
    while try document.advance(budget: budget) {}
    let rows = try document.rows(in: 0..<document.rowCount)
    #expect(rows.count == document.rowCount)
    return rows.map(\.text)
  }

  @Test("end at LF, CR LF and CR, however the bytes come", arguments: [1, 2, 3, 1000])
  func lineEnds(budget: Int) throws {
    #expect(try rows(Array("a\nb\r\nc\rd\n\n\r\n\re".utf8), budget: budget) == ["a", "b", "c", "d", "", "", "", "e"])
    #expect(try rows(Array("a\n".utf8), budget: budget) == ["a"])
    #expect(try rows([], budget: budget).isEmpty)
  }

  static let charsets: [(String, [UInt8], String)] = [
    ("text/plain; charset=utf-8", Array("grün €".utf8), "grün €"),
    ("text/plain; charset=\"ISO-8859-1\"", [0x67, 0x72, 0xFC, 0x6E], "grün"),
    ("text/plain; charset=windows-1252", [0x80, 0x20, 0x93], "€ “"),
    ("text/plain; charset=UTF-16", [0xFF, 0xFE, 0x67, 0, 0xFC, 0], "gü"),
    ("text/plain; charset=UTF-16BE", [0, 0x67, 0, 0xFC, 0xD8, 0x3D, 0xDE, 0x00], "gü😀"),
    ("text/plain; charset=utf-16le", [0x67, 0, 0xFC, 0], "gü"),
    ("text/plain", Array("grün".utf8), "grün"),
    ("text/plain", [0x67, 0x72, 0xFC, 0x6E], "grün"),
    ("text/plain; charset=us-ascii", Array("plain".utf8), "plain"),
    ("text/plain; charset=latin1", [0xEF, 0xBB, 0xBF, 0x67, 0xC3, 0xBC], "gü"),
    ("text/plain; charset=Shift_JIS", [0x95, 0x5C, 0x8E, 0xA6, 0x20, 0xC3, 0xBD, 0xC4], "表示 ﾃｽﾄ"),
    ("text/plain; charset=euc-jp", [0xC6, 0xFC, 0xCB, 0xDC, 0xB8, 0xEC], "日本語"),
    ("text/plain; charset=gb2312", [0xBA, 0xBA, 0xD7, 0xD6], "汉字"),
    ("text/plain; charset=Big5", [0xBA, 0x7E, 0xA6, 0x72], "漢字"),
    ("text/plain; charset=euc-kr", [0xC7, 0xD1, 0xB1, 0xDB], "한글"),
    ("text/plain; charset=windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"),
    ("text/plain; charset=koi8-r", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "Привет"),
    ("text/plain; charset=ISO-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
    ("text/plain; charset=shift_jis", [0x41, 0x93], "A\u{FFFD}"),
    ("text/plain; charset=euc-kr", [0xFF, 0x41, 0xB0, 0xA1], "\u{FFFD}A가"),
    ("text/html", Array("<meta charset='windows-1251'>".utf8) + [0xCF], "<meta charset='windows-1251'>П"),
    (
      "text/html", Array("<META http-equiv=a content=\"text/html; charset=koi8-r\">".utf8) + [0xF0],
      "<META http-equiv=a content=\"text/html; charset=koi8-r\">П"
    ),
    (
      "application/xml", Array("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>".utf8) + [0xA3],
      "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>Ł"
    ),
    ("text/css", Array("@charset \"koi8-r\";".utf8) + [0xF0], "@charset \"koi8-r\";П"),
    ("text/html; charset=utf-8", Array("<meta charset=koi8-r>П".utf8), "<meta charset=koi8-r>П"),
    ("application/json", Array("\"<meta charset=koi8-r>П\"".utf8), "\"<meta charset=koi8-r>П\""),
  ]

  @Test("are decoded by their charset, or by what they look like", arguments: charsets)
  func charset(type: String, bytes: [UInt8], text: String) async throws {
    let conversation = try answered(bytes, type: type)
    let texts = try await conversation.store().texts(conversation.key(.text))
    #expect(texts.map { $0.replacing("\u{FEFF}", with: "") } == [text])
  }

  @Test("in UTF-16 end at its line ends only", arguments: [1, 3, 1000])
  func utf16(budget: Int) throws {
    let text = "a\r\nb\u{0A0D}\u{0D0A}c\nd\r"
    let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try rows(little, .utf16LittleEndian, budget: budget) == ["a", "b\u{0A0D}\u{0D0A}c", "d"])
    #expect(try rows(little + [7], .utf16LittleEndian, budget: budget).last == "\u{FFFD}")
  }

  @Test("that are longer than 4 KiB go on in the next row, between two characters")
  func longLine() async throws {
    let line = String(repeating: "a", count: 4095) + String(repeating: "日本€", count: 9000)
    let conversation = try answered(Array((line + "\nend").utf8), type: "text/plain; charset=utf-8")
    let window = try await conversation.store().settledWindow(conversation.key(.text), rows: 0..<1000)
    #expect(window.rows.dropLast().map(\.text).joined() == line)
    #expect(
      window.rows.map(\.isContinuation) == [false] + Array(repeating: true, count: window.totalRows - 2) + [false])
    #expect(window.rows.allSatisfy { $0.text.utf8.count <= 4100 && !$0.text.contains("\u{FFFD}") })
  }

  @Test("of characters whose last byte looks like another's are cut between two", arguments: [1, 3, 1000, 1 << 20])
  func shiftJIS(budget: Int) throws {
    let charset = try #require(LegacyCharset(label: "shift_jis"))
    // The second byte of the first one is a backslash.
    let line = String(repeating: "表示a", count: 2000)
    let bytes = try #require(charset.encode(line))
    let texts = try rows(bytes + [0x0A, 0x62], .legacy(charset), budget: budget)
    #expect(texts.dropLast().joined() == line)
    #expect(texts.last == "b" && texts.count == 4)
  }

  @Test("of a legacy charset are wrapped between two characters, selected and searched")
  func legacyText() async throws {
    let bytes = try #require(LegacyCharset(label: "shift_jis")?.encode("aの表示した文\nｱｲｳｴｵ 表"))
    let conversation = try answered(bytes, type: "text/plain; charset=Shift_JIS")
    let store = try await conversation.store()
    let key = DocumentKey(exchange: conversation.id, view: .text, columns: 5)
    #expect(try await store.texts(key) == ["aの表", "示し", "た文", "ｱｲｳｴｵ", " 表"])
    #expect(try await store.text(ofRows: 0..<3, in: key) == "aの表示した文")
    let (search, text) = (DocumentSearch("表"), conversation.key(.text))
    #expect(try await store.search(search, in: text, from: 0) == DocumentMatch(row: 0, range: 4..<7))
    #expect(try await store.search(search, in: text, from: 0, offset: 7) == DocumentMatch(row: 1, range: 16..<19))
  }

  @Test("that are still coming grow and keep their places")
  func growing() async throws {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nfirst line\nsec")
    let store = try await conversation.store()
    let key = conversation.key(.text)
    var window = try await store.window(key, rows: 0..<10)
    #expect(window.rows.map(\.text) == ["first line", "sec"])
    #expect(!window.isComplete)
    try conversation.receive("ond line\r")
    try conversation.receive("\nthird")
    try await store.update(conversation.snapshot)
    window = try await store.window(key, rows: 1..<10, generation: 7)
    #expect(window.rows.map(\.text) == ["first line", "second line", "third"], "the last window of that size")
    #expect((window.firstRow, window.totalRows, window.generation) == (0, 3, 7))
    conversation.end()
    try await store.update(conversation.snapshot)
    #expect(try await store.window(key, rows: 0..<10).isComplete)
  }

  @Test("are wrapped at a width, wide characters whole, and what a row shows is found at any width")
  func wrapping() async throws {
    let conversation = try answered(Array("one line of text\n日本語の文\nend".utf8), type: "text/plain")
    let store = try await conversation.store()
    func key(_ columns: Int) -> DocumentKey {
      DocumentKey(exchange: conversation.id, view: .text, columns: columns)
    }
    #expect(try await store.texts(key(7)) == ["one lin", "e of te", "xt", "日本語", "の文", "end"])
    #expect(try await store.texts(key(40)) == ["one line of text", "日本語の文", "end"])
    #expect(try await store.row(in: key(7), showing: 1, of: key(40)) == 3)
    #expect(try await store.row(in: key(40), showing: 4, of: key(7)) == 1)
    #expect(try await store.text(ofRows: 0..<3, in: key(7)) == "one line of text")
  }
}
