/// The fast path of fields: whole lines that are in the feed and have nothing odd.
extension MessageParser {
  /// Reads fields as long as each line, and the first byte of the next, is in the feed; and the section's blank line.
  ///
  /// Changes nothing for a line that is otherwise and leaves it to the byte-wise states, which give equal events.
  mutating func readPlainFields(_ feed: inout ParserFeed) {
    guard let window = ByteWindow(feed.bytes, count: feed.count) else { return }
    let start = feed.index
    while let field = readPlainRun(window, &feed) {
      takePlain(field, window, &feed)
      if isStopped { return }
    }
    let end = feed.index &+ 2
    if end <= feed.count, window.isLineEnd(at: feed.index), feed.eventCount < feed.eventLimit,
      feed.base &+ end <= head.limit, configuration.lineLength >= 2
    {
      told = feed.offset
      feed.index = end
      endSection(from: told, &feed)
    } else if feed.index > start {
      told = feed.offset
      beginLine(at: told, &feed)
    }
  }

  /// Reads fields that mean nothing to the parser; returns the one behind them if it may mean something.
  @inline(__always)
  private mutating func readPlainRun(_ window: ByteWindow, _ feed: inout ParserFeed) -> PlainField? {
    let lineLimit = min(configuration.lineLength, ParseEvent.fieldBound)
    let headLimit = head.limit &- feed.base
    let lengths = head.isInTrailers ? UInt64.max : KnownField.lengths
    let room = min(feed.eventLimit &- feed.eventCount, configuration.fieldCount &- head.fieldCount)
    guard room > 0 else { return nil }
    let first = feed.events + feed.eventCount
    let last = first + room
    var event = first
    let base = feed.base
    var index = feed.index
    var found: PlainField?
    while event < last, let field = PlainField(at: index, in: window) {
      guard field.length <= lineLimit, index &+ field.length < headLimit else { break }
      if lengths &>> UInt64(truncatingIfNeeded: field.nameLength) & 1 != 0,
        lengths == .max || KnownField.mayBe(length: field.nameLength, beginning: window.word(at: index))
      {
        found = field
        break
      }
      event.pointee = field.event(at: base &+ index, isTrailer: false)
      event += 1
      index &+= field.length
    }
    feed.index = index
    feed.eventCount &+= event - first
    head.fieldCount &+= event - first
    return found
  }

  /// Takes the next field, which may matter.
  private mutating func takePlain(_ field: PlainField, _ window: ByteWindow, _ feed: inout ParserFeed) {
    let index = feed.index
    let name = window.slice(index, index &+ field.nameLength)
    head.fieldCount &+= 1
    if head.isInTrailers, ForbiddenTrailers.contains(name) {
      report(.trailerForbidden, from: feed.offset, to: feed.offset &+ field.nameLength, &feed)
      guard !isStopped else { return }
    }
    feed.emit(field.event(at: feed.offset, isTrailer: head.isInTrailers))
    feed.index = index &+ field.length
    told = feed.offset
    if head.isInTrailers { return }
    line.field = KnownField(name: name)
    guard line.field != .other else { return }
    beginKnownField()
    let value = field.value(at: index)
    takeValueBytes(feed.bytes + value.lowerBound, count: value.count)
    endKnownField(from: feed.base &+ value.lowerBound, to: feed.base &+ value.upperBound, &feed)
  }
}

/// A field line without anything odd: a token, a colon, a value of visible characters, CR LF, and no fold after it.
struct PlainField {
  let nameLength: Int
  /// Offsets from the first byte of the line.
  private let valueStart: Int
  private let valueEnd: Int
  /// Count of bytes, line end included.
  let length: Int

  /// The line at an index; nil where it is otherwise, or not all of it and the next byte are there.
  @inline(__always)
  init?(at index: Int, in window: ByteWindow) {
    let count = window.count
    var nameEnd = window.endOfWord(from: index)
    // Colon, CR, LF and the next byte.
    guard count &- nameEnd >= 4 else { return nil }
    var start = nameEnd &+ 2
    // Most names are words, and behind most a colon and one space stand.
    if window.pair(at: nameEnd) != 0x203a {
      nameEnd = Self.endOfToken(from: nameEnd, in: window)
      guard count &- nameEnd >= 4, window[nameEnd] == Byte.colon else { return nil }
      start = nameEnd &+ 1
    }
    guard nameEnd > index else { return nil }
    // Most bytes are above the white space and are done with in one comparison.
    if window[start] <= Byte.space { start = Self.endOfWhitespace(from: start, in: window) }
    var lineEnd = window.endOfText(from: start)
    guard count &- lineEnd >= 3 else { return nil }
    if window.pair(at: lineEnd) != 0x0a0d {
      lineEnd = Self.endOfValue(from: lineEnd, in: window)
      guard count &- lineEnd >= 3, window.isLineEnd(at: lineEnd) else { return nil }
    }
    let next = window[lineEnd &+ 2]
    if next <= Byte.space, Byte.isWhitespace(next) { return nil }
    var end = lineEnd
    if window[end &- 1] <= Byte.space { end = Self.startOfWhitespace(before: end, after: start, in: window) }
    nameLength = nameEnd &- index
    valueStart = start &- index
    valueEnd = end &- index
    length = lineEnd &+ 2 &- index
  }

  // What few lines need, out of the way of the others.

  @inline(never)
  private static func endOfToken(from start: Int, in window: ByteWindow) -> Int {
    var index = start
    while index < window.count, ByteClass.contains(window[index], .token) { index &+= 1 }
    return index
  }

  @inline(never)
  private static func endOfWhitespace(from start: Int, in window: ByteWindow) -> Int {
    var index = start
    while index < window.count, Byte.isWhitespace(window[index]) { index &+= 1 }
    return index
  }

  @inline(never)
  private static func startOfWhitespace(before end: Int, after start: Int, in window: ByteWindow) -> Int {
    var index = end
    while index > start, Byte.isWhitespace(window[index &- 1]) { index &-= 1 }
    return index
  }

  /// The end of a value with tabs in it, of which the first one is at `start`.
  @inline(never)
  private static func endOfValue(from start: Int, in window: ByteWindow) -> Int {
    var index = start
    while index < window.count, window[index] == Byte.tab { index = window.endOfText(from: index &+ 1) }
    return index
  }

  /// Indices of the value, of a line at an index.
  @inline(__always)
  func value(at index: Int) -> Range<Int> { (index &+ valueStart)..<(index &+ valueEnd) }

  /// The line's event, of a line at an offset in the stream.
  @inline(__always)
  func event(at start: Int, isTrailer: Bool) -> ParseEvent {
    ParseEvent(
      kind: .field, part: isTrailer ? .trailerName : .fieldName, start: start,
      // The colon is right behind the name.
      first: UInt64(truncatingIfNeeded: nameLength) &* 0x1_0000_0001,
      second: UInt64(truncatingIfNeeded: valueStart) | UInt64(truncatingIfNeeded: valueEnd) &<< 32,
      tag: UInt32(truncatingIfNeeded: length), lineEndLength: 2)
  }
}
