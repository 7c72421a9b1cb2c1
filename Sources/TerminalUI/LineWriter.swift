import TerminalText

/// Writes lines as a typewriter does, for screen readers and for terminals that can do nothing else: what was written
/// stays, only the line in which text is typed changes, and no more of it than has to.
///
/// Nothing but text, CR, LF and backspaces is written; everything that would act on a terminal is filtered.
package struct LineWriter: Sendable {
  /// The line that the cursor is in, as it is shown.
  private var current: EditedLine?

  package init() {}

  /// The bytes that add lines and show the line in which text is typed, if there is one, cut to the columns there are.
  package mutating func bytes(adding lines: [String], editing edited: EditedLine?, columns: Int) -> [UInt8] {
    var text = ""
    let shown = edited.map { Self.cut($0, to: max(20, columns) - 1) }
    if let current, !lines.isEmpty || shown?.label != current.label {
      text += "\r\n"
      self.current = nil
    }
    for line in lines { text += TerminalFilter.filtered(line) + "\r\n" }
    if let shown {
      text += change(to: shown)
      current = shown
    }
    return Array(text.utf8)
  }

  /// Ends the line that the cursor is in, as before something else writes.
  package mutating func endLine() -> [UInt8] {
    defer { current = nil }
    return current == nil ? [] : Array("\r\n".utf8)
  }

  /// What makes the new line of the one that is there.
  private func change(to line: EditedLine) -> String {
    let width = TerminalWidth.columns(of: line.text)
    let back = String(repeating: "\u{8}", count: max(0, width - line.cursor))
    guard let current else { return line.label + line.text + back }
    if line == current { return "" }
    let widthBefore = TerminalWidth.columns(of: current.text)
    if current.cursor == widthBefore, line.text.hasPrefix(current.text) {
      return String(line.text.dropFirst(current.text.count)) + back
    }
    if current.text == line.text, line.cursor < current.cursor {
      return String(repeating: "\u{8}", count: current.cursor - line.cursor)
    }
    let rest = String(repeating: " ", count: max(0, widthBefore - width))
    let erased = String(repeating: "\u{8}", count: rest.utf8.count)
    if current.cursor == widthBefore, current.text.hasPrefix(line.text) {
      return erased + rest + erased + back
    }
    return "\r" + line.label + line.text + rest + erased + back
  }

  /// The line with as much of its text as fits around the cursor, harmless.
  private static func cut(_ line: EditedLine, to columns: Int) -> EditedLine {
    let label = TerminalWidth.truncated(TerminalFilter.filtered(line.label), toColumns: columns - 10)
    let text = TerminalFilter.filtered(line.text)
    let room = columns - TerminalWidth.columns(of: label)
    guard TerminalWidth.columns(of: text) > room else {
      return EditedLine(label: label, text: text, cursor: line.cursor)
    }
    // By halves, so that the line need not be written again for each character.
    let first = line.cursor < room ? 0 : (line.cursor - room / 2) / (room / 2) * (room / 2)
    var (shown, column, start) = ("", 0, 0)
    for character in text {
      let width = TerminalWidth.columns(of: String(character))
      if column < first { start = column + width } else if column + width <= start + room { shown.append(character) }
      column += width
    }
    return EditedLine(label: label, text: shown, cursor: max(0, line.cursor - start))
  }
}
