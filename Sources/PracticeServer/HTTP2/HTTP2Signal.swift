import HTTP2

/// What an endpoint does that only HTTP/2 has words for.
enum HTTP2Signal {
  /// Frames that go out as they are, right or wrong.
  case frames(FrameWriter)
  /// As many PING frames.
  case ping(count: Int)
  /// Tell the client of changed settings.
  case settings(HTTP2Settings)
  /// Take no new streams on this connection, and close it when the last one has ended.
  case goAway(HTTP2ErrorCode, String)
  /// Give up the stream of this request.
  case resetStream(HTTP2ErrorCode)
}
