import Documents

/// The words of a row's text, by UTF-8 offsets: runs of letters, digits and what joins them, and runs of signs between.
struct RowWords {
  private enum Kind { case blank, word, sign }

  private(set) var ranges: [Range<Int>] = []

  /// The words of a piece of text that begins at an offset.
  init(_ text: Substring, from start: Int) {
    var position = start
    var last = Kind.blank
    for character in text {
      let kind = Self.kind(of: character)
      let end = position + character.utf8.count
      if kind != .blank {
        if kind == last, let index = ranges.indices.last {
          ranges[index] = ranges[index].lowerBound..<end
        } else {
          ranges.append(position..<end)
        }
      }
      last = kind
      position = end
    }
  }

  var starts: [Int] { ranges.map(\.lowerBound) }

  /// What a double click on a place of a row selects: a name or value as it was sent, without its quotes, else a word.
  static func value(at offset: Int, in row: DocumentRow, _ half: DocumentRow.Half) -> Range<Int>? {
    let piece = row.range(of: half)
    if let span = row.spans.first(where: { $0.range.contains(offset) && $0.role.isValue }) {
      let text = row[span.range]
      let isQuoted = text.first == "\""
      let start = span.range.lowerBound + (isQuoted ? 1 : 0)
      let end = span.range.upperBound - (isQuoted && text.count > 1 && text.last == "\"" ? 1 : 0)
      return start < end ? start..<end : span.range
    }
    return RowWords(row[piece], from: piece.lowerBound).ranges.first { $0.contains(offset) }
  }

  private static func kind(of character: Character) -> Kind {
    if character.isWhitespace { return .blank }
    return character.isLetter || character.isNumber || "_-./:@%+~".contains(character) ? .word : .sign
  }
}

extension TextRole {
  /// Whether it is a name or a value, whole.
  fileprivate var isValue: Bool {
    switch self {
    case .key, .string, .number, .literal, .fieldName, .fieldValue: true
    default: false
    }
  }
}
