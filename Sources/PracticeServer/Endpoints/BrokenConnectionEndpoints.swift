import NIOCore

/// Servers that fail below HTTP: they reset, stay silent, or speak something else.
enum BrokenConnectionEndpoints {
  static let all = [
    PracticeEndpoint(broken: "reset", "half a body, then a TCP reset") {
      Steps([
        .text("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nhalf of it"),
        // A reset throws away what has not left yet.
        .wait(milliseconds: 100),
        .reset,
      ])
    },
    PracticeEndpoint(broken: "silent", "reads the request and never answers") { Steps([.hold]) },
    PracticeEndpoint(broken: "close", "reads the request and closes without an answer") { Steps([.close]) },
    PracticeEndpoint(broken: "garbage", "4 KiB of noise instead of a response") {
      Steps([
        .text("\u{1}\u{2}\u{3}"),
        .bytes(BinaryContent.block.getSlice(at: 0, length: 4093) ?? ByteBuffer()),
      ])
    },
  ]
}
