import Testing

@testable import PracticeServer

@Suite("Reading requests")
struct RequestReaderTests {
  @Test(
    "a request is the same at every cut",
    arguments: [
      "POST /echo?x=1 HTTP/1.1\r\nhOST: a\r\nX-Odd:  two  spaces \r\nContent-Length: 5\r\n\r\n\0\u{1}\r\n!",
      "\r\nFROB /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX-T: 1\r\n\r\n",
    ])
  func cuts(_ text: String) throws {
    let bytes = Array(text.utf8)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        var reader = RequestReader()
        var output: [RequestReader.Output] = []
        for piece in [bytes[..<first], bytes[first..<second], bytes[second...]] {
          piece.withUnsafeBytes { reader.read($0, into: &output) { _ in .keepMessage(limit: 1000) } }
        }
        guard output.count == 1, case .request(let request) = output[0] else {
          Issue.record("no request when cut at \(first) and \(second): \(output)")
          return
        }
        #expect(request.bytes == bytes.drop { $0 == 0x0D || $0 == 0x0A }.map { $0 }, "cut at \(first) and \(second)")
        #expect(request.target.path == "/echo")
        #expect(request.fields.count == (request.method == "POST" ? 3 : 2))
      }
    }
  }
}
