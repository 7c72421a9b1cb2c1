import Exchanges
import HTTPMessages
import Testing

@Suite("Index of a message")
struct MessageIndexTests {
  private static let text =
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nTrailer: Sum\r\n\r\n"
    + "5;note=x\r\nhello\r\n6\r\n world\r\n0\r\nSum: 11\r\n\r\n"

  /// The index of the first message of `text`, fed in pieces of `size` bytes.
  private static func index(_ text: String, kind: MessageKind = .response, size: Int) -> MessageIndex {
    let bytes = Array(text.utf8)
    var parser = MessageParser(kind)
    var events = ParseEvents(capacity: 4)
    var index = MessageIndex(kind: kind, start: 0)
    var offset = 0
    while offset < bytes.count {
      let end = min(bytes.count, offset + size)
      offset += bytes[offset..<end].withUnsafeBytes { parser.parse($0, into: &events) }
      for event in events { index.take(event) }
      events.removeAll()
    }
    parser.finish(into: &events)
    for event in events { index.take(event) }
    return index
  }

  @Test("all bytes at once give the same, and none give nothing")
  func whole() throws {
    let whole = try #require(MessageIndex(.response, of: Array(Self.text.utf8)))
    let pieces = Self.index(Self.text, size: 1)
    #expect(whole.fields.map(\.line) == pieces.fields.map(\.line) && !whole.fields.isEmpty)
    #expect(whole.headEnd == pieces.headEnd && whole.trailerStart == pieces.trailerStart)
    #expect(whole.range(of: .statusCode) == pieces.range(of: .statusCode))
    #expect(MessageIndex(.request, of: []) == nil)
  }

  @Test("of several messages the first is taken alone")
  func first() throws {
    let text = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"
    let index = try #require(MessageIndex(.request, of: Array((text + "GET /b HTTP/1.1\r\nX: b\r\n\r\n").utf8)))
    #expect(index.fieldCount == 1 && index.startLine.count == 3)
    #expect(index.end == text.utf8.count && index.headEnd == text.utf8.count)
  }

  private static func bytes(_ range: Range<Int>?, of text: String) -> String? {
    range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test("each part is where its bytes are, in whatever pieces they came", arguments: [1, 2, 3, 7, 1000])
  func parts(size: Int) {
    let index = Self.index(Self.text, size: size)
    #expect(Self.bytes(index.range(of: .version), of: Self.text) == "HTTP/1.1")
    #expect(Self.bytes(index.range(of: .statusCode), of: Self.text) == "200")
    #expect(Self.bytes(index.range(of: .reason), of: Self.text) == "OK")
    #expect(index.range(of: .method) == nil)
    let names = index.fields.map { Self.bytes($0.name, of: Self.text) }
    #expect(names == ["Content-Type", "Transfer-Encoding", "Trailer", "Sum"])
    let values = index.fields.map { Self.bytes($0.value, of: Self.text) }
    #expect(values == ["text/plain", "chunked", "Sum", "11"])
    #expect(index.fields.map(\.isTrailer) == [false, false, false, true])
    #expect(index.framing == .chunked)
    #expect(index.content.isChunked)
    #expect(index.content.count == 11)
    #expect(index.isComplete)
    #expect(!index.hasErrors)
    #expect(index.end == Self.text.utf8.count)
  }

  @Test("content of a known length is one extent after the head")
  func extent() {
    let text = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody"
    let index = Self.index(text, kind: .request, size: 9)
    #expect(Self.bytes(index.range(of: .target), of: text) == "/a")
    #expect(Self.bytes(index.content.start..<(index.content.start + index.content.count), of: text) == "body")
    #expect(index.content.chunkLines.checkpoints.isEmpty)
    #expect(index.headEnd == index.content.start)
  }

  @Test("what breaks a rule is kept with its bytes")
  func diagnostics() {
    let index = Self.index("HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 3\r\n\r\nab", size: 8)
    #expect(index.hasErrors)
    #expect(!index.isComplete)
    #expect(index.diagnostics.count == index.diagnosticCount)
    #expect(index.diagnostics.allSatisfy { $0.range.upperBound <= 55 })
  }

  @Test("more fields than can be kept are counted, and values never go to a wrong name")
  func fieldLimit() {
    var index = MessageIndex(kind: .response, start: 0)
    for number in 0..<(MessageIndex.fieldLimit + 10) {
      let start = number * 10
      index.take(
        .field(
          isTrailer: false, name: start..<(start + 4), colon: start + 4, value: (start + 5)..<(start + 8),
          end: start + 10, lineEndLength: 2))
    }
    #expect(index.fields.count == MessageIndex.fieldLimit)
    #expect(index.fieldCount == MessageIndex.fieldLimit + 10)
    #expect(index.fields.last?.value.lowerBound == (MessageIndex.fieldLimit - 1) * 10 + 5)
  }

  /// What an index of this shape takes: its arrays with their spare room.
  private static func byteCount(of index: MessageIndex) -> Int {
    func size<Element>(_ array: [Element]) -> Int { 32 + array.capacity * MemoryLayout<Element>.stride }
    return MemoryLayout<MessageIndex>.size + size(index.startLine) + size(index.fields) + size(index.diagnostics)
      + size(index.fieldLines.checkpoints) + size(index.content.chunkLines.checkpoints)
  }

  @Test("an index stays below its limit, and its checkpoints near, whatever the message is made of")
  func bounded() throws {
    var index = MessageIndex(kind: .response, start: 0)
    // 250,000 fields of 2,000 bytes: a head of 500 MB.
    for number in 0..<250_000 {
      let start = number * 2000
      index.take(
        .field(
          isTrailer: false, name: start..<start + 4, colon: start + 4, value: start + 5..<start + 1998,
          end: start + 2000, lineEndLength: 2))
      if number.isMultiple(of: 100) { index.take(.diagnostic(.fieldNameInvalid, start..<start + 1)) }
    }
    index.take(.headEnd(at: 500_000_000, framing: .chunked))
    // 250,000 chunks of 4 MB: a terabyte.
    for number in 0..<250_000 {
      let start = 500_000_000 + number << 22
      index.take(.part(.chunkSize, start..<start + 6))
      index.take(.part(.content, start + 8..<start + 1 << 22 - 2))
    }
    #expect(index.fieldCount == 250_000)
    #expect(Self.byteCount(of: index) < MessageIndex.byteLimit)
    for number in [0, 1, 99_999, 125_000, 249_999] {
      let field = try #require(index.fieldLines.last(atCount: number))
      #expect(field.offset == field.count * 2000)
      #expect(number * 2000 - field.offset < 256 << 10)
      let offset = 500_000_000 + number << 22
      let chunk = try #require(index.content.chunkLines.last(atOffset: offset))
      #expect((chunk.offset - 500_000_000).isMultiple(of: 1 << 22))
      #expect(offset - chunk.offset < 1 << 29)
    }
  }
}
