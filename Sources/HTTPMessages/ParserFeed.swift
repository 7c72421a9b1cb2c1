/// One call's view of the bytes and of the event buffer, while the parser works on them.
struct ParserFeed {
  let bytes: UnsafeRawPointer
  let count: Int
  /// Offset in the stream of the first byte.
  let base: Int
  /// The next byte to read.
  var index = 0
  /// Where to pause: the end of the bytes, or the byte at which a limit is reached.
  var end: Int
  let events: UnsafeMutablePointer<ParseEvent>
  var eventCount: Int
  /// The loop pauses at this many events; a strict stop lowers it to zero.
  var eventLimit: Int

  /// The next byte; only while `index < end`.
  @inline(__always)
  var byte: UInt8 { bytes.load(fromByteOffset: index, as: UInt8.self) }

  /// Offset of the next byte in the stream.
  @inline(__always)
  var offset: Int { base &+ index }

  @inline(__always)
  mutating func emit(_ event: ParseEvent) {
    events[eventCount] = event
    eventCount &+= 1
  }

  @inline(__always)
  mutating func emit(_ part: MessagePart, from start: Int, to end: Int) {
    emit(ParseEvent(kind: .part, part: part, start: start, first: UInt64(truncatingIfNeeded: end &- start)))
  }
}
