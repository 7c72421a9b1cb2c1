import HTTPMessages
import Testing

@Suite struct MessageParserTests {
  @Test("one million chunks of ten bytes are read through an event buffer of fixed size")
  func millionChunks() {
    let head = Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
    let chunk = Array("a\r\n0123456789\r\n".utf8)
    // Not a multiple of the chunk, so that chunks are cut at every place.
    let piece = (0..<4_001).flatMap { _ in chunk }
    var parser = MessageParser(.response)
    var events = ParseEvents(capacity: 64)
    var contentCount = 0
    var sizeCount = 0
    var mostEvents = 0
    func feed(_ bytes: ArraySlice<UInt8>) {
      bytes.withUnsafeBytes { bytes in
        var read = 0
        while read < bytes.count {
          read += parser.parse(UnsafeRawBufferPointer(rebasing: bytes[read...]), into: &events)
          mostEvents = max(mostEvents, events.count)
          for index in 0..<events.count where events[index].kind == .part {
            if events[index].part == .content { contentCount += events[index].length }
            if events[index].part == .chunkSize { sizeCount += 1 }
          }
          #expect(!events.contains { $0.kind == .diagnostic })
          events.removeAll()
        }
      }
    }
    feed(head[...])
    var left = 1_000_000 * chunk.count
    var start = 0
    while left > 0 {
      let end = min(piece.count, start + 4_096, start + left)
      feed(piece[start..<end])
      left -= end - start
      start = end == piece.count ? 0 : end
    }
    feed(Array("0\r\n\r\n".utf8)[...])
    #expect(sizeCount == 1_000_001)
    #expect(contentCount == 10_000_000)
    #expect(mostEvents < 128)
    #expect(parser.isBetweenMessages)
    #expect(parser.offset == head.count + 1_000_000 * chunk.count + 5)
  }

  @Test("a full event buffer stops the parser until it is emptied")
  func fullBuffer() {
    let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    var parser = MessageParser(.request)
    var events = ParseEvents(capacity: 2)
    bytes.withUnsafeBytes { bytes in
      let first = parser.parse(bytes, into: &events)
      #expect(first < bytes.count)
      #expect(parser.offset == first)
      #expect(events.isFull)
      let rest = UnsafeRawBufferPointer(rebasing: bytes[first...])
      #expect(parser.parse(rest, into: &events) == 0)
      events.removeAll()
      #expect(parser.parse(rest, into: &events) > 0)
    }
  }

  @Test("a parser is between two messages also inside of an empty line", arguments: ["", "\r\n", "\r", "GET"])
  func betweenMessages(start: String) {
    var parser = MessageParser(.request)
    var events = ParseEvents()
    _ = Array(start.utf8).withUnsafeBytes { parser.parse($0, into: &events) }
    #expect(parser.isBetweenMessages == (start != "GET"))
  }

  @Test("a parser is less than a kibibyte and an event is 32")
  func size() {
    #expect(MemoryLayout<MessageParser>.size < 1_024)
    #expect(MemoryLayout<ParseEvent>.stride == 32)
  }

  @Test("bytes after the end of the stream are leftover")
  func afterFinish() {
    var parser = MessageParser(.response)
    var events = ParseEvents()
    parser.finish(into: &events)
    #expect(events.isEmpty)
    _ = Array("HTTP/1.1".utf8).withUnsafeBytes { parser.parse($0, into: &events) }
    #expect(Array(events) == [.part(.leftover, 0..<8)])
  }
}
