import HTTPMessages
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
    writer.endOfHead()
    writer.chunk(Array("0123456789abcdef".utf8), chunkExtension: "a=\"b c\"")
    writer.chunk([])
    writer.lastChunk()
    writer.field(name: "Sum", value: "1")
    writer.endOfHead()
    #expect(
      Reading(writer.bytes, parser: MessageParser(.request)).lines(of: writer.bytes) == [
        "message 0", "method |POST|", "target |/a|", "version |HTTP/1.1|", "field name |Host|", "field value |a|",
        "field name |X-Bytes|", "field value |<e9>!|", "field name |Empty|", "field value ||",
        "field name |Transfer-Encoding|", "field value |chunked|", "head ends 79: chunked", "chunk size |10|",
        "chunk extension |a=\"b c\"|", "content |0123456789abcdef|", "chunk size |0|", "trailer name |Sum|",
        "trailer value |1|", "end 122",
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
