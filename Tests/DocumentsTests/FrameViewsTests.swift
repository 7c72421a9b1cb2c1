import Exchanges
import Foundation
import HTTP2
import HTTPMessages
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("Frames in the wire view")
struct FrameViewsTests {

  @Test("each frame's header, settings, fields with their places in the tables, content and codes are named")
  func named() async throws {
    let conversation = try FrameConversation.small()
    let rows = try await conversation.store().settledWindow(conversation.key(.wire), rows: 0..<200).rows
    let texts = rows.map(\.text)
    #expect(texts[0] == "↑ 1.000 ms  97 bytes  preface, SETTINGS, WINDOW_UPDATE, HEADERS")
    for end in [
      "  50 52 49 20 2a 20 48 54  54 50 2f 32 2e 30 0d 0a  connection preface",
      "SETTINGS  12 bytes  stream 0, the connection",
      "00 04 00 80 00 00                                 INITIAL_WINDOW_SIZE  8388608",
      "00 02 00 00 00 00                                 ENABLE_PUSH  0", "1000 bytes more may be sent",
      "HEADERS  30 bytes  END_STREAM END_HEADERS PRIORITY  stream 1", "after stream 0, weight 200",
      "  82                                                :method:  GET  static 2",
      ":authority:  wire.test  name static 1, value Huffman, added to the table",
      "authorization:  Basic c2VjcmV0  name static 23, value Huffman, never indexed",
      "MAX_CONCURRENT_STREAMS  100", "SETTINGS  0 bytes  ACK  stream 0, the connection",
      ":status:  200  static 8", "HEADERS  3 bytes  stream 1", "CONTINUATION  3 bytes  END_HEADERS  stream 1",
      "server:  wire  name static 54, value Huffman, added to the table", "4 bytes of padding", "content", "padding",
      "ping data", "f0 6b 0b                                          rest of server",
      "server:  wire  dynamic 62", "last stream 1", "debug data",
      "ENHANCE_YOUR_CALM  The other side asks for too much.",
    ] {
      #expect(texts.contains { $0.hasSuffix(end) }, "\(end)")
    }
    // Lines of content end their rows.
    #expect(texts.contains { $0.hasPrefix("  two␊ ") } && texts.contains { $0.hasPrefix("  lines ") })
  }

  @Test("every byte of a frame stands on a row, in order, however the bytes came and however wide a row is")
  func everyByte() async throws {
    for (pieces, width) in [(Int.max, 16), (1, 16), (7, 8), (33, 4), (Int.max, 64)] {
      let conversation = try FrameConversation.small(pieces: pieces)
      let key = conversation.key(.wire, bytesPerRow: width)
      let rows = try await conversation.store().settledWindow(key, rows: 0..<2000).rows
      for direction in Direction.allCases {
        let sources = rows.filter { $0.cells != nil }.compactMap(\.source).filter { $0.direction == direction }
        #expect(sources.allSatisfy { $0.layer == .frames })
        #expect(sources.flatMap(\.range) == Array(0..<(conversation.snapshot.frames?[direction].range.count ?? 0)))
      }
      let last = try #require(rows.last { $0.cells != nil }?.source)
      let store = try await conversation.store()
      #expect(try await store.row(containing: last, in: key) == rows.lastIndex { $0.cells != nil })
      _ = try await store.window(key, rows: 0..<1)
      let part = try await store.part(at: ByteReference(layer: .frames, direction: .sent, offset: 27), of: key.exchange)
      #expect(part == "type")
    }
  }

  @Test("rows that were shown while frames came are those that are shown at the end")
  func growing() async throws {
    var conversation = FrameConversation()
    conversation.frames.preface()
    try conversation.flush(.sent)
    let store = try await conversation.store()
    let key = conversation.key(.wire)
    _ = try await store.window(key, rows: 0..<100)
    conversation.frames.settings([Setting(.maxFrameSize, 20_000)])
    let fields = (0..<40).map { HeaderField("x-\($0)", "value \($0)") }
    let block = conversation.block(.received, [HeaderField(":status", "200")] + fields)
    conversation.frames.headers(block.prefix(100), stream: 1, endHeaders: false)
    conversation.frames.continuation(block.dropFirst(100), stream: 1)
    [UInt8](repeating: 0x61, count: 300).withUnsafeBytes { conversation.frames.data($0, stream: 1, endStream: true) }
    let all = conversation.frames.bytes
    for start in stride(from: 0, to: all.count, by: 11) {
      conversation.frames.bytes = Array(all[start..<min(all.count, start + 11)])
      try conversation.flush(.received)
      try await store.update(conversation.snapshot)
      _ = try await store.window(key, rows: 0..<2000)
    }
    conversation.end()
    try await store.update(conversation.snapshot)
    let grown = try await store.texts(key)
    #expect(try await conversation.store().texts(key) == grown)
    #expect(grown.contains { $0.hasSuffix("x-39:  value 39  name literal, value Huffman, added to the table") })
  }

  @Test("frames of other exchanges are a row each; what they put into the table holds")
  func others() async throws {
    var conversation = FrameConversation()
    conversation.frames.preface()
    let first = conversation.block(.sent, [HeaderField(":method", "GET"), HeaderField("user-agent", "wire")])
    conversation.frames.headers(first, stream: 1, endStream: true)
    try conversation.flush(.sent)
    conversation.frames.settings([])
    // The exchange begins in the middle of the other one's content.
    [UInt8](repeating: 0x61, count: 100).withUnsafeBytes { conversation.frames.data($0, stream: 1) }
    let (before, after) = (conversation.frames.bytes.dropLast(40), conversation.frames.bytes.suffix(40))
    conversation.frames.bytes = Array(before)
    try conversation.flush(.received)
    try conversation.begin(stream: 3)
    let second = conversation.block(.sent, [HeaderField(":method", "GET"), HeaderField("user-agent", "wire")])
    conversation.frames.headers(second, stream: 3, endStream: true)
    try conversation.flush(.sent)
    conversation.frames.bytes = Array(after)
    let third = conversation.block(.received, [HeaderField(":status", "200"), HeaderField("server", "practice")])
    conversation.frames.headers(third, stream: 1)
    let answer = conversation.block(.received, [HeaderField(":status", "200"), HeaderField("server", "practice")])
    conversation.frames.headers(answer, stream: 3)
    [UInt8](repeating: 0x62, count: 10).withUnsafeBytes { conversation.frames.data($0, stream: 3, endStream: true) }
    try conversation.flush(.received)
    conversation.end()
    let texts = try await conversation.store().texts(conversation.key(.wire))
    #expect(texts[0].hasSuffix("HEADERS"))
    #expect(texts.contains { $0.hasSuffix("user-agent:  wire  dynamic 62") })
    #expect(texts.contains { $0.hasSuffix("rest of DATA, stream 1") })
    #expect(texts.contains { $0.contains("HEADERS, ") && $0.hasSuffix(" of stream 1: another exchange") })
    #expect(texts.contains { $0.hasSuffix("server:  practice  dynamic 62") })
  }

  @Test("a frame that was cut, bytes that are no HTTP/2, and findings are told where they are")
  func broken() async throws {
    var conversation = FrameConversation()
    conversation.frames.settings([])
    conversation.frames.ping([1, 2, 3, 4, 5, 6, 7])
    conversation.frames.headers(conversation.block(.received, [HeaderField(":status", "200")]), stream: 1)
    conversation.frames.bytes.append(contentsOf: [0, 0, 20, 4, 0, 0, 0, 0, 0, 0, 1])
    conversation.findings = [HTTP2Diagnostic(.pingLength, 18..<25)]
    try conversation.flush(.received)
    let running = try await conversation.store().window(conversation.key(.wire), rows: 0..<100)
    #expect(!running.isComplete)
    conversation.end()
    let texts = try await conversation.store().texts(conversation.key(.wire))
    let finding = try #require(texts.firstIndex { $0.hasPrefix("▲ error (RFC 9113 §6.7)") })
    #expect(texts[finding - 1].hasPrefix("  ␁␂␃␄␅␆␇ "))
    #expect(texts.last?.hasSuffix("rest of SETTINGS, stream 0, the connection") == true)

    var other = FrameConversation()
    other.frames.bytes = Array("HTTP/1.1 400 Bad Request\r\nServer: old\r\n\r\n".utf8)
    try other.flush(.received)
    other.end()
    let lines = try await other.store().texts(other.key(.wire))
    #expect(lines[0].hasSuffix("no HTTP/2") && lines.contains { $0.hasPrefix("  Server: old␍␊") })
  }

  @Test("a field, a start line and content of the messages are found in the frames that carried them")
  func places() async throws {
    let conversation = try FrameConversation.small()
    let store = try await conversation.store()
    let key = conversation.key(.wire)
    let rows = try await store.settledWindow(key, rows: 0..<200).rows
    for (direction, text, end) in [
      (Direction.sent, "GET", ":method:  GET  static 2"), (.sent, "wire.test", "added to the table"),
      (.sent, "Authorization", "never indexed"), (.received, "200", ":status:  200  static 8"),
      (.received, "server", "name static 54, value Huffman, added to the table"),
    ] {
      let log = conversation.snapshot.plain[direction]
      let all = String(decoding: try log.bytes(in: 0..<log.count), as: UTF8.self)
      let offset = try #require(all.range(of: text)?.lowerBound.utf16Offset(in: all))
      let place = try await store.reference(ByteReference(direction: direction, offset: offset), in: key)
      let row = try await store.row(containing: try #require(place), in: key)
      #expect(rows[try #require(row)].text.hasSuffix(end), "\(text)")
    }
    let content = try #require(conversation.snapshot.responses.last?.headEnd) + 5
    let place = try #require(
      try await store.reference(ByteReference(direction: .received, offset: content), in: key))
    #expect(place.layer == .frames)
    #expect(try await store.bytes(at: place, of: key.exchange) == Array("i".utf8))
    let same = ByteReference(direction: .received, offset: content)
    #expect(try await store.reference(same, in: conversation.key(.wireText)) == same)
  }

  @Test("the same exchange reads as HTTP/1 beside its frames")
  func asText() async throws {
    let conversation = try FrameConversation.small()
    let texts = try await conversation.store().texts(conversation.key(.wireText))
    #expect(texts.first?.hasSuffix("request line, 2 fields") == true)
    #expect(texts.contains { $0.hasPrefix("  GET / HTTP/1.1␍␊") })
    #expect(try await conversation.store().texts(conversation.key(.headers)).first?.hasPrefix("HTTP/2 200") == true)
  }

  @Test("100 MB in frames are scrolled to their end, and back to a field, in little memory")
  func large() async {
    await #expect(processExitsWith: .success) {
      var conversation = FrameConversation()
      conversation.frames.settings([])
      conversation.frames.headers(conversation.block(.received, [HeaderField(":status", "200")]), stream: 1)
      try conversation.flush(.received)
      let piece = [UInt8](repeating: 0x61, count: 16_384)
      for index in 0..<6400 {
        piece.withUnsafeBytes { conversation.frames.data($0, stream: index % 4 == 0 ? 3 : 1) }
        if index % 10 == 0 { conversation.frames.windowUpdate(.connection, increment: index + 1) }
        if index % 16 == 15 { try conversation.flush(.received) }
      }
      let trailers = conversation.block(.received, [HeaderField("x-end", "here")])
      conversation.frames.headers(trailers, stream: 1, endStream: true)
      try conversation.flush(.received)
      conversation.end()
      let store = try await conversation.store()
      let key = conversation.key(.wire)
      let window = try await store.settledWindow(key, rows: 10_000_000..<10_000_040)
      #expect(window.rows.last?.text.hasSuffix("x-end:  here  name Huffman, value Huffman, added to the table") == true)
      let first = try await store.window(key, rows: 0..<10)
      #expect(first.rows.contains { $0.text.hasSuffix(":status:  200  static 8") })
      #expect(try PeakMemory.kilobytes() < 80_000)
    }
  }
}
