import TerminalText

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
    let range = offset..<boundary(after: offset)
    let first = bytes[offset]
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
    let text = String(decoding: bytes[range], as: UTF8.self)
    let columns = TerminalWidth.columns(of: text)
    guard columns > 0, text.unicodeScalars.allSatisfy(TerminalFilter.isHarmless) else {
      let name = text.unicodeScalars.map { "<U+" + Self.hex($0.value) + ">" }.joined()
      return TextUnit(range: range, kind: .control, text: name, columns: name.utf8.count)
    }
    return TextUnit(range: range, kind: .text, text: text, columns: columns)
  }

  /// Whether a character is a line's end that text shows by ending the line.
  func isHiddenLineEnd(at offset: Int) -> Bool {
    mode == .multiLine && bytes[offset] == Self.lineFeed
  }

  /// The column of an offset of a line, from the line's start.
  func column(of offset: Int, inLine line: Int) -> Int {
    var column = 0
    var position = lineStarts[line]
    while position < offset {
      let byte = bytes[position]
      if byte >= 0x20, byte < 0x7F, position + 1 < count, bytes[position + 1] < 0x80 {
        column += 1
        position += 1
      } else {
        let unit = unit(at: position, column: column)
        column += isHiddenLineEnd(at: position) ? 0 : unit.columns
        position = unit.range.upperBound
      }
    }
    return column
  }

  /// The offset of the character that covers a column of a line, the line's end where there is none.
  func offset(atColumn column: Int, ofLine line: Int) -> Int {
    let end = end(ofLine: line)
    var position = lineStarts[line]
    var reached = 0
    while position < end {
      let unit = unit(at: position, column: reached)
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
