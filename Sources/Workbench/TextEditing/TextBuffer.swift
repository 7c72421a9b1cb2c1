import TextRopes

/// A text and its screen lines.
///
/// A screen line ends after LF. A line that is longer than a leaf of the rope is also divided between characters, so that
/// drawing and moving cost no more in a line of a hundred million bytes. A single line is never divided.
struct TextBuffer: Sendable, Equatable {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  let mode: TextEditor.Mode
  private(set) var rope: TextRope

  init(_ rope: TextRope, mode: TextEditor.Mode) {
    self.mode = mode
    self.rope = rope
  }

  var count: Int { rope.count }

  var lineCount: Int { mode == .singleLine ? 1 : rope.lineCount }

  /// Reads on from the place of the last byte; keep it where more than one byte is read.
  var reader: TextReader { TextReader(rope) }

  subscript(offset: Int) -> UInt8 {
    var reader = reader
    return reader[offset]
  }

  func start(ofLine line: Int) -> Int { mode == .singleLine ? 0 : rope.start(ofLine: line) }

  /// The line that holds an offset; an offset at a line's start belongs to that line.
  func line(at offset: Int) -> Int { mode == .singleLine ? 0 : rope.line(at: offset) }

  /// A line's bytes with its line end.
  func range(ofLine line: Int) -> Range<Int> {
    start(ofLine: line)..<(line + 1 < lineCount ? rope.start(ofLine: line + 1) : count)
  }

  /// Whether a line goes on with the one before it, which has no line end.
  func isContinuation(_ line: Int) -> Bool {
    line > 0 && self[start(ofLine: line) - 1] != Self.lineFeed
  }

  /// Where the cursor stands at the end of a line: before its line end.
  func end(ofLine line: Int) -> Int {
    let range = range(ofLine: line)
    var reader = reader
    guard mode != .singleLine, let last = range.last, reader[last] == Self.lineFeed else {
      // A piece of a long line ends before its last character: the offset after it belongs to the next piece.
      let isLast = line + 1 == lineCount
      return isLast || range.isEmpty ? range.upperBound : previousBoundary(before: range.upperBound)
    }
    let hasReturn = last > range.lowerBound && reader[last - 1] == Self.carriageReturn
    return mode == .multiLine && hasReturn ? last - 1 : last
  }

  /// Puts a text in the place of a part; both share their leaves with the result.
  mutating func replace(_ range: Range<Int>, with new: TextRope) {
    rope.replace(range, with: new)
  }
}
