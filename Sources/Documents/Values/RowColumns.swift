import Glibc
import TerminalText

/// Where the characters of a row's text stand in its columns; a tab goes to the next multiple of four.
package enum RowColumns {
  private static let tabStop = 4

  /// The columns of parts of a text, given as UTF-8 offsets in ascending order.
  package static func columns(of ranges: [Range<Int>], in text: some StringProtocol) -> [Range<Int>] {
    let bytes = text.utf8
    var place = bytes.startIndex
    var offset = 0
    var column = 0
    return ranges.map { range in
      func advance(to end: Int) -> Int {
        let next = bytes.index(place, offsetBy: end - offset, limitedBy: bytes.endIndex) ?? bytes.endIndex
        column = self.column(after: text[place..<next], from: column)
        (place, offset) = (next, end)
        return column
      }
      let start = advance(to: range.lowerBound)
      return start..<advance(to: range.upperBound)
    }
  }

  /// The UTF-8 offsets of the character that covers a column, or of the last one; empty for an empty text.
  package static func character(atColumn column: Int, in text: some StringProtocol) -> Range<Int> {
    var (reached, offset) = (0, 0)
    var last = 0..<0
    for character in text {
      let count = character.utf8.count
      reached = self.column(after: String(character), from: reached)
      last = offset..<offset + count
      if reached > column { break }
      offset += count
    }
    return last
  }

  /// The text as it is drawn from a column on, with spaces for its tabs.
  package static func expandingTabs(_ text: Substring, from column: Int) -> Substring {
    guard hasTab(text) else { return text }
    var result: Substring = ""
    var reached = column
    for scalar in text.unicodeScalars {
      let next = self.column(after: scalar, from: reached)
      if scalar == "\t" {
        result += String(repeating: " ", count: next - reached)
      } else {
        result.unicodeScalars.append(scalar)
      }
      reached = next
    }
    return result
  }

  /// Rows have thousands of bytes, and all are asked in each frame.
  private static func hasTab(_ text: some StringProtocol) -> Bool {
    let tab = UInt8(ascii: "\t")
    return text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(tab), bytes.count) != nil } ?? false
    } ?? text.utf8.contains(tab)
  }

  private static func column(after text: some StringProtocol, from column: Int) -> Int {
    guard hasTab(text) else { return column + TerminalWidth.columns(of: text) }
    return text.unicodeScalars.reduce(column) { self.column(after: $1, from: $0) }
  }

  private static func column(after scalar: Unicode.Scalar, from column: Int) -> Int {
    scalar == "\t" ? column + tabStop - column % tabStop : column + TerminalWidth.columns(of: scalar)
  }
}
