import ContentCodings
import NIOCore

/// Content in content codings, right and wrong (RFC 9110 §8.4).
enum CodingEndpoints {
  static let all = [
    coded("gzip", "a JSON document of ?size= bytes (2000) in gzip") { _ in .gzip },
    coded("deflate", "the same in deflate; ?raw=1 leaves out the zlib format, as some servers do") { target in
      target["raw"] == "1" ? .rawDeflate : .deflate
    },
  ]

  static let broken = [
    PracticeEndpoint(broken: "wrong-gzip", "says Content-Encoding: gzip of what is none") {
      Steps([.text(head(length: 22) + "this is no gzip at all")])
    },
    PracticeEndpoint(broken: "cut-gzip", "gzip that ends in the middle") {
      let whole = gzip()
      let half = Array(whole.prefix(whole.count / 2))
      return Steps([.text(head(length: half.count)), .bytes(half)])
    },
    PracticeEndpoint(broken: "gzip-checksum", "gzip whose checksum is wrong") {
      var bytes = gzip()
      // The last 8 bytes are the checksum and the length (RFC 1952 §2.3.1).
      if bytes.count > 8 { bytes[bytes.count - 8] ^= 0xFF }
      return Steps([.text(head(length: bytes.count)), .bytes(bytes)])
    },
  ]

  private static func coded(
    _ name: String, _ summary: String, format: @escaping @Sendable (RequestTarget) -> ContentEncoder.Format
  ) -> PracticeEndpoint {
    PracticeEndpoint("GET", "/\(name)", example: "/\(name)?size=100k", summary) { request, _ in
      let size = request.target.number("size", standard: 2000, in: 2...ByteCount.limit)
      let document = JSONContent.steps(count: size, isPretty: false)
      guard let steps = EncodedContent.steps(document, format: format(request.target)) else {
        return .problem(503, "There is no memory to encode with: try again.")
      }
      return Response(
        fields: [
          Response.Field("Content-Type", "application/json"), Response.Field("Content-Encoding", name),
          Response.Field("Vary", "Accept-Encoding"),
        ], content: .steps(steps, length: nil))
    }
  }

  private static func head(length: Int) -> String {
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\nContent-Length: \(length)\r\n\r\n"
  }

  private static func gzip() -> [UInt8] {
    var bytes: [UInt8] = []
    guard let steps = EncodedContent.steps(TextContent.lines(count: 4000), format: .gzip) else { return bytes }
    while case .bytes(let piece, _) = steps.next() { bytes += piece.readableBytesView }
    return bytes
  }
}
