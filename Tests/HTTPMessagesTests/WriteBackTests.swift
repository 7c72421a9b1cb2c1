import HTTPMessages
import ParserProperties
import Testing

@Suite struct WriteBackTests {
  static func written(_ stream: ExactStream) -> [UInt8] {
    var writer = MessageWriter()
    writer.stream(stream)
    return writer.bytes
  }

  @Test("each case writes back to its bytes", arguments: ParseCase.all, ParseCase.Mode.allCases)
  func cases(_ parseCase: ParseCase, _ mode: ParseCase.Mode) throws {
    try ParserProperties(of: parseCase, mode).holdWritingBack()
  }

  static let chunked = """
    \nHTTP/1.1  200 OK\r
    Server :\ta \r
    X:  one\r
      two\t\r
    Transfer-Encoding:chunked\r
    \r
    5 ;a=b\r
    hello\r
    0\r
    Sum: 1\n\r
    rest
    """

  @Test("parts stand in their places with the white space around them")
  func parts() throws {
    let stream = ExactStream(.response, in: Array(Self.chunked.utf8))
    let message = try #require(stream.messages.first)
    #expect(message.emptyLines == [0x0a])
    #expect(message.startLine[.statusCode] == Array("200".utf8))
    #expect(message.startLine[.whitespace] == Array("  ".utf8) && message.startLine[.method] == nil)
    #expect(message.fields.map { String(decoding: $0.name, as: UTF8.self) } == ["Server", "X", "Transfer-Encoding"])
    #expect(message.fields[0].spaceBeforeColon == [0x20] && message.fields[0].spaceBeforeValue == [0x09])
    #expect(message.fields[1].value == Array("one\r\n  two".utf8) && message.fields[1].spaceAfterValue == [0x09])
    #expect(message.fields[2].spaceBeforeValue.isEmpty)
    #expect(message.headEnd == Array("\r\n".utf8) && message.content.isEmpty)
    #expect(message.chunks.map(\.content) == [Array("hello".utf8), []])
    #expect(message.chunks[0].line[.chunkExtension] == Array("a=b".utf8))
    #expect(message.trailers.map(\.lineEnd) == [[0x0a]] && message.trailerEnd == Array("\r\n".utf8))
    #expect(stream.leftover == Array("rest".utf8))
  }

  @Test("changing one part changes its bytes and no others")
  func edit() {
    var stream = ExactStream(.response, in: Array(Self.chunked.utf8))
    stream.messages[0].fields[0].value = Array("barewire".utf8)
    #expect(Self.written(stream) == Array(Self.chunked.replacing("\ta \r\n", with: "\tbarewire \r\n").utf8))
    stream.messages[0].startLine[.reason] = Array("Fine".utf8)
    stream.messages[0].trailers.insert(.init(name: Array("T".utf8), value: Array("v".utf8)), at: 0)
    #expect(
      String(decoding: Self.written(stream), as: UTF8.self)
        == Self.chunked.replacing("\ta \r\n", with: "\tbarewire \r\n").replacing("200 OK", with: "200 Fine")
        .replacing("Sum", with: "T: v\r\nSum"))
  }
}
