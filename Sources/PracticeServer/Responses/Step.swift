import NIOCore

/// One step of sending a response.
enum Step {
  /// Send these bytes; in chunked framing they make one chunk, with this extension.
  case bytes(ByteBuffer, chunkExtension: String = "")
  /// Let this time pass, after all that came before has left.
  case wait(milliseconds: Int)
  /// Send nothing more, and hold the connection until the other side closes it.
  case hold
  /// Abort the connection with a TCP reset.
  case reset
  /// Close the connection in good order.
  case close
  /// Do what HTTP/2 alone has words for; only for requests that came on a stream.
  case signal(HTTP2Signal)

  static func bytes(_ bytes: [UInt8]) -> Step {
    .bytes(ByteBuffer(bytes: bytes))
  }

  static func text(_ text: String) -> Step {
    .bytes(ByteBuffer(string: text))
  }
}

/// Steps made one by one, as fast as the other side takes them: a body of any size needs no memory.
typealias Steps = AnyIterator<Step>

extension AnyIterator<Step> {
  init(_ steps: [Step]) {
    self.init(steps.makeIterator())
  }

  /// These steps and then those.
  func then(_ following: Steps) -> Steps {
    Steps { self.next() ?? following.next() }
  }
}
