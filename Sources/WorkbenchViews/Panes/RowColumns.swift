import TerminalText

/// Tells where in a row's columns a part of its text stands.
enum RowColumns {
  /// The columns of parts of a text, given as UTF-8 offsets in ascending order.
  static func columns(of ranges: [Range<Int>], in text: String) -> [Range<Int>] {
    let bytes = text.utf8
    var place = bytes.startIndex
    var offset = 0
    var column = 0
    return ranges.map { range in
      func advance(to end: Int) -> Int {
        let next = bytes.index(place, offsetBy: end - offset)
        column += TerminalWidth.columns(of: text[place..<next])
        (place, offset) = (next, end)
        return column
      }
      let start = advance(to: range.lowerBound)
      return start..<advance(to: range.upperBound)
    }
  }
}
