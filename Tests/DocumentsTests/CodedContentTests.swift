import ContentCodings
import Exchanges
import HTTPMessages
import Recordings
import Testing

@testable import Documents

/// A gzip file (RFC 1952) of stored blocks: real, and made without a library.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var coded: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var start = 0
  repeat {
    let end = min(bytes.count, start + 65_535)
    let count = UInt16(end - start)
    coded.append(end == bytes.count ? 1 : 0)
    coded += [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
    coded += bytes[start..<end]
    start = end
  } while start < bytes.count
  let table = (0..<256).map {
    (0..<8).reduce(UInt32($0)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  let sum = ~bytes.reduce(~UInt32(0)) { table[Int(UInt8($0 & 255) ^ $1)] ^ $0 >> 8 }
  for value in [sum, UInt32(bytes.count)] { coded += (0..<4).map { UInt8(value >> ($0 * 8) & 255) } }
  return coded
}

@Suite("Coded content")
struct CodedContentTests {
  static let deflated: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 202, 72, 205, 201, 201, 87, 178, 82, 42, 207, 44, 74, 85, 170, 5, 0, 58,
    17, 102, 214, 16, 0, 0, 0,
  ]

  @Test("is decoded for reading, and says from how much")
  func small() async throws {
    let conversation = try answered(
      Self.deflated, type: "application/json", fields: "Content-Encoding: gzip\r\n")
    let window = try await conversation.store().settledWindow(conversation.key(.pretty), rows: 0..<10)
    #expect(window.rows.map(\.text) == ["{", "  \"hello\": \"wire\"", "}"])
    #expect(window.note == "gzip: 16 bytes from 36 bytes")
    let search = DocumentSearch("1f8b08")
    let found = try await conversation.store().search(search, in: conversation.key(.hex), from: 0)
    #expect(found != nil, "the hex view shows what came")
  }

  @Test("is seen as bytes both as it came and decoded, and each says which it is")
  func hex() async throws {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n")
    for byte in Self.deflated { try conversation.receive(Array("1\r\n".utf8) + [byte] + Array("\r\n".utf8)) }
    try conversation.receive("0\r\n\r\n")
    conversation.end()
    let store = try await conversation.store()
    let came = try await store.settledWindow(conversation.key(.hex), rows: 0..<1)
    #expect(came.rows[0].text.hasPrefix("00000000  48 54 54 50") && came.note == "as it came: gzip")
    let decoded = try await store.settledWindow(conversation.key(.hexContent), rows: 0..<9)
    #expect(
      decoded.rows.map(\.text) == ["00000000  7b 22 68 65 6c 6c 6f 22  3a 22 77 69 72 65 22 7d  {\"hello\":\"wire\"}"])
    #expect(decoded.rows[0].source == nil && decoded.note == "gzip: 16 bytes from 36 bytes")
  }

  @Test("of many megabytes grows as it comes, and ends at what is broken")
  func large() async throws {
    var text: [UInt8] = []
    for number in 0..<300_000 { text += Array("line \(number) of the wire\n".utf8) }
    var coded = gzip(text)
    coded[coded.count - 5] ^= 1
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive(
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: x-gzip\r\nContent-Length: \(coded.count)\r\n\r\n"
    )
    try conversation.receive(Array(coded[..<(coded.count / 2)]))
    let store = try await conversation.store()
    let key = conversation.key(.text)
    var half = 0
    while half < 140_000 { half = try await store.window(key, rows: 0..<10).totalRows }
    try conversation.receive(Array(coded[(coded.count / 2)...]))
    conversation.end()
    try await store.update(conversation.snapshot)
    let window = try await store.settledWindow(key, rows: 299_990..<300_000)
    #expect(window.rows.last?.text == "line 299999 of the wire")
    #expect(window.rows.last?.source == nil)
    #expect(window.problem?.contains("checksum") == true)
    #expect(try await store.search(DocumentSearch("line 222222 "), in: key, from: 0)?.row == 222_222)
  }

  @Test("stops at the limit and keeps what came before")
  func limited() async throws {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 2 << 20)
    let conversation = try answered(gzip(text), type: "text/plain", fields: "Content-Encoding: gzip\r\n")
    let spool = SpoolConfiguration(directory: "/var/tmp/barewire-documents-tests")
    let store = DocumentStore(spool: spool, decodedLimit: 1 << 20)
    try await store.update(conversation.snapshot)
    let window = try await store.settledWindow(conversation.key(.text), rows: 0..<10)
    #expect(window.totalRows == 256)
    #expect(window.problem?.contains("limit of 1048576 bytes") == true)
  }

  @Test("in a coding that is not known is shown as it came")
  func unknown() async throws {
    let conversation = try answered(Array("???".utf8), type: "text/plain", fields: "Content-Encoding: compress\r\n")
    let window = try await conversation.store().settledWindow(conversation.key(.text), rows: 0..<10)
    #expect(window.rows.map(\.text) == ["???"])
    #expect(window.problem?.contains("“compress”") == true)
  }

  @Test("of a bomb is shown up to the limit, says so, and is searched and saved so far")
  func bomb() async throws {
    let megabyte = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    let encoder = try ContentEncoder(.br)
    var coded: [UInt8] = []
    for _ in 0..<80 { megabyte.withUnsafeBytes { bytes in encoder.encode(bytes) { coded += $0 } } }
    encoder.finish { coded += $0 }
    let conversation = try answered(coded, type: "text/plain", fields: "Content-Encoding: br\r\n")
    let store = try await conversation.store()
    let window = try await store.settledWindow(conversation.key(.text), rows: 0..<10)
    let count = 64 << 20
    #expect(window.problem?.contains("only the first \(count) bytes are shown") == true)
    #expect(window.note == "br: 67.1 MB from \(coded.count) bytes")
    #expect(window.rows.first?.text.hasPrefix("aaa") == true)
    #expect(window.isComplete)
  }
}
