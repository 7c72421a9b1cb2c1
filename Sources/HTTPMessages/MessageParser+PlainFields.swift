/// The fast path of fields: whole lines that are in the feed and have nothing odd.
extension MessageParser {
  /// Reads fields as long as each line, and the first byte of the next, is in the feed and framing does not depend on it.
  ///
  /// Changes nothing for a line that is otherwise and leaves it to the byte-wise states, which give equal events.
  @inline(__always)
  mutating func readPlainFields(_ feed: inout ParserFeed) {
    let bytes = feed.bytes
    let count = feed.count
    let isTrailer = head.isInTrailers
    var index = feed.index
    while feed.eventCount < feed.eventLimit, head.fieldCount < configuration.fieldCount {
      let nameEnd = ByteScan.byte(outside: .token, in: bytes, from: index, to: count)
      guard nameEnd > index, nameEnd < count, Self.byte(bytes, nameEnd) == Byte.colon else { break }
      guard KnownField(name: UnsafeRawBufferPointer(start: bytes + index, count: nameEnd &- index)) == .other else {
        break
      }
      var valueStart = nameEnd &+ 1
      while valueStart < count, Byte.isWhitespace(Self.byte(bytes, valueStart)) { valueStart &+= 1 }
      let lineEnd = ByteScan.controlByte(in: bytes, from: valueStart, to: count)
      // CR, LF and a byte that does not continue the field.
      guard count &- lineEnd >= 3, Self.byte(bytes, lineEnd) == Byte.carriageReturn,
        Self.byte(bytes, lineEnd &+ 1) == Byte.lineFeed, !Byte.isWhitespace(Self.byte(bytes, lineEnd &+ 2))
      else { break }
      let next = lineEnd &+ 2
      guard next &- index <= configuration.lineLength, feed.base &+ next <= head.limit else { break }
      var valueEnd = lineEnd
      while valueEnd > valueStart, Byte.isWhitespace(Self.byte(bytes, valueEnd &- 1)) { valueEnd &-= 1 }
      let start = feed.base &+ index
      feed.emit(
        .field(
          isTrailer: isTrailer, name: start..<(feed.base &+ nameEnd), colon: feed.base &+ nameEnd,
          value: (feed.base &+ valueStart)..<(feed.base &+ valueEnd), end: feed.base &+ next, lineEndLength: 2))
      head.fieldCount &+= 1
      index = next
    }
    guard index > feed.index else { return }
    feed.index = index
    told = feed.offset
    beginLine(at: feed.offset, &feed)
  }

  @inline(__always)
  private static func byte(_ bytes: UnsafeRawPointer, _ index: Int) -> UInt8 {
    bytes.load(fromByteOffset: index, as: UInt8.self)
  }
}
