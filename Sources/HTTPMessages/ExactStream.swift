/// The messages of a stream, and what belongs to none of them, as they stand in its bytes.
///
/// For streams that are in memory; `MessageWriter` writes the same bytes back.
package struct ExactStream: Sendable, Hashable {
  package var messages: [ExactMessage] = []
  /// What follows the last message or the last part of it that could be read.
  package var leftover: [UInt8] = []

  package init() {}

  /// Reads messages; responses to requests with these methods, where they are told.
  package init(
    _ kind: MessageKind, in bytes: [UInt8], requestMethods: [String] = [], configuration: ParserConfiguration = .lenient
  ) {
    var parser = MessageParser(kind, configuration: configuration)
    for method in requestMethods { parser.expectResponse(toMethod: method) }
    var events = ParseEvents()
    var reading = Reading()
    bytes.withUnsafeBytes { all in
      var read = 0
      while read < all.count {
        read += parser.parse(UnsafeRawBufferPointer(rebasing: all[read...]), into: &events)
        for event in events { reading.take(event, bytes) }
        events.removeAll()
      }
    }
    parser.finish(into: &events)
    for event in events { reading.take(event, bytes) }
    self = reading.finish()
  }

  /// Puts the parser's events into messages.
  private struct Reading {
    /// Where in a message the next part belongs.
    private enum Place {
      case startLine, fields, content, chunkLine, chunkContent, chunkEnd, trailers
    }

    private var stream = ExactStream()
    private var message: ExactMessage?
    private var place = Place.startLine
    /// Empty lines that no message or leftover has followed yet.
    private var emptyLines: [UInt8] = []

    mutating func take(_ event: ParseEvent, _ bytes: [UInt8]) {
      switch event.kind {
      case .messageStart:
        endMessage()
        message = ExactMessage()
        message?.emptyLines = emptyLines
        emptyLines = []
        place = .startLine
      case .field:
        let field = ExactMessage.Field(event, in: bytes)
        place = event.isTrailer ? .trailers : .fields
        if event.isTrailer { message?.trailers.append(field) } else { message?.fields.append(field) }
      case .part:
        take(event.part, bytes[event.range])
      case .headEnd: place = event.framing == .chunked ? .chunkEnd : .content
      case .messageEnd: endMessage()
      case .diagnostic: break
      }
    }

    mutating func finish() -> ExactStream {
      endMessage()
      stream.leftover = emptyLines + stream.leftover
      return stream
    }

    private mutating func endMessage() {
      if let message { stream.messages.append(message) }
      message = nil
    }

    private mutating func take(_ part: MessagePart, _ bytes: ArraySlice<UInt8>) {
      if part == .leftover {
        stream.leftover += bytes
        return
      }
      guard message != nil else {
        emptyLines += bytes
        return
      }
      switch place {
      case .startLine where part != .blankLine:
        message?.startLine.pieces.append(ExactMessage.Piece(part, Array(bytes)))
      case .startLine, .fields: message?.headEnd += bytes
      case .content: message?.content += bytes
      case .trailers: message?.trailerEnd += bytes
      case .chunkLine, .chunkContent, .chunkEnd: takeChunk(part, bytes)
      }
    }

    private mutating func takeChunk(_ part: MessagePart, _ bytes: ArraySlice<UInt8>) {
      if place == .chunkEnd {
        message?.chunks.append(ExactMessage.Chunk())
        place = .chunkLine
      }
      guard let last = message?.chunks.indices.last else { return }
      switch part {
      case .content:
        message?.chunks[last].content += bytes
      case .lineEnd where place == .chunkContent && message?.chunks[last].content.isEmpty == false:
        message?.chunks[last].lineEnd += bytes
        place = .chunkEnd
      case _ where place == .chunkContent:
        // Nothing but trailers follows a chunk without content.
        place = .trailers
        message?.trailerEnd += bytes
      default:
        message?.chunks[last].line.pieces.append(ExactMessage.Piece(part, Array(bytes)))
        if part == .lineEnd { place = .chunkContent }
      }
    }
  }
}
