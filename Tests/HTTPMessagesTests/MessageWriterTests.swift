import HTTPMessages
import ParserProperties
import Testing

@Suite struct MessageWriterTests {
  @Test("what is written is read without a finding")
  func roundTrip() {
    var writer = MessageWriter()
    writer.requestLine(method: "POST", target: "/a")
    writer.field(name: "Host", value: "a")
    writer.field(name: Array("X-Bytes".utf8), value: [0xe9, 0x21])
    writer.field(name: "Empty", value: "")
    writer.field(name: "Transfer-Encoding", value: "chunked")
    writer.field(name: "Trailer", value: "Sum")
    writer.endOfHead()
    writer.chunk(Array("0123456789abcdef".utf8), chunkExtension: "a=\"b c\"")
    writer.chunk([])
    writer.lastChunk()
    writer.field(name: "Sum", value: "1")
    writer.endOfHead()
    #expect(
      Reading(writer.bytes, parser: MessageParser(.request)).lines(of: writer.bytes) == [
        "0 message", "0 method |POST|", "4 white space | |", "5 target |/a|", "7 white space | |",
        "8 version |HTTP/1.1|", "16 line end |␍␊|", "18 field |Host||:| |a||␍␊|", "27 field |X-Bytes||:| |<e9>!||␍␊|",
        "40 field |Empty||:| |||␍␊|", "49 field |Transfer-Encoding||:| |chunked||␍␊|",
        "77 field |Trailer||:| |Sum||␍␊|", "91 blank line |␍␊|",
        "93 head ends: chunked", "93 chunk size |10|", "95 semicolon |;|", "96 chunk extension |a=\"b c\"|",
        "103 line end |␍␊|", "105 content |0123456789abcdef|", "121 line end |␍␊|", "123 chunk size |0|",
        "124 line end |␍␊|", "126 trailer |Sum||:| |1||␍␊|", "134 blank line |␍␊|", "136 end",
      ])
  }

  @Test("a status line keeps the space before a missing reason")
  func statusLine() {
    var writer = MessageWriter()
    writer.statusLine(status: 204)
    #expect(writer.bytes == Array("HTTP/1.1 204 \r\n".utf8))
  }

  @Test("tokens and names are compared by bytes, letters without regard to case")
  func names() {
    #expect(Token.isToken("M-SEARCH") && Token.isToken("!#$%&'*+-.^_`|~09azAZ"))
    #expect(!Token.isToken("") && !Token.isToken("a b") && !Token.isToken("a:") && !Token.isToken("é"))
    #expect(ASCIICase.equal("Content-TYPE", "content-type"))
    #expect(!ASCIICase.equal("a@", "A`"))
    #expect(ASCIICase.lowercased("ETag".utf8) == Array("etag".utf8))
  }
}
