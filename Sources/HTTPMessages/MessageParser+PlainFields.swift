/// The fast path of fields: whole lines of a head that are in the feed and have nothing odd.
extension MessageParser {
  /// Reads fields from `start` on, the feed's next byte, as long as each line, and the first byte of the next, is in the
  /// feed; and the head's blank line.
  ///
  /// Changes nothing for a line that is otherwise and leaves it to the byte-wise states, which give equal events.
  mutating func readPlainFields(from start: Int, _ feed: inout ParserFeed) {
    // Trailers are few, and each has to be looked up. What is beyond the limit of the head is not looked at here.
    guard !head.isInTrailers,
      var window = ByteWindow(feed, from: start, to: min(feed.count, head.limit &- feed.base))
    else { return }
    let lineLimit = min(configuration.lineLength, configuration.fieldLength)
    // In a register; the same for `start`: what goes through memory is waited for.
    var fieldCount = head.fieldCount
    defer { head.fieldCount = fieldCount }
    while feed.eventCount < feed.eventLimit, fieldCount < configuration.fieldCount,
      let field = PlainField(window), field.length <= lineLimit
    {
      let offset = feed.offset
      feed.emit(field.event(at: offset))
      feed.index &+= field.length
      fieldCount &+= 1
      if KnownField.mayBe(length: field.nameLength, beginning: window.pair(at: 0)) {
        takeMeaning(of: field, window, &feed)
        guard !isStopped else { return }
      }
      window.drop(field.length)
    }
    if window.count >= 2, window.isLineEnd(at: 0), feed.eventCount < feed.eventLimit, configuration.lineLength >= 2 {
      told = feed.offset
      feed.index &+= 2
      endSection(from: told, &feed)
    } else if fieldCount > head.fieldCount {
      told = feed.offset
      beginLine(at: told, &feed)
    }
  }

  /// Takes what a field that was told of means to the parser, if anything.
  @inline(never)
  private mutating func takeMeaning(of field: PlainField, _ window: ByteWindow, _ feed: inout ParserFeed) {
    line.field = KnownField(name: window.slice(0, field.nameLength))
    guard line.field != .other else { return }
    told = feed.offset
    let (start, value) = (told &- field.length, field.value)
    if line.field.isReadLater {
      head.seen.insert(line.field)
      return readers.keep(start &+ value.lowerBound..<start &+ value.upperBound, of: line.field)
    }
    beginKnownField()
    if !takePlainValue(value, window) { takeValueBytes(window.bytes + value.lowerBound, count: value.count) }
    endKnownField(from: start &+ value.lowerBound, to: start &+ value.upperBound, &feed)
  }

  /// Takes a value of one word, or a host name, at once; false where it is otherwise.
  @inline(__always)
  private mutating func takePlainValue(_ value: Range<Int>, _ window: ByteWindow) -> Bool {
    switch line.field {
    case .host:
      return window.endOfHostName(from: value.lowerBound) == value.upperBound && readers.host.takeName()
    case .connection, .transferEncoding:
      guard window.endOfWord(from: value.lowerBound) == value.upperBound,
        let token = window.smallLetters(value.lowerBound, value.upperBound)
      else { return false }
      readers.list = ListTokenReader(token: token, length: value.count)
      return true
    case .contentLength, .te, .expect, .upgrade, .keepAlive, .trailer, .other:
      return false
    }
  }
}
