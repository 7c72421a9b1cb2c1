import HTTP2

/// Frames that break a rule of HTTP/2 (RFC 9113), for which the client must end the stream or the connection.
enum BrokenHTTP2Endpoints {
  static let all = [
    broken("h2-frame-size", "a PING frame of 7 bytes instead of 8") { frames, _ in
      frames.frame(.ping, stream: .connection, payload: Array("7 bytes".utf8))
    },
    broken("h2-window", "a WINDOW_UPDATE that opens a window too far") { frames, _ in
      frames.windowUpdate(.connection, increment: 0x7FFF_FFFF)
    },
    broken("h2-table", "a header block that points to a place of the table where nothing is") { frames, stream in
      // An index of 126: the static table ends at 61, and the dynamic one is not that long.
      frames.headers([0xFE], stream: stream)
    },
    broken("h2-idle", "content for a stream that nobody has opened") { frames, stream in
      let idle = StreamID(stream.number + 1000)
      Array("lost".utf8).withUnsafeBytes { frames.data($0, stream: idle) }
    },
    broken("h2-upper-case", "a field name in capitals") { frames, stream in
      frames.headers(block(("x-fine", "1"), ("X-Capital", "2")), stream: stream)
    },
    broken("h2-connection", "a Connection field, which HTTP/2 does not have") { frames, stream in
      frames.headers(block(("connection", "keep-alive")), stream: stream)
    },
    broken("h2-length", "content shorter than its Content-Length") { frames, stream in
      frames.headers(block(("content-length", "100")), stream: stream)
      Array("only these 29 bytes, not 100.".utf8).withUnsafeBytes { frames.data($0, stream: stream, endStream: true) }
    },
    broken("h2-push", "a PUSH_PROMISE, although the client takes none") { frames, stream in
      frames.pushPromise(2, block(("x-pushed", "yes")), stream: stream)
    },
  ]

  /// The frames go out beside what the connection believes to have sent; then nothing more comes on the stream.
  private static func broken(
    _ name: String, _ summary: String, _ write: @escaping @Sendable (inout FrameWriter, StreamID) -> Void
  ) -> PracticeEndpoint {
    PracticeEndpoint(http2: "/broken/\(name)", summary, isBroken: true) { _, stream in
      var frames = FrameWriter()
      write(&frames, stream)
      return Response(raw: Steps([.signal(.frames(frames)), .hold]))
    }
  }

  /// A response's header block that leaves the table of the other side as it is.
  private static func block(_ fields: (String, String)...) -> [UInt8] {
    // `:status: 200` stands at place 8 of the static table.
    fields.reduce(into: [0x88]) { block, field in
      // A literal without indexing, its name new (RFC 7541 §6.2.2); neither text has more than 126 bytes.
      block.append(0)
      for text in [field.0, field.1] {
        block.append(UInt8(text.utf8.count))
        block += text.utf8
      }
    }
  }
}
