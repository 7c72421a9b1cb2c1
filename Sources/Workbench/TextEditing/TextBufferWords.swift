import TextRopes

/// Words, and lines as they end in the bytes rather than on the screen.
extension TextBuffer {
  /// Bytes after which a word, or what is between two, is taken to end, so that no movement takes long.
  private static let longestWord = 64 * 1024

  enum CharacterClass {
    case word, space, other

    init(_ byte: UInt8) {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: self = .word
      case 0x00...0x20, 0x7F: self = .space
      default: self = .other
      }
    }
  }

  /// The end of the next word: what is no word is passed over first.
  func wordEnd(after offset: Int) -> Int {
    let start = end(after: offset) { $0 != .word }
    return end(after: start) { $0 == .word }
  }

  /// The start of the word before an offset.
  func wordStart(before offset: Int) -> Int {
    let end = start(before: offset) { $0 != .word }
    return start(before: end) { $0 == .word }
  }

  /// The start of what is between blanks before an offset, as `^W` takes it.
  func blankWordStart(before offset: Int) -> Int {
    let end = start(before: offset) { $0 == .space }
    return start(before: end) { $0 != .space }
  }

  /// The characters of one class around an offset.
  func word(around offset: Int) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    let place = boundary(atOrBefore: min(offset, count - 1))
    let kind = CharacterClass(self[place])
    return start(before: place) { $0 == kind }..<end(after: place) { $0 == kind }
  }

  /// Where characters of some classes end that begin at an offset.
  func end(after offset: Int, while isWanted: (CharacterClass) -> Bool) -> Int {
    var reader = reader
    var position = offset
    while position < count, position - offset < Self.longestWord, isWanted(CharacterClass(reader[position])) {
      position = boundary(after: position, in: &reader)
    }
    return position
  }

  /// Where characters of some classes begin that end at an offset.
  func start(before offset: Int, while isWanted: (CharacterClass) -> Bool) -> Int {
    var reader = reader
    var position = offset
    while position > 0, offset - position < Self.longestWord {
      let previous = previousBoundary(before: position, in: &reader)
      guard isWanted(CharacterClass(reader[previous])) else { break }
      position = previous
    }
    return position
  }

  /// From the start of the line that holds an offset to where its line end begins.
  func wholeLine(at offset: Int) -> Range<Int> {
    if mode == .singleLine { return 0..<count }
    let line = rope.wholeLine(at: offset)
    let hidesReturn = mode == .multiLine && line.upperBound < count && !line.isEmpty
    return hidesReturn && self[line.upperBound - 1] == Self.carriageReturn
      ? line.lowerBound..<line.upperBound - 1 : line
  }

  /// Where typing at a line's end goes: before its line end, of which both bytes are seen in bytes.
  func textEnd(ofLineAt offset: Int) -> Int {
    let line = wholeLine(at: offset)
    let isBeforeLineFeed = line.upperBound < count && self[line.upperBound] == Self.lineFeed
    guard mode == .bytes, isBeforeLineFeed, !line.isEmpty, self[line.upperBound - 1] == Self.carriageReturn else {
      return line.upperBound
    }
    return line.upperBound - 1
  }
}
