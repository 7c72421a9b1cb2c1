import Testing

@testable import Workbench

/// Lines that go on in the next row.
@Suite struct TextRowsTests {
  private func editor(_ text: String, lines: Int = 4, columns: Int, mode: TextEditor.Mode = .multiLine) -> TextEditor {
    var editor = TextEditor(text, mode: mode)
    editor.wraps = true
    editor.resize(lines: lines, columns: columns)
    return editor
  }

  private func rows(_ editor: TextEditor) -> [String] {
    editor.visibleLines.map { $0.pieces.map(\.text).joined() }
  }

  @Test(
    "lines break behind a blank, else at the edge, and never within a character",
    arguments: [
      ("one two three", 8, ["one two ", "three"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("漢字漢字漢", 5, ["漢字", "漢字", "漢"]), ("a bcdefgh", 6, ["a bcde", "fgh"]), ("ab\ncd", 4, ["ab", "cd"]),
      ("abcd", 4, ["abcd", ""]), ("", 4, [""]), ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ] as [(String, Int, [String])])
  func breaks(text: String, columns: Int, expected: [String]) {
    #expect(rows(editor(text, columns: columns)) == expected)
  }

  @Test("up and down go by rows and keep their column; the view follows by rows")
  func moving() {
    var editor = editor("0123456789ABCDEF\nxy", lines: 2, columns: 4)
    editor.perform(.placeCursor(2))
    editor.perform(.move(.down))
    #expect(editor.cursor == 6)
    editor.perform(.move(.down))
    #expect(rows(editor) == ["4567", "89AB"])
    #expect(editor.cursorInViewport == TextPosition(line: 1, column: 2))
    for _ in 0..<2 { editor.perform(.move(.down)) }
    #expect(editor.cursor == 16)
    editor.perform(.move(.down))
    #expect(editor.cursor == 19)
    editor.perform(.move(.up))
    editor.perform(.move(.up))
    #expect(editor.cursor == 14)
    editor.perform(.move(.documentStart))
    #expect(rows(editor) == ["0123", "4567"])
  }

  @Test("the mouse finds what is drawn, and the wheel scrolls by rows")
  func pointing() {
    var editor = editor("0123456789\nabc", lines: 3, columns: 4)
    #expect(editor.offset(inViewport: TextPosition(line: 1, column: 1)) == 5)
    #expect(editor.offset(inViewport: TextPosition(line: 0, column: 9)) == 3)
    editor.scroll(by: 2)
    #expect(rows(editor) == ["89", "abc"])
    #expect(editor.offset(inViewport: TextPosition(line: 1, column: 9)) == 14)
    #expect(editor.offset(inViewport: TextPosition(line: 2, column: 0)) == 14)
    #expect(editor.cursorInViewport == nil)
  }

  @Test("what is wrapped can be shown to the right again")
  func switchingOff() {
    var editor = editor("0123456789", columns: 4)
    editor.perform(.move(.documentEnd))
    editor.wraps = false
    #expect(rows(editor) == ["789"])
    editor.wraps = true
    #expect(rows(editor) == ["0123", "4567", "89"])
  }
}
