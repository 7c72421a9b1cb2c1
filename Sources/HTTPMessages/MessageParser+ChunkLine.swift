/// Chunk lines: a size, perhaps extensions, and a line end (RFC 9112 §7.1).
extension MessageParser {
  mutating func readChunkSize(_ feed: inout ParserFeed) {
    while feed.index < feed.end {
      let value = ByteClass.hexValue(feed.byte)
      if value > 15 { break }
      if chunks.size >> 59 != 0 { chunks.overflows = true }
      chunks.size = chunks.size &<< 4 | Int(value)
      feed.index &+= 1
    }
    guard feed.index < feed.end else { return }
    let offset = feed.offset
    switch feed.byte {
    case Byte.carriageReturn, Byte.lineFeed, Byte.semicolon, Byte.space, Byte.tab:
      tell(.chunkSize, from: tokenStart, to: offset, &feed)
      if chunks.overflows {
        endChunks(.chunkSizeOverflow, from: tokenStart, to: offset, leftoverAt: offset, &feed)
      } else {
        state = .chunkSizeSpace
        // Sixteen digits are as many as any number needs.
        if offset - tokenStart > 16 { report(.chunkSizeLeadingZeros, from: tokenStart, to: offset, &feed) }
      }
    default:
      endChunks(.chunkSizeInvalid, from: tokenStart, to: offset + 1, leftoverAt: tokenStart, &feed)
    }
  }

  /// After the size: white space, an extension or the line's end.
  mutating func readChunkSizeSpace(_ feed: inout ParserFeed) {
    let byte = feed.byte
    let offset = feed.offset
    switch byte {
    case Byte.semicolon:
      feed.index &+= 1
      reportWhitespace(.chunkExtensionWhitespace, &feed)
      tell(.semicolon, from: offset, to: offset + 1, &feed)
      chunks.extensionStart = offset + 1
      chunks.extensionEnd = offset + 1
      chunks.grammar = ChunkExtensionReader()
      state = .chunkExtension
    case Byte.carriageReturn:
      feed.index &+= 1
      chunks.carriageReturn = offset
      state = .chunkLineCR
    case Byte.lineFeed:
      feed.index &+= 1
      reportWhitespace(.chunkSizeWhitespace, &feed)
      report(.chunkBareLineFeed, from: offset, to: offset + 1, &feed)
      endChunkLine(from: offset, &feed)
    case Byte.space, Byte.tab:
      feed.index &+= 1
      chunks.noteWhitespace(at: offset)
    default:
      endChunks(.chunkSizeInvalid, at: offset, &feed)
    }
  }

  /// Reports the run of white space that was read, now that it is known what it stands before.
  mutating func reportWhitespace(_ code: Diagnostic.Code, _ feed: inout ParserFeed) {
    if chunks.whitespaceStart >= 0 { report(code, from: chunks.whitespaceStart, to: chunks.whitespaceEnd, &feed) }
    chunks.whitespaceStart = -1
  }

  mutating func readChunkExtension(_ feed: inout ParserFeed) {
    while feed.index < feed.end {
      let byte = feed.byte
      if Byte.isLineEnd(byte) { break }
      feed.index &+= 1
      chunks.grammar.take(byte)
      if !Byte.isWhitespace(byte) { chunks.extensionEnd = feed.offset }
      chunks.extensionTotal &+= 1
      if chunks.extensionTotal == configuration.chunkExtensionTotal &+ 1 {
        report(.chunkExtensionLimit, from: feed.offset - 1, to: feed.offset, &feed)
        return
      }
    }
    guard feed.index < feed.end else { return }
    let offset = feed.offset
    if feed.byte == Byte.carriageReturn {
      feed.index &+= 1
      chunks.carriageReturn = offset
      state = .chunkLineCR
    } else {
      feed.index &+= 1
      endExtension(contentEnd: offset, &feed)
      report(.chunkBareLineFeed, from: offset, to: offset + 1, &feed)
      endChunkLine(from: offset, &feed)
    }
  }

  private mutating func endExtension(contentEnd: Int, _ feed: inout ParserFeed) {
    guard chunks.extensionStart >= 0 else { return }
    let start = chunks.extensionStart
    chunks.extensionStart = -1
    tell(.chunkExtension, from: start, to: chunks.extensionEnd, &feed)
    if !chunks.grammar.isComplete {
      report(.chunkExtensionInvalid, from: start, to: chunks.extensionEnd, &feed)
    } else if chunks.grammar.hasWhitespace {
      report(.chunkExtensionWhitespace, from: start, to: chunks.extensionEnd, &feed)
    }
    if contentEnd > chunks.extensionEnd {
      report(.chunkSizeWhitespace, from: chunks.extensionEnd, to: contentEnd, &feed)
    }
  }

  mutating func readChunkLineCR(_ feed: inout ParserFeed) {
    let start = chunks.carriageReturn
    if feed.byte == Byte.lineFeed {
      feed.index &+= 1
      reportWhitespace(.chunkSizeWhitespace, &feed)
      endExtension(contentEnd: start, &feed)
      return endChunkLine(from: start, &feed)
    }
    if chunks.extensionStart >= 0 {
      chunks.grammar.take(Byte.carriageReturn)
      chunks.extensionEnd = start + 1
      state = .chunkExtension
    } else {
      // RFC 9112 §2.2: a bare CR is read as a space.
      state = .chunkSizeSpace
    }
    report(.bareCarriageReturn, from: start, to: start + 1, &feed)
  }

  private mutating func endChunkLine(from contentEnd: Int, _ feed: inout ParserFeed) {
    tell(.lineEnd, from: contentEnd, to: feed.offset, &feed)
    if chunks.size == 0 {
      if tokenStart > head.contentStart { reportResetContent(to: tokenStart, &feed) }
      beginTrailers(&feed)
    } else {
      head.remaining = chunks.size
      state = .chunkData
      limitOffset = Int.max
      feed.end = feed.count
    }
  }

  /// Goes on to the trailers, which may be none.
  mutating func beginTrailers(_ feed: inout ParserFeed) {
    head.isInTrailers = true
    head.contentStart = feed.offset
    head.limit = saturated(feed.offset, configuration.trailerLength)
    line.hasField = false
    state = .lineStart
    beginLine(at: feed.offset, &feed)
  }
}
