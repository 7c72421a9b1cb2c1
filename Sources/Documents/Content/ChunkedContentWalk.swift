import HTTPMessages
import Recordings

/// Reads chunked content (RFC 9112 §7.1) again from a chunk line on, with the parser that read it first.
struct ChunkedContentWalk {
  private let log: ByteLogSnapshot
  private let offset: Int

  /// A walk from the first digit of a chunk size at `offset`.
  init(log: ByteLogSnapshot, offset: Int) {
    self.log = log
    self.offset = offset
  }

  /// Shows the parts of the content from front to back, to the message's end or until `body` returns false.
  ///
  /// `body` gets a part, where it is in the log, and, for content, its bytes, valid during the call only; chunks come
  /// as they are, or in pieces. `expected` is about how many bytes the caller will look at, so that a short look
  /// does not read a long piece of the file.
  func forEachPart(
    upTo expected: Int,
    _ body: (MessagePart, Range<Int>, UnsafeRawBufferPointer) throws(RecordingError) -> Bool
  ) throws(RecordingError) {
    var parser = MessageParser(resumingChunkedContentAt: offset)
    var events = ParseEvents(capacity: 256)
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    let size = min(256 << 10, max(4096, expected))
    try log.forEachPiece(in: offset..<log.count, size: size) { start, bytes throws(RecordingError) in
      var read = 0
      while read < bytes.count {
        read += parser.parse(UnsafeRawBufferPointer(rebasing: bytes[read...]), into: &events)
        for index in 0..<events.count {
          let event = events[index]
          if event.kind == .messageEnd { return false }
          guard event.kind == .part else { continue }
          let range = event.range
          let piece =
            event.part == .content
            ? UnsafeRawBufferPointer(rebasing: bytes[range.lowerBound - start..<range.upperBound - start]) : nothing
          if try !body(event.part, range, piece) { return false }
        }
        events.removeAll()
      }
      return true
    }
  }
}
