import Testing

@testable import Workbench

@Suite struct TextRenderingTests {
  private func lines(_ bytes: [UInt8], _ mode: TextEditor.Mode) -> [String] {
    let editor = TextEditor(bytes, mode: mode)
    return editor.lines(0..<editor.lineCount).map { line in line.pieces.map(\.text).joined(separator: "|") }
  }

  @Test("bytes show CR and LF and break after LF")
  func bytesMode() {
    #expect(lines(Array("GET / HTTP/1.1\r\nA: b\n\r\n".utf8), .bytes) == ["GET / HTTP/1.1|␍␊", "A: b|␊", "␍␊", ""])
  }

  @Test("text hides its LF but shows a CR, and a tab reaches the next stop")
  func textMode() {
    #expect(lines(Array("a\tb\r\nc\n".utf8), .multiLine) == ["a   b|␍", "c", ""])
    #expect(lines(Array("a\nb".utf8), .singleLine) == ["a|␊|b"])
  }

  @Test("what a terminal would act on or hide is named")
  func hostile() {
    #expect(lines([0x1B, 0x5B, 0x41, 0xFF, 0x7F], .bytes) == ["␛|[A|\\xFF|␡"])
    #expect(lines(Array("a\u{202E}b\u{9B}\u{200B}".utf8), .bytes) == ["a|<U+202E>|b|<U+009B><U+200B>"])
  }

  @Test("pieces know their columns, their bytes and the selection")
  func pieces() throws {
    var editor = TextEditor("漢a\u{301}b", mode: .singleLine)
    editor.perform(.select(3..<6))
    let pieces = try #require(editor.lines(0..<1).first).pieces
    #expect(pieces.map(\.text) == ["漢", "a\u{301}", "b"])
    #expect(pieces.map(\.column) == [0, 2, 3])
    #expect(pieces.map(\.range) == [0..<3, 3..<6, 6..<7])
    #expect(pieces.map(\.isSelected) == [false, true, false])
    #expect(editor.cursorPosition == TextPosition(line: 0, column: 3))
  }

  @Test("a wide character that the edge cuts leaves a space")
  func cutting() throws {
    let editor = TextEditor("漢字x", mode: .singleLine)
    let line = try #require(editor.lines(0..<1, columns: 1..<5).first)
    #expect(line.pieces.map(\.text).joined() == " 字x")
    let short = try #require(editor.lines(0..<1, columns: 0..<3).first)
    #expect(short.pieces.map(\.text).joined() == "漢 ")
  }

  @Test("the viewport follows the cursor both ways, the mouse finds what is drawn")
  func viewport() {
    var editor = TextEditor("0\n1\n2\n0123456789漢x\n4", mode: .multiLine)
    editor.resize(lines: 2, columns: 4)
    editor.perform(.placeCursor(6))
    #expect(editor.viewport.firstLine == 2)
    editor.perform(.move(.lineEnd))
    #expect(editor.cursorInViewport == TextPosition(line: 1, column: 3))
    #expect(editor.visibleLines.map { $0.pieces.map(\.text).joined() } == ["", "漢x"])
    #expect(editor.offset(inViewport: TextPosition(line: 1, column: 1)) == 16)
    #expect(editor.offset(inViewport: TextPosition(line: 1, column: 99)) == 20)
    editor.scroll(by: -2)
    #expect(editor.cursorInViewport == nil)
    editor.perform(.move(.documentStart))
    #expect(editor.viewport.firstLine == 0)
    #expect(editor.viewport.firstColumn == 0)
  }

  @Test("a line of a million bytes is drawn in pieces and edited in place")
  func longLine() {
    var text = [UInt8](repeating: 0x61, count: 1_000_000)
    text.append(0x0A)
    text += Array("end".utf8)
    var editor = TextEditor(text, mode: .multiLine)
    #expect(editor.lineCount > 50)
    #expect(editor.lines(1..<2).first?.isContinuation == true)
    editor.perform(.placeCursor(500_000))
    for _ in 0..<1000 { editor.perform(.insert("漢")) }
    editor.perform(.insert(String(repeating: "漢", count: 10_000)))
    let longest = (0..<editor.lineCount).map { editor.buffer.range(ofLine: $0).count }.max() ?? 0
    #expect(longest <= 40_000)
    editor.perform(.move(.lineStart))
    #expect(editor.cursor == 0)
    editor.perform(.move(.lineEnd))
    #expect(editor.cursor == 1_033_000)
    editor.perform(.undo)
    #expect(editor.bytes == text)
  }
}
