/// A field line without anything odd: a token, a colon, a value of visible characters, CR LF, and no fold after it.
struct PlainField {
  private(set) var nameLength = 0
  /// Offsets from the first byte of the line.
  private var valueStart = 0
  private var valueEnd = 0
  /// Count of bytes, line end included.
  private(set) var length = 0

  /// Reads the line that a window begins with; false where it is otherwise, or not all of it and the next byte are there.
  @inline(__always)
  mutating func read(_ window: ByteWindow) -> Bool {
    let count = window.count
    // From the first byte rather than behind the colon: where the next line begins does not wait for the name.
    var lineEnd = window.endOfText(from: 0)
    // CR, LF and the next byte.
    guard lineEnd &+ 3 <= count else { return false }
    var nameEnd = window.endOfWord(from: 0)
    guard nameEnd < lineEnd else { return false }
    var start = nameEnd &+ 2
    // Most names are words, and behind most a colon and one space stand.
    if window.pair(at: nameEnd) != 0x203a {
      nameEnd = Self.endOfToken(from: nameEnd, in: window)
      guard nameEnd < lineEnd, window[nameEnd] == Byte.colon else { return false }
      start = nameEnd &+ 1
    }
    guard nameEnd > 0 else { return false }
    // Most bytes are above the white space and are done with in one comparison.
    if window[start] <= Byte.space { start = Self.endOfWhitespace(from: start, in: window) }
    if window.pair(at: lineEnd) != 0x0a0d {
      lineEnd = Self.endOfValue(from: lineEnd, in: window)
      guard lineEnd &+ 3 <= count, window.isLineEnd(at: lineEnd) else { return false }
    }
    let next = window[lineEnd &+ 2]
    if next <= Byte.space, Byte.isWhitespace(next) { return false }
    nameLength = nameEnd
    valueStart = start
    valueEnd = lineEnd
    if window[lineEnd &- 1] <= Byte.space {
      valueEnd = Self.startOfWhitespace(before: lineEnd, after: start, in: window)
    }
    length = lineEnd &+ 2
    return true
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

  /// Where the value is, from the first byte of the line.
  @inline(__always)
  var value: Range<Int> { valueStart..<valueEnd }

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
