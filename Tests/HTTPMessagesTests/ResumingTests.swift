import HTTPMessages
import ParserProperties
import Testing

/// A parser that begins inside of a message tells of the same parts as one that read all of it.
@Suite struct ResumingTests {
  @Test("from each field, each chunk line and each message of each case on", arguments: ParseCase.all)
  func cases(_ parseCase: ParseCase) throws {
    let properties = ParserProperties(of: parseCase, .lenient)
    for place in properties.whole.events.indices { try properties.holdResuming(at: place) }
  }

  @Test("trailers that are read again say what is wrong with them")
  func diagnostics() throws {
    let input = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: A\r\n\r\n0\r\nA : b\r\nHost: c\r\n\r\n"
    let bytes = Array(input.utf8)
    let whole = Reading(bytes, parser: MessageParser(.response)).events
    let first = try #require(whole.first { $0.kind == .field && $0.isTrailer })
    let parser = MessageParser(resumingFieldsAt: first.start, of: .response, isInTrailers: true)
    let resumed = Reading(Array(bytes[first.start...]), parser: parser)
    #expect(resumed.events == whole.filter { $0.start >= first.start && $0.kind != .headEnd })
    #expect(resumed.codes == [.fieldSpaceBeforeColon, .trailerForbidden])
  }

  @Test("a chunk's data can be passed over, all of it or a part")
  func skipping() throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n".utf8)
    var parser = MessageParser(.response)
    var events = ParseEvents()
    #expect(bytes.withUnsafeBytes { parser.parse($0, into: &events) } == bytes.count)
    #expect(parser.chunkDataAhead == 0x1000)
    parser.skipChunkData(0)
    parser.skipChunkData(0xfff)
    #expect(parser.chunkDataAhead == 1)
    parser.skipChunkData(1)
    #expect(parser.chunkDataAhead == 0)
    events.removeAll()
    _ = Array("\r\n0\r\n".utf8).withUnsafeBytes { parser.parse($0, into: &events) }
    let start = bytes.count + 0x1000
    #expect(
      Array(events) == [
        .part(.lineEnd, start..<start + 2), .part(.chunkSize, start + 2..<start + 3),
        .part(.lineEnd, start + 3..<start + 5),
      ])
  }
}
