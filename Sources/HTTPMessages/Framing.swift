/// How the end of a message's content is known (RFC 9112 §6.3).
package enum Framing: UInt8, Sendable, Hashable, CaseIterable {
  /// No content: by rule (the answer to HEAD, 1xx, 204, 304) or, in a request, because none is announced.
  case none
  case contentLength
  case chunked
  /// The content ends when the connection does; also when the announced framing cannot be read.
  case untilClose
  /// What follows is another protocol (CONNECT, 101).
  case tunnel
  /// The content ends with its stream, or where trailers come on it (RFC 9113 §8.1).
  case stream

  /// The framing's name in words.
  package var name: String {
    switch self {
    case .none: "no content"
    case .contentLength: "content length"
    case .chunked: "chunked"
    case .untilClose: "until close"
    case .tunnel: "tunnel"
    case .stream: "until the stream's end"
    }
  }
}
