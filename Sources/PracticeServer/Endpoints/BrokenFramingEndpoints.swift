/// Responses whose end can't be known, or is not where they say (RFC 9112 §6 and §7).
enum BrokenFramingEndpoints {
  private static let chunkedHead = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"

  static let all = [
    broken(
      "bad-chunk-size", "a chunk size that is no hexadecimal number",
      chunkedHead + "5\r\nhello\r\nxyz\r\nworld\r\n0\r\n\r\n"),
    broken("early-close-in-chunk", "closes in the middle of a chunk", chunkedHead + "5\r\nhello\r\n14\r\nonly a part"),
    broken("missing-last-chunk", "closes before the last chunk of size 0", chunkedHead + "5\r\nhello\r\n"),
    broken("lf-in-chunk", "chunk lines that end in a bare LF", chunkedHead + "5\nhello\r\n0\r\n\r\n"),
    broken(
      "short", "a body shorter than its Content-Length", head("Content-Length: 100") + "only these 29 bytes, not 100."),
    broken(
      "long", "a body longer than its Content-Length", head("Content-Length: 5") + "hello and these bytes are too many"),
    broken(
      "two-lengths", "two Content-Length fields that differ",
      head("Content-Length: 5", "Content-Length: 11") + "hello world"),
    broken(
      "length-and-chunked", "both Content-Length and Transfer-Encoding",
      head("Content-Length: 5", "Transfer-Encoding: chunked") + "5\r\nhello\r\n0\r\n\r\n"),
  ]

  private static func head(_ fields: String...) -> String {
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
  }

  private static func broken(_ name: String, _ summary: String, _ text: String) -> PracticeEndpoint {
    PracticeEndpoint(broken: name, summary) { Steps([.text(text)]) }
  }
}
