/// Reading on from a place inside of a message, so that a long one need not be read again from its beginning.
///
/// The parts that are told are those of a whole reading. What stands before the place (limits, counts, what the head
/// says of the framing) is not known: take only what such a reading says about single lines.
extension MessageParser {
  /// A parser that begins at `offset`, between two messages or before the first.
  package init(
    resumingMessagesAt offset: Int, of kind: MessageKind, configuration: ParserConfiguration = .lenient
  ) {
    self.init(kind, configuration: configuration)
    self.offset = offset
    told = offset
    tokenStart = offset
  }

  /// A parser that begins inside of chunked content, at the first digit of a chunk size.
  ///
  /// It tells of chunk lines, content and trailers, to the end of the message.
  package init(
    resumingChunkedContentAt offset: Int, of kind: MessageKind = .response,
    configuration: ParserConfiguration = .lenient
  ) {
    self.init(resumingMessagesAt: offset, of: kind, configuration: configuration)
    state = .chunkStart
    head.framing = .chunked
    // What the head announces is not known.
    head.seen.insert(.trailer)
    head.start = offset
    beginChunkLine(at: offset)
  }

  /// A parser that begins at the first byte of a field line, or of the blank line behind the last.
  ///
  /// It tells of the fields and the blank line. In a head that is where to stop: the framing is not known. After
  /// trailers the message ends. Limits of the whole section are off.
  package init(
    resumingFieldsAt offset: Int, of kind: MessageKind, isInTrailers: Bool,
    configuration: ParserConfiguration = .lenient
  ) {
    self.init(resumingMessagesAt: offset, of: kind, configuration: configuration)
    state = .lineStart
    head.start = offset
    head.isStartLine = false
    head.isInTrailers = isInTrailers
    head.framing = isInTrailers ? .chunked : .none
    if isInTrailers { head.seen.insert(.trailer) }
    head.fieldCount = Int.min
    line.limit = saturated(offset, configuration.lineLength)
    limitOffset = line.limit
  }

  /// How many of the next bytes are a chunk's data, whatever they are.
  package var chunkDataAhead: Int { state == .chunkData ? head.remaining : 0 }

  /// Passes over bytes of a chunk's data without a look at them, and without an event.
  package mutating func skipChunkData(_ count: Int) {
    precondition(count >= 0 && count <= chunkDataAhead, "only what is known to be data can be skipped")
    guard count > 0 else { return }
    head.remaining &-= count
    offset &+= count
    told = offset
    if head.remaining == 0 { state = .chunkDataEnd }
  }
}
