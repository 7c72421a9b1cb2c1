import TextRopes

/// Changing words and characters as readline does.
extension TextEditor {
  enum WordCase {
    case upper, lower, capital
  }

  /// The word behind the cursor in another case, up to its end, and the cursor behind it; nil without a word.
  func changingCase(_ wordCase: WordCase) -> (range: Range<Int>, text: TextRope)? {
    let start = buffer.end(after: cursor) { $0 != .word }
    let range = start..<buffer.end(after: start) { $0 == .word }
    guard !range.isEmpty, let word = String(validating: buffer.rope.bytes(in: range), as: UTF8.self) else { return nil }
    let changed =
      switch wordCase {
      case .upper: word.uppercased()
      case .lower: word.lowercased()
      case .capital: word.prefix(1).uppercased() + word.dropFirst().lowercased()
      }
    return (range, TextRope(changed))
  }

  /// The characters around the cursor in the other order, at a line's end the last two, and the cursor behind them.
  var transposingCharacters: (range: Range<Int>, text: TextRope)? {
    let line = buffer.wholeLine(at: cursor)
    guard !line.isEmpty else { return nil }
    let middle = cursor < line.upperBound ? cursor : buffer.previousBoundary(before: line.upperBound)
    guard middle > line.lowerBound, middle < line.upperBound else { return nil }
    let first = buffer.previousBoundary(before: middle)
    let end = buffer.boundary(after: middle)
    var text = buffer.rope[middle..<end]
    text.append(buffer.rope[first..<middle])
    return (first..<end, text)
  }

  /// The word at or behind the cursor and the one before it, in the other order; at a line's end the last two.
  var transposingWords: (range: Range<Int>, text: TextRope)? {
    let line = buffer.wholeLine(at: cursor)
    var end = buffer.wordEnd(after: cursor)
    if end > line.upperBound || !endsWord(end) {
      end = buffer.wordEnd(after: buffer.wordStart(before: min(cursor, line.upperBound)))
    }
    let second = buffer.wordStart(before: end)..<end
    let start = buffer.wordStart(before: second.lowerBound)
    let first = start..<buffer.wordEnd(after: start)
    guard first.upperBound <= second.lowerBound, !first.isEmpty, !second.isEmpty else { return nil }
    var text = buffer.rope[second]
    text.append(buffer.rope[first.upperBound..<second.lowerBound])
    text.append(buffer.rope[first])
    return (first.lowerBound..<second.upperBound, text)
  }

  private func endsWord(_ offset: Int) -> Bool {
    offset > 0 && TextBuffer.CharacterClass(buffer[buffer.previousBoundary(before: offset)]) == .word
  }

  /// The blanks around the cursor within its line.
  var blanksAroundCursor: Range<Int> {
    let line = buffer.wholeLine(at: cursor)
    let start = max(line.lowerBound, buffer.start(before: cursor) { $0 == .space })
    return start..<max(start, min(line.upperBound, buffer.end(after: cursor) { $0 == .space }))
  }
}
