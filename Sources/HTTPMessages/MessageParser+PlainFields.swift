/// The fast path of fields: whole lines that are in the feed and have nothing odd.
extension MessageParser {
  /// Reads fields as long as each line, and the first byte of the next, is in the feed; and the section's blank line.
  ///
  /// Changes nothing for a line that is otherwise and leaves it to the byte-wise states, which give equal events.
  mutating func readPlainFields(_ feed: inout ParserFeed) {
    // What is beyond the limit of the head is not looked at here.
    guard var window = ByteWindow(feed, to: min(feed.count, head.limit &- feed.base)) else { return }
    let start = feed.index
    var field = PlainField()
    while readPlainRun(&window, &field, &feed) {
      takePlain(field, window, &feed)
      if isStopped { return }
      window.drop(field.length)
    }
    if window.count >= 2, window.isLineEnd(at: 0), feed.eventCount < feed.eventLimit, configuration.lineLength >= 2 {
      told = feed.offset
      feed.index &+= 2
      endSection(from: told, &feed)
    } else if feed.index > start {
      told = feed.offset
      beginLine(at: told, &feed)
    }
  }

  /// Reads fields that mean nothing to the parser; true where `field`, the one behind them, may mean something.
  @inline(__always)
  private mutating func readPlainRun(
    _ window: inout ByteWindow, _ field: inout PlainField, _ feed: inout ParserFeed
  ) -> Bool {
    let lineLimit = min(configuration.lineLength, configuration.fieldLength)
    // Of trailers each may mean something: that it must not be there.
    let hints = head.isInTrailers ? UInt64.max : KnownField.hints
    let room = min(feed.eventLimit &- feed.eventCount, configuration.fieldCount &- head.fieldCount)
    guard room > 0 else { return false }
    let first = feed.events + feed.eventCount
    let last = first + room
    var event = first
    var offset = feed.offset
    var mayMatter = false
    while event < last, field.read(window), field.length <= lineLimit {
      if hints &>> KnownField.hint(length: field.nameLength, beginning: window.pair(at: 0)) & 1 != 0 {
        mayMatter = true
        break
      }
      event.pointee = field.event(at: offset, isTrailer: false)
      event += 1
      offset &+= field.length
      window.drop(field.length)
    }
    feed.index = offset &- feed.base
    feed.eventCount &+= event - first
    head.fieldCount &+= event - first
    return mayMatter
  }

  /// Takes the next field, which may matter.
  private mutating func takePlain(_ field: PlainField, _ window: ByteWindow, _ feed: inout ParserFeed) {
    let start = feed.offset
    let name = window.slice(0, field.nameLength)
    head.fieldCount &+= 1
    if head.isInTrailers, ForbiddenTrailers.contains(name) {
      report(.trailerForbidden, from: start, to: start &+ field.nameLength, &feed)
      guard !isStopped else { return }
    }
    feed.emit(field.event(at: start, isTrailer: head.isInTrailers))
    feed.index &+= field.length
    told = feed.offset
    if head.isInTrailers { return }
    line.field = KnownField(name: name)
    guard line.field != .other else { return }
    beginKnownField()
    let value = field.value
    if !takePlainValue(value, window) { takeValueBytes(window.bytes + value.lowerBound, count: value.count) }
    endKnownField(from: start &+ value.lowerBound, to: start &+ value.upperBound, &feed)
  }

  /// Takes a value of one word, or a host name, at once; false where it is otherwise.
  @inline(__always)
  private mutating func takePlainValue(_ value: Range<Int>, _ window: ByteWindow) -> Bool {
    switch line.field {
    case .host:
      var end = window.endOfWord(from: value.lowerBound)
      while end < value.upperBound, window[end] == Byte.period { end = window.endOfWord(from: end &+ 1) }
      return end == value.upperBound && readers.host.takeName()
    case .connection, .transferEncoding:
      guard window.endOfWord(from: value.lowerBound) == value.upperBound,
        let token = window.smallLetters(value.lowerBound, value.upperBound)
      else { return false }
      readers.list = ListTokenReader(token: token, length: value.count)
      return true
    default:
      return false
    }
  }
}
