import TerminalText
import TextRopes

/// One character of a text, as it is shown.
struct TextUnit: Sendable, Hashable {
  var range: Range<Int>
  var kind: TextPiece.Kind
  var text: String
  var columns: Int
}

extension TextBuffer {
  /// Columns between the stops of a tab in text.
  static let tabStop = 4

  /// The character that starts at an offset, which stands at a column of its line.
  func unit(at offset: Int, column: Int) -> TextUnit {
    var reader = reader
    return unit(at: offset, column: column, in: &reader)
  }

  func unit(at offset: Int, column: Int, in reader: inout TextReader) -> TextUnit {
    let range = offset..<boundary(after: offset, in: &reader)
    let first = reader[offset]
    if range.count == 1 {
      switch first {
      case 0x20..<0x7F:
        return TextUnit(range: range, kind: .text, text: String(Unicode.Scalar(first)), columns: 1)
      case 0x09 where mode == .multiLine:
        let columns = Self.tabStop - column % Self.tabStop
        return TextUnit(range: range, kind: .text, text: String(repeating: " ", count: columns), columns: columns)
      case 0x80...:
        let digits = String(first, radix: 16, uppercase: true)
        return TextUnit(range: range, kind: .invalidByte, text: "\\x" + digits, columns: 4)
      default:
        return TextUnit(range: range, kind: .control, text: picture(of: first), columns: 1)
      }
    }
    if first == Self.carriageReturn {
      let text = picture(of: first)
      return TextUnit(range: range, kind: .control, text: text, columns: 1)
    }
    let text = String(decoding: reader.bytes(in: range), as: UTF8.self)
    let columns = TerminalWidth.columns(of: text)
    guard columns > 0, text.unicodeScalars.allSatisfy(TerminalFilter.isHarmless) else {
      let name = text.unicodeScalars.map { "<U+" + Self.hex($0.value) + ">" }.joined()
      return TextUnit(range: range, kind: .control, text: name, columns: name.utf8.count)
    }
    return TextUnit(range: range, kind: .text, text: text, columns: columns)
  }

  /// Whether a character is a line's end that text shows by ending the line.
  func isHiddenLineEnd(at offset: Int, in reader: inout TextReader) -> Bool {
    mode == .multiLine && reader[offset] == Self.lineFeed
  }

  /// The column of an offset of a line, from the line's start.
  func column(of offset: Int, inLine line: Int) -> Int {
    column(of: offset, from: start(ofLine: line))
  }

  /// The column of an offset, from another one before it.
  func column(of offset: Int, from start: Int) -> Int {
    var column = 0
    var position = start
    var reader = reader
    while position < offset {
      let byte = reader[position]
      if byte >= 0x20, byte < 0x7F, position + 1 < count, reader[position + 1] < 0x80 {
        column += 1
        position += 1
      } else {
        let unit = unit(at: position, column: column, in: &reader)
        column += isHiddenLineEnd(at: position, in: &reader) ? 0 : unit.columns
        position = unit.range.upperBound
      }
    }
    return column
  }

  /// The offset of the character that covers a column of a line, the line's end where there is none.
  func offset(atColumn column: Int, ofLine line: Int) -> Int {
    offset(atColumn: column, from: start(ofLine: line), to: end(ofLine: line))
  }

  /// The offset of the character that covers a column from an offset on, `end` where there is none.
  func offset(atColumn column: Int, from start: Int, to end: Int) -> Int {
    var position = start
    var reached = 0
    var reader = reader
    while position < end {
      let unit = unit(at: position, column: reached, in: &reader)
      reached += unit.columns
      if reached > column { return position }
      position = unit.range.upperBound
    }
    return end
  }

  private func picture(of control: UInt8) -> String {
    String(TerminalFilter.visible(Unicode.Scalar(control)))
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
