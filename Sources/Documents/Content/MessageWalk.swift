import Exchanges
import HTTPMessages
import Recordings

/// Reads a piece of a recording again with the parser that read it first: nobody else could be trusted to agree with it.
struct MessageWalk {
  private let parser: MessageParser
  private let log: ByteLogSnapshot

  /// A walk from where `parser` stands.
  init(_ parser: MessageParser, in log: ByteLogSnapshot) {
    self.parser = parser
    self.log = log
  }

  /// Shows parts from front to back, to `end` or until `body` returns false; at `end` the stream is taken to end.
  ///
  /// - Parameters:
  ///   - end: One past the last byte to be read.
  ///   - expected: About how many bytes the caller will look at, so that a short look does not read a long piece.
  ///   - skipped: That many bytes of content may be told without being read.
  ///   - body: Gets a part, where it is in the log, the field that it is in, and, for content that was read, its bytes,
  ///     valid during the call only. Content comes as it is, or in pieces.
  /// - Throws: What reading the recording, or `body`, throws.
  func forEachPart(
    upTo end: Int, expected: Int, skippingContent skipped: Int,
    _ body: (MessagePart, Range<Int>, MessageIndex.Field?, UnsafeRawBufferPointer) throws(RecordingError) -> Bool
  ) throws(RecordingError) {
    var parser = parser
    var events = ParseEvents(capacity: 256)
    var skippable = skipped
    var goesOn = true
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    let size = min(256 << 10, max(4096, expected))
    while goesOn, parser.offset < end {
      let ahead = min(parser.chunkDataAhead, skippable, end - parser.offset)
      if ahead > 0 {
        let range = parser.offset..<parser.offset + ahead
        parser.skipChunkData(ahead)
        skippable -= ahead
        goesOn = try body(.content, range, nil, nothing)
        continue
      }
      let wanted = parser.offset..<min(end, parser.offset + size)
      try log.forEachPiece(in: wanted, size: size) { start, bytes throws(RecordingError) in
        var read = 0
        while goesOn, read < bytes.count {
          read += parser.parse(UnsafeRawBufferPointer(rebasing: bytes[read...]), into: &events)
          goesOn = try Self.tell(&events) { part, range, field throws(RecordingError) in
            guard case .content = part else { return try body(part, range, field, nothing) }
            skippable = max(0, skippable - range.count)
            let content = bytes[range.lowerBound - start..<range.upperBound - start]
            return try body(part, range, nil, UnsafeRawBufferPointer(rebasing: content))
          }
        }
        return goesOn
      }
    }
    guard goesOn else { return }
    parser.finish(into: &events)
    _ = try Self.tell(&events) { part, range, field throws(RecordingError) in try body(part, range, field, nothing) }
  }

  /// Empties the buffer of events, as parts; false when `body` has enough.
  private static func tell(
    _ events: inout ParseEvents,
    _ body: (MessagePart, Range<Int>, MessageIndex.Field?) throws(RecordingError) -> Bool
  ) throws(RecordingError) -> Bool {
    defer { events.removeAll() }
    for index in 0..<events.count {
      let event = events[index]
      switch event.kind {
      case .part:
        if try !body(event.part, event.range, nil) { return false }
      case .field:
        let field = MessageIndex.Field(event)
        for (part, range) in event.fieldParts where try !body(part, range, field) { return false }
      case .messageStart, .headEnd, .messageEnd, .diagnostic:
        continue
      }
    }
    return true
  }
}
