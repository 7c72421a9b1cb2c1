import HTTP2

/// Turns a request of HTTP/2 into the text that HTTP/1 would have for it, framing and all.
struct RequestText {
  /// Whether the content comes in chunks, because nobody has told its length.
  private let isChunked: Bool
  private var hasEnded = false

  /// The head as text, and what is needed to write the rest.
  static func begin(_ fields: [HeaderField], endStream: Bool) -> (RequestText, [UInt8]) {
    let isChunked = !endStream && fields.first("content-length") == nil
    let framing = isChunked ? [HeaderField("transfer-encoding", "chunked")] : []
    let head = HTTP1Text(fields + framing, as: .request, version: "HTTP/1.1").bytes
    return (RequestText(isChunked: isChunked, hasEnded: endStream), head)
  }

  /// Hands over content in its framing.
  func content(_ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) {
    guard isChunked else { return body(bytes) }
    write("\(String(bytes.count, radix: 16))\r\n", body)
    body(bytes)
    write("\r\n", body)
  }

  /// Hands over what ends the content: the last chunk and the trailers, which other framing has no place for.
  mutating func end(trailers: [HeaderField], _ body: (UnsafeRawBufferPointer) -> Void) {
    guard !hasEnded else { return }
    hasEnded = true
    guard isChunked else { return }
    write("0\r\n", body)
    HTTP1Text(trailers, as: .trailers).bytes.withUnsafeBytes(body)
  }

  private func write(_ text: String, _ body: (UnsafeRawBufferPointer) -> Void) {
    Array(text.utf8).withUnsafeBytes(body)
  }
}
