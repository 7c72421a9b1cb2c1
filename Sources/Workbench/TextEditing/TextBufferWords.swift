/// Words, and lines as they end in the bytes rather than on the screen.
extension TextBuffer {
  private enum Class {
    case word, space, other
  }

  /// The end of the next word: what is no word is passed over first.
  func wordEnd(after offset: Int) -> Int {
    var position = offset
    while position < count, classify(position) != .word { position = boundary(after: position) }
    while position < count, classify(position) == .word { position = boundary(after: position) }
    return position
  }

  /// The start of the word before an offset.
  func wordStart(before offset: Int) -> Int {
    var position = offset
    func previous() -> Int { previousBoundary(before: position) }
    while position > 0, classify(previous()) != .word { position = previous() }
    while position > 0, classify(previous()) == .word { position = previous() }
    return position
  }

  /// The characters of one class around an offset.
  func word(around offset: Int) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    var start = boundary(atOrBefore: min(offset, count - 1))
    let kind = classify(start)
    var end = boundary(after: start)
    while end < count, classify(end) == kind { end = boundary(after: end) }
    while start > 0, classify(previousBoundary(before: start)) == kind { start = previousBoundary(before: start) }
    return start..<end
  }

  /// From the start of the line that holds an offset to where its line end begins.
  func wholeLine(at offset: Int) -> Range<Int> {
    var first = line(at: offset)
    var last = first
    while isContinuation(first) { first -= 1 }
    while last + 1 < lineCount, isContinuation(last + 1) { last += 1 }
    return lineStarts[first]..<end(ofLine: last)
  }

  /// Where typing at a line's end goes: before its line end, of which both bytes are seen in bytes.
  func textEnd(ofLineAt offset: Int) -> Int {
    let line = wholeLine(at: offset)
    let isBeforeLineFeed = line.upperBound < count && bytes[line.upperBound] == 0x0A
    guard mode == .bytes, isBeforeLineFeed, !line.isEmpty, bytes[line.upperBound - 1] == Self.carriageReturn else {
      return line.upperBound
    }
    return line.upperBound - 1
  }

  private func classify(_ offset: Int) -> Class {
    switch bytes[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: .word
    case 0x00...0x20, 0x7F: .space
    default: .other
    }
  }
}
