import HTTPMessages
import Testing

@Suite struct MessageParserTests {
  @Test("a request with a length is read part by part") func request() {
    var parser = MessageParser(.request)
    var events = ParseEvents()
    let bytes = Array("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc".utf8)
    let read = bytes.withUnsafeBytes { parser.parse($0, into: &events) }
    #expect(read == bytes.count)
    #expect(
      Array(events) == [
        .messageStart(at: 0), .part(.method, 0..<4), .part(.target, 5..<7), .part(.version, 8..<16),
        .part(.fieldName, 18..<22), .part(.fieldValue, 24..<25), .part(.fieldName, 27..<41),
        .part(.fieldValue, 43..<44), .headEnd(at: 48, framing: .contentLength, contentLength: 3),
        .part(.content, 48..<51), .messageEnd(at: 51),
      ])
    #expect(parser.isBetweenMessages)
  }
}
