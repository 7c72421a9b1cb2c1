import TextRopes

/// What a text of JSON does by itself.
extension TextEditor {
  /// Bytes in which a bracket's partner is looked for while a frame is drawn.
  private static let reachOfBrackets = 128 * 1024
  private static let mostIndentation = 256

  /// What Enter inserts before the cursor, and behind it where a closing bracket follows its partner.
  var lineIndentation: (before: TextRope, after: TextRope?) {
    let place = selection?.lowerBound ?? cursor
    let start = buffer.wholeLine(at: place).lowerBound
    let head = buffer.rope.bytes(in: start..<min(place, start + Self.mostIndentation))
    let indent = Array(head.prefix { $0 == 0x20 || $0 == 0x09 })
    let end = buffer.start(before: place) { $0 == .space }
    guard end > start, let bracket = buffer.rope.bytes(in: end - 1..<end).first, bracket == 0x7B || bracket == 0x5B
    else {
      return (TextRope([0x0A] + indent), nil)
    }
    let next = selection?.upperBound ?? cursor
    let isClosed = next < buffer.count && buffer[next] == bracket + 2
    return (TextRope([0x0A] + indent + [0x20, 0x20]), isClosed ? TextRope([0x0A] + indent) : nil)
  }

  /// The bracket at the cursor, or right before it, and its partner; nil without, or where it is too far away.
  package var bracketPair: (Int, Int)? {
    guard isJSON else { return nil }
    for place in [cursor, cursor - 1] where place >= 0 && place < buffer.count {
      if TextBuffer.isBracket(buffer[place]), let partner = partner(of: place) { return (place, partner) }
    }
    return nil
  }

  /// The partner of a bracket outside of strings; a string ends in its line.
  private func partner(of place: Int) -> Int? {
    var reader = buffer.reader
    let bracket = reader[place]
    let line = max(buffer.wholeLine(at: place).lowerBound, place - Self.reachOfBrackets)
    func quotes(in range: Range<Int>, _ reader: inout TextReader) -> Bool {
      var isInside = false
      var index = range.lowerBound
      while index < range.upperBound {
        if reader[index] == 0x5C, isInside { index += 1 } else if reader[index] == 0x22 { isInside.toggle() }
        index += 1
      }
      return isInside
    }
    if quotes(in: line..<place, &reader) { return nil }
    let isOpening = bracket == 0x7B || bracket == 0x5B || bracket == 0x28
    var depth = 0
    var isInString = false
    var index = place
    while index >= 0, index < buffer.count, abs(index - place) < Self.reachOfBrackets {
      let byte = reader[index]
      if byte == 0x22 {
        var slashes = 0
        while index - slashes > 0, reader[index - slashes - 1] == 0x5C { slashes += 1 }
        if slashes % 2 == 0 { isInString.toggle() }
      } else if !isInString {
        switch byte {
        case 0x7B, 0x5B, 0x28: depth += isOpening ? 1 : -1
        case 0x7D, 0x5D, 0x29: depth += isOpening ? -1 : 1
        default: break
        }
        if depth == 0 { return index }
      }
      index += isOpening ? 1 : -1
    }
    return nil
  }
}
