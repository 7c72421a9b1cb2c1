import Testing

@testable import Workbench

@Suite struct TextEditorTests {
  /// A text with `|` for the cursor, and `[` at the selection's other end.
  static func editor(_ marked: String, mode: TextEditor.Mode = .multiLine) -> TextEditor {
    let bytes = Array(marked.utf8)
    let plain = bytes.filter { $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: "[") }
    var editor = TextEditor(plain, mode: mode)
    let cursor = bytes.prefix { $0 != UInt8(ascii: "|") }.count { $0 != UInt8(ascii: "[") }
    if marked.utf8.contains(UInt8(ascii: "[")) {
      editor.perform(.placeCursor(bytes.prefix { $0 != UInt8(ascii: "[") }.count { $0 != UInt8(ascii: "|") }))
      editor.perform(.extendTo(cursor))
    } else {
      editor.perform(.placeCursor(cursor))
    }
    return editor
  }

  static func marked(_ editor: TextEditor) -> String {
    var bytes = editor.bytes
    var marks = [(editor.cursor, UInt8(ascii: "|"))]
    if let selection = editor.selection {
      let other = selection.lowerBound == editor.cursor ? selection.upperBound : selection.lowerBound
      marks.append((other, UInt8(ascii: "[")))
    }
    for (offset, mark) in marks.sorted(by: { $0.0 > $1.0 }) { bytes.insert(mark, at: offset) }
    return String(decoding: bytes, as: UTF8.self)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var before: String
    var commands: [TextEditor.Command]
    var after: String
    var mode: TextEditor.Mode

    init(
      _ before: String, _ commands: TextEditor.Command..., to after: String, mode: TextEditor.Mode = .multiLine
    ) {
      self.before = before
      self.commands = commands
      self.after = after
      self.mode = mode
    }

    var testDescription: String { "\(before.debugDescription) \(commands)" }
  }

  static let cases: [Case] = [
    // Typing and deleting
    Case("a|c", .insert("b"), to: "ab|c"),
    Case("a[bc|d", .insert("x"), to: "ax|d"),
    Case("a|b[c", .deleteBackward, to: "a|c"),
    Case("a[b|c", .insertBytes([]), to: "a|c"),
    Case("|ab", .deleteBackward, to: "|ab"),
    Case("ab|", .deleteForward, to: "ab|"),
    Case("one two|", .deleteWordBackward, to: "one |"),
    Case("|one two", .deleteWordForward, to: "| two"),
    Case("one |two\nthree", .deleteToLineEnd, to: "one |\nthree"),
    Case("one|\nthree", .deleteToLineEnd, to: "one|three"),
    Case("x\none |two", .deleteToLineStart, to: "x\n|two"),
    Case("one |two", .deleteToLineEnd, .yank, .yank, to: "one twotwo|"),
    Case("one two|", .deleteWordBackward, .deleteWordBackward, .yank, to: "one two|"),
    Case("|one two", .deleteWordForward, .deleteWordForward, .yank, to: "one two|"),
    Case("one |two", .deleteToLineEnd, .deleteToLineStart, .yank, to: "one two|"),
    Case("a b|", .deleteWordBackward, .move(.left), .deleteWordBackward, .yank, .yankPop, to: "b| "),
    Case("a b|", .deleteWordBackward, .move(.left), .deleteWordBackward, .yank, .yankPop, .yankPop, to: "a| "),
    Case("a b|", .deleteWordBackward, .yank, .move(.left), .yankPop, to: "a |b"),
    Case("a /b/c-d|", .deleteBlankWordBackward, to: "a |"),
    Case("a /b/c-d|", .deleteWordBackward, to: "a /b/c-|"),
    Case("a \t| b\n", .deleteBlanks, to: "a|b\n"),
    Case("o|ne", .transposeCharacters, to: "no|e"),
    Case("én|", .transposeCharacters, to: "né|"),
    Case("a👩‍👩‍👧|\nb", .transposeCharacters, to: "👩‍👩‍👧a|\nb"),
    Case("|one", .transposeCharacters, to: "|one"),
    Case("o|", .transposeCharacters, to: "o|"),
    Case("a\n|b", .transposeCharacters, to: "a\n|b"),
    Case("one| two", .transposeWords, to: "two one|"),
    Case("x one, two|", .transposeWords, to: "x two, one|"),
    Case("one two |\nthree", .transposeWords, to: "two one| \nthree"),
    Case("one|", .transposeWords, to: "one|"),
    Case("|one größe", .uppercaseWord, .uppercaseWord, to: "ONE GRÖSSE|"),
    Case("a| ONE", .lowercaseWord, to: "a one|"),
    Case("|oNE", .capitalizeWord, .undo, .redo, to: "One|"),
    Case("a|bcd", .setMark, .move(.right), .move(.right), to: "a[bc|d"),
    Case("a|bcd", .setMark, .move(.right), .insert("x"), .move(.right), to: "axc|d"),
    Case("a|bcd", .setMark, .move(.lineEnd), .clearSelection, .move(.left), to: "abc|d"),
    // Characters are whole: combining marks, joined emoji, flags, Hangul
    Case("e\u{301}|x", .deleteBackward, to: "|x"),
    Case("|e\u{301}x", .move(.right), to: "e\u{301}|x"),
    Case("👩‍👩‍👧‍👦|!", .move(.left), to: "|👩‍👩‍👧‍👦!"),
    Case("🇦🇹🇨🇭|", .deleteBackward, to: "🇦🇹|"),
    Case("👍🏽|", .deleteBackward, to: "|"),
    Case("|각x", .deleteForward, to: "|x"),
    Case("e|x", .insert("\u{301}"), .move(.left), to: "|e\u{301}x"),
    // Lines
    Case("abc\nd|\nefg", .move(.up), .move(.down), to: "abc\nd|\nefg"),
    Case("abcd|\ne\nfghi", .move(.down), .move(.down), to: "abcd\ne\nfghi|"),
    Case("a|b", .move(.up), to: "|ab"),
    Case("a|b", .move(.down), to: "ab|"),
    Case("漢字|漢\nabcdef", .move(.down), to: "漢字漢\nabcd|ef"),
    Case("a|b", .newline, to: "a\n|b"),
    Case("a|b", .newline, to: "a\r\n|b", mode: .bytes),
    Case("a|b", .newline, to: "a|b", mode: .singleLine),
    Case("a\r\n|b", .deleteBackward, to: "a|b"),
    Case("a\r\n|b", .deleteBackward, to: "a\r|b", mode: .bytes),
    Case("ab\r\n|c", .move(.up), .move(.lineEnd), to: "ab|\r\nc"),
    Case("ab\r\n|c", .move(.up), .move(.lineEnd), to: "ab|\r\nc", mode: .bytes),
    // Words
    Case("|one, two_2", .move(.wordRight), .move(.wordRight), to: "one, two_2|"),
    Case("one, two_2|", .move(.wordLeft), to: "one, |two_2"),
    Case("|größe x", .move(.wordRight), to: "größe| x"),
    Case("ab cd|", .selectWord(1), to: "[ab| cd"),
    // Selection
    Case("a|bc", .extend(.right), to: "a[b|c"),
    Case("a[b|c", .move(.left), to: "a|bc"),
    Case("|a[bc", .move(.right), to: "a|bc"),
    Case("a|bc", .selectAll, .clearSelection, to: "abc|"),
    Case("ab\ncd|", .extend(.up), .deleteSelection, to: "ab|"),
    // Pasted line ends
    Case("|", .insertBytes(Array("a\r\nb\rc\n".utf8)), to: "a b c|", mode: .singleLine),
    Case("|", .insertBytes(Array("a\r\nb\rc\n".utf8)), to: "a\nb\nc\n|"),
    Case("|", .insertBytes(Array("a\rb\n".utf8)), to: "a\r\nb\r\n|", mode: .bytes),
    Case("|", .insertBytes(Array("a\r\nb\n".utf8)), to: "a\r\nb\n|", mode: .bytes),
    // History
    Case("|", .insert("a"), .insert("b"), .undo, to: "|"),
    Case("|", .insert("a"), .insert(" "), .insert("b"), .undo, to: "a |"),
    Case("|", .insert("a"), .move(.left), .insert("b"), .undo, to: "|a"),
    Case("abc|", .deleteBackward, .deleteBackward, .undo, to: "abc|"),
    Case("|abc", .deleteForward, .deleteForward, .undo, to: "|abc"),
    Case("a[bc|", .insert("x"), .undo, to: "a[bc|"),
    Case("|", .insert("a"), .undo, .redo, to: "a|"),
    Case("|", .insert("a"), .undo, .insert("b"), .redo, to: "b|"),
  ]

  @Test("in bytes a line's end is before its CR LF, so that what is typed there stays in the line")
  func lineEndInBytes() {
    var editor = TextEditor("A: b\r\nC: d\n\r\n", mode: .bytes)
    editor.perform(.move(.lineEnd))
    editor.perform(.insert("!"))
    #expect(editor.text == "A: b!\r\nC: d\n\r\n")
    editor.perform(.placeCursor(7))
    editor.perform(.move(.lineEnd))
    #expect(editor.cursor == 11)
    editor.perform(.placeCursor(12))
    editor.perform(.move(.lineEnd))
    #expect(editor.cursor == 12)
  }

  @Test("a command does what its key says", arguments: cases)
  func commands(_ testCase: Case) {
    var editor = Self.editor(testCase.before, mode: testCase.mode)
    for command in testCase.commands { editor.perform(command) }
    #expect(Self.marked(editor) == testCase.after)
    #expect(Array(Self.marked(editor).utf8) == Array(testCase.after.utf8))
  }

  @Test("bytes that are no UTF-8 are passed and deleted one by one")
  func invalidBytes() {
    var editor = TextEditor([0x61, 0xFF, 0xE2, 0x82, 0x62], mode: .bytes)
    editor.perform(.move(.right))
    editor.perform(.move(.right))
    #expect(editor.cursor == 2)
    editor.perform(.deleteForward)
    #expect(editor.bytes == [0x61, 0xFF, 0x82, 0x62])
  }

  @Test("a character can be taken apart and put together byte by byte")
  func byteByByte() {
    var editor = TextEditor("é", mode: .bytes)
    editor.perform(.move(.documentEnd))
    editor.perform(.deleteByteBackward)
    #expect(editor.bytes == [0xC3])
    editor.perform(.insertByte(0xA8))
    #expect(editor.text == "è")
    #expect(editor.cursor == 2)
    editor.perform(.insertByte(0x00))
    #expect(editor.bytes == [0xC3, 0xA8, 0x00])
  }

  @Test("an editor tells whether the text changed")
  func reportsChanges() {
    var editor = TextEditor("ab", mode: .singleLine)
    let commands: [TextEditor.Command] = [.insert("c"), .move(.left), .newline, .undo, .undo]
    let changes = commands.map { editor.perform($0) }
    #expect(changes == [true, false, false, true, false])
  }
}
