import HTTPMessages
import Testing

/// A parser that begins inside of a message tells of the same parts as one that read all of it.
@Suite struct ResumingTests {
  /// What single lines say: the events but those about a message as a whole.
  private static func told(_ events: some Sequence<ParseEvent>) -> [ParseEvent] {
    events.filter { $0.kind == .part || $0.kind == .field }
  }

  private static func resumed(_ parseCase: ParseCase, at offset: Int, _ parser: MessageParser) -> [ParseEvent] {
    told(Reading(Array(parseCase.bytes[offset...]), parser: parser).events)
  }

  @Test("from each field line of each case on, to the end of the section", arguments: ParseCase.all)
  func fields(_ parseCase: ParseCase) throws {
    let whole = Reading(parseCase.bytes, parser: parseCase.parser(.lenient)).events
    for (index, event) in whole.enumerated() where event.kind == .field {
      let parser = MessageParser(
        resumingFieldsAt: event.start, of: parseCase.kind, isInTrailers: event.isTrailer,
        configuration: parseCase.configuration(.lenient))
      let resumed = Self.resumed(parseCase, at: event.start, parser)
      let end = whole[index...].firstIndex { $0.part == .blankLine && $0.kind == .part } ?? whole.count - 1
      let expected = Self.told(whole[index...end])
      #expect(Array(resumed.prefix(expected.count)) == expected, "from \(event.start)")
    }
  }

  @Test("from each chunk line of each case on, to the end of the message", arguments: ParseCase.all)
  func chunks(_ parseCase: ParseCase) {
    let whole = Reading(parseCase.bytes, parser: parseCase.parser(.lenient)).events
    for (index, event) in whole.enumerated() where event.kind == .part && event.part == .chunkSize {
      let parser = MessageParser(
        resumingChunkedContentAt: event.start, of: parseCase.kind, configuration: parseCase.configuration(.lenient))
      let resumed = Self.resumed(parseCase, at: event.start, parser)
      let end = whole[index...].firstIndex { $0.kind == .messageEnd } ?? whole.count - 1
      let expected = Self.told(whole[index...end])
      #expect(Array(resumed.prefix(expected.count)) == expected, "from \(event.start)")
    }
  }

  @Test("from each message's first byte on, to the end of its head", arguments: ParseCase.all)
  func messages(_ parseCase: ParseCase) {
    let whole = Reading(parseCase.bytes, parser: parseCase.parser(.lenient)).events
    for (index, event) in whole.enumerated() where event.kind == .messageStart {
      let parser = MessageParser(
        resumingMessagesAt: event.start, of: parseCase.kind, configuration: parseCase.configuration(.lenient))
      let resumed = Self.resumed(parseCase, at: event.start, parser)
      let end = whole[index...].firstIndex { $0.kind == .headEnd } ?? whole.count - 1
      let expected = Self.told(whole[index...end])
      #expect(Array(resumed.prefix(expected.count)) == expected, "from \(event.start)")
    }
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
