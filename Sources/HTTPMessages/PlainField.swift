/// A field line without anything odd: a token, a colon, a value of visible characters, CR LF, and no fold after it.
struct PlainField {
  let nameLength: Int
  /// Offsets from the first byte of the line.
  private let valueStart: Int
  private let valueEnd: Int
  /// Count of bytes, line end included.
  let length: Int

  /// The line that a window begins with; nil where it is otherwise, or not all of it and the next byte are there.
  @inline(__always)
  init?(_ window: ByteWindow) {
    if let field = PlainField(usualIn: window) {
      self = field
    } else {
      guard !window.isEmpty, window[0] != Byte.carriageReturn else { return nil }
      self.init(in: window)
    }
  }

  /// The line that a window begins with, where it is as most are: a word, a colon and a space, a value without tabs and
  /// with no more white space around; nil where it is otherwise, or not all of it and the next byte are there.
  @inline(__always)
  private init?(usualIn window: ByteWindow) {
    guard window.count >= 16 else { return nil }
    // From the first byte rather than behind the colon: where the next line begins does not wait for the name.
    let lineEnd = window.endOfText(from: 0)
    // CR, LF and the next byte.
    guard lineEnd &+ 3 <= window.count else { return nil }
    // No later than the line end: a word is text.
    let nameEnd = window.endOfWord(from: 0)
    guard nameEnd > 0, window.pair(at: nameEnd) == 0x203a, window.isLineEnd(at: lineEnd),
      window[nameEnd &+ 2] > Byte.space, window[lineEnd &- 1] > Byte.space
    else { return nil }
    let next = window[lineEnd &+ 2]
    // Most bytes are above the white space and are done with in one comparison.
    if next <= Byte.space, Byte.isWhitespace(next) { return nil }
    nameLength = nameEnd
    valueStart = nameEnd &+ 2
    valueEnd = lineEnd
    length = lineEnd &+ 2
  }

  /// The line that a window begins with; nil where it is not plain, or not all of it and the next byte are there.
  @inline(never)
  private init?(in window: ByteWindow) {
    let count = window.count
    var nameEnd = 0
    while nameEnd < count, ByteClass.contains(window[nameEnd], .token) { nameEnd &+= 1 }
    guard nameEnd > 0, nameEnd < count, window[nameEnd] == Byte.colon else { return nil }
    var start = nameEnd &+ 1
    while start < count, Byte.isWhitespace(window[start]) { start &+= 1 }
    var lineEnd = window.endOfText(from: start)
    while lineEnd < count, window[lineEnd] == Byte.tab { lineEnd = window.endOfText(from: lineEnd &+ 1) }
    // CR, LF and the next byte.
    guard lineEnd &+ 3 <= count, window.isLineEnd(at: lineEnd), !Byte.isWhitespace(window[lineEnd &+ 2]) else {
      return nil
    }
    var end = lineEnd
    while end > start, Byte.isWhitespace(window[end &- 1]) { end &-= 1 }
    nameLength = nameEnd
    valueStart = start
    valueEnd = end
    length = lineEnd &+ 2
  }

  /// Where the value is, from the first byte of the line.
  @inline(__always)
  var value: Range<Int> { valueStart..<valueEnd }

  /// The line's event, of a line at an offset in the stream.
  @inline(__always)
  func event(at start: Int) -> ParseEvent {
    ParseEvent(
      kind: .field, part: .fieldName, start: start,
      // The colon is right behind the name.
      first: UInt64(truncatingIfNeeded: nameLength) &* 0x1_0000_0001,
      second: UInt64(truncatingIfNeeded: valueStart) | UInt64(truncatingIfNeeded: valueEnd) &<< 32,
      tag: UInt32(truncatingIfNeeded: length), lineEndLength: 2)
  }
}
