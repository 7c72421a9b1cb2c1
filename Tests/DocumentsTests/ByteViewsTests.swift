import Exchanges
import HTTPMessages
import Recordings
import Testing

@testable import Documents

@Suite("The views of a message's bytes")
struct ByteViewsTests {
  private func chunkedConversation() throws -> Conversation {
    var conversation = Conversation()
    try conversation.send("POST /a HTTP/1.1\r\nHost: wire.test\r\n\r\n")
    try conversation.receive("HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n")
    try conversation.receive("HTTP/1.1 200 OK\r\nX-Name : gr\u{FC}n\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhel")
    try conversation.receive("lo\r\n6\r\n\u{1}world\r\n0\r\nX-Sum: 11\r\n\r\n")
    conversation.end()
    return conversation
  }

  @Test("headers: start lines, fields, trailers and what is wrong, interim responses first")
  func headers() async throws {
    let conversation = try chunkedConversation()
    let store = try await conversation.store()
    let window = try await store.settledWindow(conversation.key(.headers), rows: 0..<100)
    #expect(
      window.rows.prefix(9).map(\.text) == [
        "HTTP/1.1 103 Early Hints", "Link: </s.css>", "",
        "HTTP/1.1 200 OK", "X-Name: grün", "Transfer-Encoding: chunked", "", "X-Sum: 11", "",
      ])
    #expect(window.rows.dropFirst(9).contains { $0.text.hasPrefix("▲ error") })
    #expect(window.rows[4].spans.map(\.role) == [.fieldName, .punctuation, .fieldValue])
    // A field's bytes are found in the other views.
    let source = try #require(window.rows[7].source)
    for view in [DocumentView.hex, .wire] {
      let key = conversation.key(view)
      let row = try #require(try await store.row(containing: source, in: key))
      let shown = try await store.window(key, rows: row..<row + 1).rows[0]
      #expect(shown.text.contains("X-Sum"))
      #expect(shown.text.contains("trailer name"))
    }
    let request = try await store.texts(conversation.key(.headers, .request))
    #expect(request.prefix(3) == ["POST /a HTTP/1.1", "Host: wire.test", ""])
    #expect(request.dropFirst(3).map { $0.prefix(6) } == ["▲ note"])
  }

  @Test("spans stay inside the text of a row that ends in spaces")
  func trailingSpaces() async throws {
    let conversation = try answered(Array(repeating: 0x20, count: 64))
    for view in [DocumentView.hex, .wire] {
      let window = try await conversation.store().settledWindow(conversation.key(view), rows: 0..<100)
      for row in window.rows {
        for span in row.spans { #expect(span.range.upperBound <= row.text.utf8.count) }
      }
    }
  }

  @Test("hex: offset, bytes, characters and the parts that begin in a row")
  func hex() async throws {
    let conversation = try answered(Array("hello\u{7F}é".utf8))
    let window = try await conversation.store().settledWindow(conversation.key(.hex), rows: 0..<100)
    #expect(
      window.rows.map(\.text) == [
        "00000000  48 54 54 50 2f 31 2e 31  20 32 30 30 20 4f 4b 0d  HTTP/1.1 200 OK␍  version, status code, reason",
        "00000010  0a 43 6f 6e 74 65 6e 74  2d 4c 65 6e 67 74 68 3a  ␊Content-Length:  field name",
        "00000020  20 38 0d 0a 0d 0a 68 65  6c 6c 6f 7f c3 a9         8␍␊␍␊hello␡··    field value, blank line, content",
      ])
    let looks = window.rows[2].spans.map { span in
      "\(span.role) \(String(decoding: Array(window.rows[2].text.utf8)[span.range], as: UTF8.self))"
    }
    #expect(
      looks == [
        "offset 00000020  ", "punctuation 20", "fieldValue 38", "punctuation 0d 0a 0d 0a",
        "hexByte 68 65  6c 6c 6f 7f c3 a9",
        "punctuation  ", "fieldValue 8", "punctuation ␍␊␍␊", "textByte hello␡··",
        "partName field value, blank line, content",
      ])
    let cells = try #require(window.rows[2].cells)
    #expect(cells.count == 14)
    let columns = Array(window.rows[2].text.unicodeScalars)
    for (byte, digits) in [(0, "20"), (7, "65"), (8, "6c"), (13, "a9")] {
      let column = cells.hexColumn(ofByte: byte)
      #expect(String(String.UnicodeScalarView(columns[column..<column + 2])) == digits)
      #expect(cells.byte(atColumn: column) == byte && cells.byte(atColumn: column + 1) == byte)
      #expect(cells.byte(atColumn: cells.textColumn(ofByte: byte)) == byte)
    }
    #expect(columns[cells.textColumn(ofByte: 6)] == "h")
  }

  @Test("hex and wire: bytes that break a rule are marked, and hex names the rule's finding")
  func markedFindings() async throws {
    let conversation = try chunkedConversation()
    for view in [DocumentView.hex, .wire] {
      let rows = try await conversation.store().settledWindow(conversation.key(view), rows: 0..<200).rows
      let marked = rows.filter { $0.cells != nil }.flatMap { row in
        row.spans.filter { $0.role == .diagnosticError }.map {
          String(decoding: Array(row.text.utf8)[$0.range], as: UTF8.self)
        }
      }
      #expect(marked.sorted() == (view == .hex ? [" ", "20", "▲ field.space-before-colon"] : [" ", "20"]))
    }
  }

  @Test("wire: each write and read in order of time, its lines as text and bytes, findings where they are")
  func wire() async throws {
    let conversation = try chunkedConversation()
    let rows = try await conversation.store().settledWindow(conversation.key(.wire), rows: 0..<200).rows
    let texts = rows.map(\.text)
    let heads = texts.filter { $0.hasPrefix("↑") || $0.hasPrefix("↓") }
    #expect(
      heads == [
        "↑ 1.500 ms  37 bytes  request line, 1 field", "↓ 3.000 ms  44 bytes  status line, 1 field",
        "↓ 4.500 ms  73 bytes  status line, 2 fields, chunked content",
        "↓ 6.000 ms  31 bytes  chunked content, 1 trailer",
      ])
    #expect(
      texts[1].hasPrefix(
        "  POST /a HTTP/1.1  50 4f 53 54 20 2f 61 20  48 54 54 50 2f 31 2e 31  method, target, version"))
    #expect(texts.contains { $0.hasPrefix("  ␍␊ ") && $0.hasSuffix("  blank line") })
    #expect(texts.contains { $0.hasPrefix("  5;a=b␍␊") && $0.hasSuffix("chunk size, chunk extension") })
    let finding = try #require(texts.firstIndex { $0.hasPrefix("▲ error") })
    #expect(texts[finding].hasPrefix("▲ error (RFC 9112 §5.1): White space stands"))
    #expect(texts[finding - 1].contains("X-Name :"))
    // Every byte is on a row, in order.
    for direction in Direction.allCases {
      var next = 0
      for source in rows.filter({ $0.cells != nil }).compactMap(\.source) where source.direction == direction {
        #expect(source.range.lowerBound == next)
        next = source.range.upperBound
      }
      #expect(next == conversation.snapshot.plain[direction].count)
    }
  }

  @Test("wire: the blank line alone, an unfinished line and what belongs to no message have their names")
  func transfersWithinLines() async throws {
    var conversation = Conversation()
    for text in ["GET / HTTP/1.1", "\r\n", "\r\n"] { try conversation.send(text) }
    for text in ["HTTP/1.1 204 ", "No", " Content\r\n\r\n", "more"] { try conversation.receive(text) }
    conversation.end()
    let texts = try await conversation.store().texts(conversation.key(.wire))
    #expect(
      texts.filter { $0.hasPrefix("↑") || $0.hasPrefix("↓") } == [
        "↑ 1.500 ms  14 bytes  request line", "↑ 3.000 ms  2 bytes  line end",
        "↑ 4.500 ms  2 bytes  blank line that ends the head", "↓ 6.000 ms  13 bytes  status line",
        "↓ 7.500 ms  2 bytes  status line", "↓ 9.000 ms  12 bytes  status line", "↓ 10.500 ms  4 bytes  leftover",
      ])
  }

  @Test("wire: more findings than are kept end in a row that says so")
  func manyFindings() async throws {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive("HTTP/1.1 200 OK\r\n")
    for number in 0..<300 { try conversation.receive("no colon \(number)\r\n") }
    try conversation.receive("\r\n")
    conversation.end()
    let texts = try await conversation.store().texts(conversation.key(.wire))
    let findings = texts.indices.filter { texts[$0].hasPrefix("▲ error") }
    #expect(findings.count == MessageIndex.diagnosticLimit)
    #expect(findings.allSatisfy { texts[$0 - 1].contains("no colon") })
    #expect(try texts[#require(findings.last) + 1].hasPrefix("▲ more is wrong than is listed"))
  }

  @Test("wire: a finding that comes late is put where its bytes are")
  func lateFinding() async throws {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
    let store = try await conversation.store()
    let key = conversation.key(.wire)
    let before = try await store.window(key, rows: 0..<100)
    #expect(!before.rows.contains { $0.text.hasPrefix("▲") })
    try conversation.receive("short")
    conversation.end()
    try await store.update(conversation.snapshot)
    let texts = try await store.texts(key)
    #expect(texts.count { $0.hasPrefix("▲ error") } == 1)
    #expect(try await conversation.store().texts(key) == texts, "as if it had been known from the beginning")
  }

  @Test("wire: under TLS the records that went over the wire stand between, by their time")
  func cipherTransfers() async throws {
    let conversation = try answered(Array("secret".utf8))
    var below = Recording(SpoolConfiguration(directory: "/var/tmp/barewire-documents-tests"))
    func record(_ type: UInt8, _ size: Int) -> [UInt8] {
      [type, 3, 3, UInt8(size >> 8), UInt8(size & 255)] + [UInt8](repeating: 0, count: size)
    }
    func moment(_ milliseconds: UInt64) -> Timestamp {
      Timestamp(nanoseconds: 1_000_000_000 + milliseconds * 1_000_000)
    }
    var records = TLSRecordLog(SpoolConfiguration(directory: "/var/tmp/barewire-documents-tests"))
    var ends: [Direction: Int] = [.sent: 0, .received: 0]
    func note(_ direction: Direction, _ type: UInt8, inner: UInt8 = 0, _ size: Int) {
      let start = ends[direction] ?? 0
      records.append(
        TLSRecordEntry(contentType: type, innerType: inner, length: size, wireOffset: start, plainOffset: 0),
        direction)
      ends[direction] = start + 5 + size
    }
    let early = Timestamp(nanoseconds: 5)
    try below.append(.sent, record(22, 300), at: early)
    note(.sent, 22, 300)
    records.name("client hello", .sent)
    try below.append(.received, Array((record(22, 90) + record(20, 1) + record(23, 700)).prefix(500)), at: moment(1))
    try below.append(.received, [UInt8](repeating: 0, count: 306), at: moment(1))
    note(.received, 22, 90)
    records.name("server hello", .received)
    note(.received, 20, 1)
    records.name("change cipher spec", .received)
    note(.received, 23, inner: 22, 700)
    records.name("certificate", .received)
    try below.append(.sent, record(23, 60), at: moment(2))
    note(.sent, 23, inner: 23, 60)
    try below.append(.received, record(23, 80), at: moment(3))
    note(.received, 23, inner: 23, 80)
    try below.append(.received, Array("no record".utf8), at: moment(9))
    var snapshot = conversation.snapshot
    snapshot.wire = below.snapshot
    snapshot.records = records.map
    let store = try await conversation.store()
    try await store.update(snapshot)
    let key = conversation.key(.wire)
    let rows = try await store.settledWindow(key, rows: 0..<1000).rows
    let texts = rows.filter { $0.cells == nil }.map(\.text)
    #expect(
      texts == [
        "↓ 1.000 ms  500 bytes  TLS: 2 records",
        "  record 1  handshake, 95 bytes: server hello",
        "  16 03 03 00 5a  type 22 handshake, legacy version TLS 1.2, length 90",
        "  record 2  change cipher spec, 6 bytes",
        "  14 03 03 00 01  type 20 change cipher spec, legacy version TLS 1.2, length 1",
        "↓ 1.000 ms  306 bytes  TLS: 1 record",
        "  record 3  handshake, 705 bytes: certificate",
        "  17 03 03 02 bc  type 23 application data, legacy version TLS 1.2, length 700",
        "↑ 1.500 ms  35 bytes  request line, 1 field",
        "↑ 2.000 ms  65 bytes  TLS: 1 record",
        "  record 2  application data, 65 bytes ↔ 35 bytes, plain bytes 0–34",
        "  17 03 03 00 3c  type 23 application data, legacy version TLS 1.2, length 60",
        "↓ 3.000 ms  85 bytes  TLS: 1 record",
        "  record 4  application data, 85 bytes ↔ 44 bytes, plain bytes 0–43",
        "  17 03 03 00 50  type 23 application data, legacy version TLS 1.2, length 80",
        "↓ 3.000 ms  38 bytes  status line, 1 field",
        "↓ 4.500 ms  6 bytes  content",
        "↓ 9.000 ms  9 bytes  TLS",
      ])
    let data = try #require(rows.first { $0.text.hasPrefix("  record 4") })
    #expect(data.source == ByteReference(direction: .received, range: 0..<44), "selecting it marks its plain bytes")
    // From any row on they read the same.
    for first in rows.indices {
      let some = try await store.window(key, rows: first..<min(first + 2, rows.count))
      #expect(some.rows == Array(rows[some.firstRow..<some.firstRow + some.rows.count]), "from \(first)")
    }
  }

  @Test("name the part that any byte belongs to")
  func parts() async throws {
    let conversation = try chunkedConversation()
    let store = try await conversation.store()
    let received = try conversation.snapshot.plain.received.bytes(in: 0..<conversation.snapshot.plain.received.count)
    func part(of text: String, plus: Int = 0) async throws -> String? {
      let start = try #require(received.firstRange(of: Array(text.utf8))?.lowerBound)
      return try await store.part(at: ByteReference(direction: .received, offset: start + plus), of: conversation.id)
    }
    #expect(try await part(of: "103") == "status code")
    #expect(try await part(of: "Link") == "field name Link")
    #expect(try await part(of: "</s") == "value of Link")
    #expect(try await part(of: "5;a") == "chunk size")
    #expect(try await part(of: "a=b") == "chunk extension")
    #expect(try await part(of: "hello".prefix(3).description) == "content")
    #expect(try await part(of: "world") == "content")
    #expect(try await part(of: "0\r\nX-Sum") == "chunk size")
    #expect(try await part(of: "11\r\n") == "trailer value of X-Sum")
    #expect(try await part(of: "chunked\r\n\r\n", plus: 9) == "blank line that ends the head")
    #expect(try await part(of: "200 OK\r\n", plus: 6) == "line end")
    #expect(try await part(of: "X-Name :", plus: 6) == "white space before the colon")
    #expect(try await part(of: "X-Name :", plus: 7) == "colon after the field name")
    #expect(try await part(of: "X-Name :", plus: 8) == "white space before the value")
    #expect(try await part(of: "X-Sum:", plus: 5) == "colon after the trailer name")
    #expect(try await part(of: ";a=b") == "semicolon before the chunk extension")
    #expect(try await part(of: "\r\n6\r\n") == "line end")
    #expect(try await part(of: "11\r\n\r\n", plus: 5) == "blank line that ends the chunked content")
    let sent = ByteReference(direction: .sent, offset: 5)
    #expect(try await store.part(at: sent, of: conversation.id) == "target")
    #expect(try await store.part(at: ByteReference(direction: .sent, offset: 999), of: conversation.id) == nil)
  }

  @Test("content in chunks reads without its framing, and each row knows its bytes")
  func chunkedContent() async throws {
    let conversation = try chunkedConversation()
    let store = try await conversation.store()
    let window = try await store.settledWindow(conversation.key(.text), rows: 0..<10)
    #expect(window.rows.map(\.text) == ["hello\u{1}world"])
    let source = try #require(window.rows[0].source)
    #expect(try await store.bytes(at: source, of: conversation.id) == Array("hello\r\n6\r\n\u{1}world".utf8))
  }

  @Test("a response that is not there, or has ended early, says so")
  func missing() async throws {
    var conversation = Conversation()
    try conversation.send()
    let store = try await conversation.store()
    #expect(try await store.window(conversation.key(.pretty), rows: 0..<10).note == "no response yet")
    try conversation.receive("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
    conversation.end()
    try await store.update(conversation.snapshot)
    let window = try await store.settledWindow(conversation.key(.text), rows: 0..<10)
    #expect(window.rows.map(\.text) == ["abc"])
    #expect(window.note == "truncated: the message ended early")
    await store.close(conversation.id)
    await #expect(throws: DocumentError.unknownExchange(conversation.id)) {
      try await store.window(conversation.key(.text), rows: 0..<10)
    }
  }
}
