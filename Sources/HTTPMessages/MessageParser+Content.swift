/// Content whose end is known by its length or by the end of the stream.
extension MessageParser {
  /// Skips what came of the content, without looking at it.
  mutating func readContent(_ feed: inout ParserFeed) {
    let start = feed.offset
    var length = feed.count &- feed.index
    if head.framing == .contentLength {
      length = min(length, head.remaining)
      head.remaining &-= length
    }
    feed.emit(.content, from: start, to: start &+ length)
    feed.index &+= length
    told = feed.offset
    if head.framing == .contentLength, head.remaining == 0 { endMessage(&feed) }
  }
}
