import HTTP2

/// What HTTP/2 has beside requests and responses: frames about the connection, and streams that end early.
enum HTTP2Endpoints {
  static let all = [
    PracticeEndpoint(http2: "/h2/stream", "the number of the request's stream") { _, stream in
      .json(["stream": JSON(Int(stream.number))])
    },
    PracticeEndpoint(
      http2: "/h2/ping", example: "/h2/ping?count=3", "?count= PING frames (1), which the client must send back"
    ) { request, _ in
      let count = request.target.number("count", standard: 1, in: 1...100)
      return text("This came behind PING frames: \(count).\n", after: .ping(count: count))
    },
    PracticeEndpoint(
      http2: "/h2/settings", example: "/h2/settings?window=1000&streams=2",
      "new settings: ?window= bytes of content for each stream (1M), ?streams= at once (100)", answer: settings),
    PracticeEndpoint(
      http2: "/h2/altsvc", "an ALTSVC and an ORIGIN frame: other ways to the server, other names for it"
    ) { _, stream in
      var frames = FrameWriter()
      frames.alternativeService(origin: [], value: Array("h2=\":443\"; ma=60".utf8), stream: stream)
      frames.origin([Array("https://localhost".utf8), Array("https://other.example".utf8)])
      return text("Two frames about other places came before this.\n", after: .frames(frames))
    },
    PracticeEndpoint(
      http2: "/h2/grease", "a frame, a flag and a setting that nobody knows, and all must ignore"
    ) { _, _ in
      var frames = FrameWriter()
      // Numbers that RFC 9113 leaves to others; those of the pattern 0x?a?a are known to mean nothing.
      frames.frame(
        FrameKind(rawValue: 0x2A), flags: FrameFlags(rawValue: 0xA5), stream: .connection,
        payload: Array("grease".utf8))
      frames.settings([Setting(Setting.Identifier(rawValue: 0x3A3A), 42)])
      return text("A frame came before this that has no meaning.\n", after: .frames(frames))
    },
    PracticeEndpoint(
      http2: "/h2/reset", example: "/h2/reset?code=11", "half of the content, then RST_STREAM with ?code= (8, CANCEL)"
    ) { request, _ in
      let code = HTTP2ErrorCode(rawValue: UInt32(request.target.number("code", standard: 8, in: 0...0xFFFF)))
      let steps = Steps([.text("half of it"), .wait(milliseconds: 100), .signal(.resetStream(code))])
      return Response(
        fields: [Response.Field("Content-Type", "text/plain")], content: .steps(steps, length: 20))
    },
    PracticeEndpoint(
      http2: "/h2/refused", "RST_STREAM with REFUSED_STREAM at once: the request may be sent again"
    ) { _, _ in
      Response(raw: Steps([.signal(.resetStream(.refusedStream))]))
    },
    PracticeEndpoint(
      http2: "/h2/goaway", example: "/h2/goaway?code=11",
      "GOAWAY with ?code= (0), then the answer; the connection takes no more requests"
    ) { request, _ in
      let code = HTTP2ErrorCode(rawValue: UInt32(request.target.number("code", standard: 0, in: 0...0xFFFF)))
      return text("GOAWAY came before this.\n", after: .goAway(code, "The practice server was asked to say this."))
    },
  ]

  private static func settings(_ request: PracticeRequest, _ stream: StreamID) -> Response {
    var settings = HTTP2Configuration.server.settings
    let window = request.target.number("window", standard: settings.initialWindowSize, in: 1...(16 << 20))
    let streams = request.target.number("streams", standard: settings.maxConcurrentStreams ?? 100, in: 1...1000)
    settings.initialWindowSize = window
    settings.maxConcurrentStreams = streams
    return text(
      "From now on a request's content may be \(window) bytes ahead, and \(streams) streams be open at once.\n",
      after: .settings(settings))
  }

  private static func text(_ text: String, after signal: HTTP2Signal) -> Response {
    Response(
      fields: [Response.Field("Content-Type", "text/plain; charset=utf-8")],
      content: .steps(Steps([.signal(signal), .text(text)]), length: text.utf8.count))
  }
}
