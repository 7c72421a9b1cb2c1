import TerminalUI
import Testing

@Suite struct LineWriterTests {
  /// The rows of a terminal that knows text, CR, LF and backspaces, and the column of its cursor.
  private struct Typewriter {
    var rows: [[Character]] = [[]]
    var column = 0

    mutating func take(_ bytes: [UInt8]) {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        switch scalar {
        case "\r": column = 0
        case "\n": rows.append([])
        case "\u{8}": column -= 1
        default:
          #expect(scalar.value >= 0x20)
          if column < rows[rows.count - 1].count { rows[rows.count - 1].remove(at: column) }
          rows[rows.count - 1].insert(Character(scalar), at: column)
          column += 1
        }
      }
    }

    var last: String {
      var row = String(rows[rows.count - 1])
      while row.last == " " { row.removeLast() }
      return row
    }
  }

  @Test("the line that is typed in is what it should be after each change, with the cursor in its place")
  func editing() {
    var (writer, terminal) = (LineWriter(), Typewriter())
    let texts = [
      ("", 0), ("a", 1), ("ab", 2), ("ab", 1), ("ab", 0), ("xab", 1), ("xab", 3), ("xa", 2), ("", 0), ("wire", 4),
      ("wir", 3), ("wr", 1), ("wr", 2), ("hello", 5),
    ]
    for (text, cursor) in texts {
      let line = EditedLine(label: "URL ", text: text, cursor: cursor)
      terminal.take(writer.bytes(adding: [], editing: line, columns: 80))
      #expect(terminal.last == ("URL " + text).trimmed)
      #expect(terminal.column == 4 + cursor)
      #expect(writer.bytes(adding: [], editing: line, columns: 80).isEmpty, "nothing changes, nothing is written")
    }
    #expect(terminal.rows.count == 1)
  }

  @Test("what is typed at the end is written alone")
  func appending() {
    var writer = LineWriter()
    _ = writer.bytes(adding: [], editing: EditedLine(label: "URL ", text: "ab", cursor: 2), columns: 80)
    let bytes = writer.bytes(adding: [], editing: EditedLine(label: "URL ", text: "abc", cursor: 3), columns: 80)
    #expect(bytes == Array("c".utf8))
  }

  @Test("lines end the line that is typed in, and hold nothing that acts on a terminal")
  func lines() {
    var (writer, terminal) = (LineWriter(), Typewriter())
    let line = EditedLine(label: "URL ", text: "ab", cursor: 1)
    terminal.take(writer.bytes(adding: ["one"], editing: line, columns: 80))
    terminal.take(writer.bytes(adding: ["\u{1B}[2Jtwo\n"], editing: line, columns: 80))
    #expect(terminal.rows.map { String($0) } == ["one", "URL ab", "␛[2Jtwo␊", "URL ab"])
    terminal.take(writer.endLine())
    #expect(terminal.last.isEmpty && writer.endLine().isEmpty)
  }

  @Test("a text that is longer than the row shows what is around the cursor, in one row")
  func long() {
    var (writer, terminal) = (LineWriter(), Typewriter())
    let text = String((0..<300).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    for cursor in [300, 299, 150, 10, 0, 290] {
      terminal.take(
        writer.bytes(adding: [], editing: EditedLine(label: "URL ", text: text, cursor: cursor), columns: 40))
      #expect(terminal.last.count < 40 && terminal.rows.count == 1)
      let next = text.dropFirst(cursor).first
      if let next { #expect(terminal.rows[0][terminal.column] == next) }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
