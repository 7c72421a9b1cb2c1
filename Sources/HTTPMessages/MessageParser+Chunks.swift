/// The chunked transfer coding (RFC 9112 §7.1).
extension MessageParser {
  /// Begins a chunk line, from which its limit is counted.
  mutating func beginChunkLine(at offset: Int) {
    limitOffset = saturated(offset, configuration.chunkLineLength)
  }

  mutating func readChunkStart(_ feed: inout ParserFeed) {
    if told == feed.offset { readPlainChunks(&feed) }
    guard feed.index < feed.end, feed.eventCount < feed.eventLimit, state == .chunkStart else { return }
    let byte = feed.byte
    let offset = feed.offset
    if Byte.isWhitespace(byte) {
      feed.index &+= 1
      chunks.noteWhitespace(at: offset)
    } else if ByteClass.contains(byte, .hexDigit) {
      reportWhitespace(.chunkSizeWhitespace, &feed)
      tokenStart = offset
      chunks.size = 0
      chunks.overflows = false
      chunks.extensionStart = -1
      state = .chunkSize
    } else {
      endChunks(.chunkSizeInvalid, at: offset, &feed)
    }
  }

  /// Reads chunks without extensions as long as each is wholly in the feed.
  ///
  /// Changes nothing for a chunk that is not, or that has anything odd, and leaves it to the byte-wise states.
  @inline(__always)
  private mutating func readPlainChunks(_ feed: inout ParserFeed) {
    guard configuration.chunkLineLength >= 20, feed.eventCount &+ 4 <= feed.eventLimit else { return }
    let bytes = feed.bytes
    let count = feed.count
    var index = feed.index
    while feed.eventCount &+ 4 <= feed.eventLimit {
      var size = 0
      var cursor = index
      let last = min(count, index &+ 15)
      while cursor < last {
        let value = ByteClass.hexValue(bytes.load(fromByteOffset: cursor, as: UInt8.self))
        if value > 15 { break }
        size = size &<< 4 | Int(value)
        cursor &+= 1
      }
      guard size > 0, count &- cursor >= 4, size <= count &- cursor &- 4 else { break }
      let dataStart = cursor &+ 2
      let dataEnd = dataStart &+ size
      guard Self.isLineEnd(bytes, at: cursor), Self.isLineEnd(bytes, at: dataEnd) else { break }
      feed.emit(.chunkSize, from: feed.base &+ index, to: feed.base &+ cursor)
      feed.emit(.lineEnd, from: feed.base &+ cursor, to: feed.base &+ dataStart)
      feed.emit(.content, from: feed.base &+ dataStart, to: feed.base &+ dataEnd)
      feed.emit(.lineEnd, from: feed.base &+ dataEnd, to: feed.base &+ dataEnd &+ 2)
      index = dataEnd &+ 2
    }
    guard index > feed.index else { return }
    feed.index = index
    told = feed.offset
    beginChunkLine(at: feed.offset)
    feed.end = min(count, limitOffset &- feed.base)
  }

  @inline(__always)
  private static func isLineEnd(_ bytes: UnsafeRawPointer, at index: Int) -> Bool {
    UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt16.self)) == 0x0a0d
  }

  mutating func readChunkData(_ feed: inout ParserFeed) {
    let start = feed.offset
    let length = min(feed.count &- feed.index, head.remaining)
    head.remaining &-= length
    feed.emit(.content, from: start, to: start &+ length)
    feed.index &+= length
    told = feed.offset
    if head.remaining == 0 { state = .chunkDataEnd }
  }

  mutating func readChunkDataEnd(_ feed: inout ParserFeed) {
    let offset = feed.offset
    switch feed.byte {
    case Byte.carriageReturn:
      chunks.carriageReturn = offset
      state = .chunkDataCR
      feed.index &+= 1
    case Byte.lineFeed:
      feed.index &+= 1
      tell(.lineEnd, from: offset, to: offset + 1, &feed)
      report(.chunkBareLineFeed, from: offset, to: offset + 1, &feed)
      beginChunk(&feed)
    default:
      endChunks(.chunkDataUnterminated, at: offset, &feed)
    }
  }

  mutating func readChunkDataCR(_ feed: inout ParserFeed) {
    if feed.byte == Byte.lineFeed {
      feed.index &+= 1
      tell(.lineEnd, from: chunks.carriageReturn, to: feed.offset, &feed)
      beginChunk(&feed)
    } else {
      endChunks(.chunkDataUnterminated, at: chunks.carriageReturn, &feed)
    }
  }

  private mutating func beginChunk(_ feed: inout ParserFeed) {
    state = .chunkStart
    chunks.whitespaceStart = -1
    beginChunkLine(at: feed.offset)
    feed.end = min(feed.count, limitOffset &- feed.base)
  }

  /// Gives up reading chunks: what follows from `offset` on is leftover.
  mutating func endChunks(_ code: Diagnostic.Code, at offset: Int, _ feed: inout ParserFeed) {
    endChunks(code, from: offset, to: offset + 1, leftoverAt: offset, &feed)
  }

  mutating func endChunks(
    _ code: Diagnostic.Code, from start: Int, to end: Int, leftoverAt offset: Int, _ feed: inout ParserFeed
  ) {
    fill(to: offset, &feed)
    report(code, from: start, to: end, &feed)
    leave(from: offset, &feed)
  }
}
