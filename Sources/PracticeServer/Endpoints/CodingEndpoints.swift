import ContentCodings
import HTTPMessages
import NIOCore

/// Content in content codings, right and wrong (RFC 9110 §8.4).
enum CodingEndpoints {
  static let all = [
    coded("gzip", "a JSON document of ?size= bytes (2000) in gzip") { _ in [.gzip] },
    coded("deflate", "the same in deflate; ?raw=1 leaves out the zlib format, as some servers do") { target in
      [target["raw"] == "1" ? .rawDeflate : .deflate]
    },
    coded("br", "the same in brotli") { _ in [.br] },
    coded("zstd", "the same in zstd") { _ in [.zstd] },
    coded("stacked", "the same in gzip, and that in br", contentEncoding: "gzip, br") { _ in [.gzip, .br] },
    PracticeEndpoint("POST", "/decode", "the content of the request with its Content-Encoding undone", answer: decode),
    PracticeEndpoint("GET", "/bomb", "256 MiB of zeros in less than a kilobyte of br", answer: bomb),
  ]

  /// Bytes of the bomb when it is decoded.
  private static let bombSize = 256 << 20

  static let broken = [
    PracticeEndpoint(broken: "wrong-gzip", "says Content-Encoding: gzip of what is none") {
      Steps([.text(head(length: 22) + "this is no gzip at all")])
    },
    PracticeEndpoint(broken: "cut-gzip", "gzip that ends in the middle") {
      let whole = lines(.gzip)
      let half = Array(whole.prefix(whole.count / 2))
      return Steps([.text(head(length: half.count)), .bytes(half)])
    },
    PracticeEndpoint(broken: "cut-zstd", "zstd that ends in the middle") {
      let whole = lines(.zstd, count: 600_000)
      let half = Array(whole.prefix(whole.count / 2))
      return Steps([.text(head(length: half.count, coding: "zstd")), .bytes(half)])
    },
    PracticeEndpoint(broken: "corrupt-br", "br that goes on with a block that none may be") {
      let bytes = lines(.br) { encoder, bytes in
        encoder.flush { bytes += $0 }
        // A metadata block whose reserved bit is set (RFC 7932 §9.2).
        bytes += [0x0E, 0, 0]
      }
      return Steps([.text(head(length: bytes.count, coding: "br")), .bytes(bytes)])
    },
    PracticeEndpoint(broken: "gzip-checksum", "gzip whose checksum is wrong") {
      var bytes = lines(.gzip)
      // The last 8 bytes are the checksum and the length (RFC 1952 §2.3.1).
      if bytes.count > 8 { bytes[bytes.count - 8] ^= 0xFF }
      return Steps([.text(head(length: bytes.count)), .bytes(bytes)])
    },
  ]

  private static func coded(
    _ name: String, _ summary: String, contentEncoding: String? = nil,
    formats: @escaping @Sendable (RequestTarget) -> [ContentEncoder.Format]
  ) -> PracticeEndpoint {
    PracticeEndpoint("GET", "/\(name)", example: "/\(name)?size=100k", summary) { request, _ in
      let size = request.target.number("size", standard: 2000, in: 2...ByteCount.limit)
      let document = JSONContent.steps(count: size, isPretty: false)
      guard let steps = EncodedContent.steps(document, formats: formats(request.target)) else {
        return outOfMemory
      }
      return response("application/json", contentEncoding ?? name, steps)
    }
  }

  private static func response(_ type: String, _ contentEncoding: String, _ steps: Steps) -> Response {
    Response(
      fields: [
        Response.Field("Content-Type", type), Response.Field("Content-Encoding", contentEncoding),
        Response.Field("Vary", "Accept-Encoding"),
      ], content: .steps(steps, length: nil))
  }

  private static func bomb(_ request: PracticeRequest, _ state: ServerState) -> Response {
    var pieces = bombSize >> 20
    let zeros = ByteBuffer(repeating: 0, count: 1 << 20)
    let steps = Steps {
      pieces -= 1
      return pieces >= 0 ? .bytes(zeros) : nil
    }
    guard let coded = EncodedContent.steps(steps, formats: [.br]) else { return outOfMemory }
    return response("text/plain", "br", coded)
  }

  private static func decode(_ request: PracticeRequest, _ state: ServerState) -> Response {
    let codings = request.fields.filter { ASCIICase.equal($0.name, "Content-Encoding") }.map(\.value)
    var content: [UInt8] = []
    do throws(ContentCodingError) {
      let limits = ContentDecoderLimits(decodedCount: ContentPolicy.defaultLimit)
      let decoder = try ContentDecoder(contentEncoding: codings.joined(separator: ",").utf8, limits: limits)
      try request.content.span.bytes.withUnsafeBytes { bytes throws(ContentCodingError) in
        try decoder.decode(bytes) { content += $0 }
      }
      try decoder.finish()
    } catch .unknownCoding(let name) {
      var response = Response.problem(415, "The coding “\(name)” is none that this server decodes.")
      response.fields.append(Response.Field("Accept-Encoding", "gzip, deflate, br, zstd"))
      return response
    } catch {
      return .problem(400, error.message)
    }
    return Response(fields: [Response.Field("Content-Type", "application/octet-stream")], content: .bytes(content))
  }

  private static var outOfMemory: Response { .problem(503, "There is no memory to encode with: try again.") }

  private static func head(length: Int, coding: String = "gzip") -> String {
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: \(coding)\r\nContent-Length: \(length)\r\n\r\n"
  }

  /// So many bytes of lines of text, encoded, with an end as it should be or another one.
  private static func lines(
    _ format: ContentEncoder.Format, count: Int = 4000,
    end: (ContentEncoder, inout [UInt8]) -> Void = { encoder, bytes in encoder.finish { bytes += $0 } }
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    guard let encoder = try? ContentEncoder(format) else { return bytes }
    let steps = TextContent.lines(count: count)
    while case .bytes(let piece, _) = steps.next() {
      piece.withUnsafeReadableBytes { plain in encoder.encode(plain) { bytes += $0 } }
    }
    end(encoder, &bytes)
    return bytes
  }
}
