import TestSupport
import Testing

@testable import Workbench

@Suite struct TextEditorPropertyTests {
  static let texts = [
    "a", " ", "é", "e\u{301}", "\u{301}", "漢", "👩‍👧", "\u{200D}", "🇦🇹", "🇨", "\n", "\r", "\r\n", "\t", "각", "क्ष",
  ]

  static func command(_ random: inout SplitMix, _ editor: TextEditor) -> TextEditor.Command {
    let offset = Int.random(in: -2...(editor.bytes.count + 2), using: &random)
    switch Int.random(in: 0..<16, using: &random) {
    case 0...3: return .insert(texts.randomElement(using: &random) ?? "")
    case 4: return .insertBytes((0..<3).flatMap { _ in Array((texts.randomElement(using: &random) ?? "").utf8) })
    case 5: return .insertByte(UInt8.random(in: 0...255, using: &random))
    case 6, 7: return .move(TextEditor.Motion.allCases.randomElement(using: &random) ?? .left)
    case 8: return .extend(TextEditor.Motion.allCases.randomElement(using: &random) ?? .left)
    case 9: return .placeCursor(offset)
    case 10: return .extendTo(offset)
    case 11: return .selectWord(max(0, offset))
    case 12: return [.undo, .redo, .redo].randomElement(using: &random) ?? .undo
    case 13: return [.deleteByteBackward, .deleteByteForward].randomElement(using: &random) ?? .newline
    default:
      return [
        .newline, .deleteBackward, .deleteForward, .deleteWordBackward, .deleteWordForward, .deleteToLineStart,
        .deleteToLineEnd, .yank, .yankPop, .clearSelection, .deleteBlankWordBackward, .deleteBlanks,
        .transposeCharacters, .transposeWords,
        .uppercaseWord, .lowercaseWord, .capitalizeWord, .setMark,
      ].randomElement(using: &random) ?? .newline
    }
  }

  /// Every place for a cursor, counted from the start.
  static func boundaries(_ buffer: TextBuffer) -> Set<Int> {
    var result: Set<Int> = [0]
    var position = 0
    while position < buffer.count {
      position = buffer.boundary(after: position)
      result.insert(position)
    }
    return result
  }

  @Test(
    "whatever is done, cursor and selection stand between characters, and undo leads back to the start",
    arguments: [TextEditor.Mode.singleLine, .multiLine, .bytes], 0..<40)
  func randomCommands(mode: TextEditor.Mode, seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let start = mode == .singleLine ? "http://x/?a=é" : "One é\r\ntwo\n漢字 👩‍👧\n"
    var editor = TextEditor(start, mode: mode)
    editor.wraps = seed % 2 == 1
    for _ in 0..<150 {
      editor.resize(lines: Int.random(in: 0...3, using: &random), columns: Int.random(in: 0...9, using: &random))
      let command = Self.command(&random, editor)
      let before = editor.bytes
      let changed = editor.perform(command)
      #expect(changed || before == editor.bytes)
      let boundaries = Self.boundaries(editor.buffer)
      #expect(boundaries.contains(editor.cursor), "\(command)")
      if let selection = editor.selection {
        #expect(boundaries.contains(selection.lowerBound) && boundaries.contains(selection.upperBound), "\(command)")
      }
      let lineEnds = mode == .singleLine ? 0 : editor.bytes.count { $0 == 0x0A }
      #expect(editor.lineCount == lineEnds + 1, "\(command)")
      #expect(editor.cursorInViewport != nil, "\(command)")
      #expect(editor.offset(at: editor.cursorPosition) == editor.cursor, "\(command)")
    }
    while editor.perform(.undo) {}
    #expect(editor.text == start)
    let last = editor.canRedo
    while editor.perform(.redo) {}
    #expect(last == editor.canUndo)
  }
}
