import TestSupport
import Testing
import TextRopes

@testable import Workbench

/// vi's keys as scripts: a text before and after them.
@Suite struct ViTests {
  /// Types keys as a person does; `⎋` is Esc, `⏎` Enter.
  static func typed(_ keys: String, into text: String, mode: TextEditor.Mode = .multiLine) -> (TextEditor, ViEditing) {
    var editor = TextEditorTests.editor(text, mode: mode)
    var vi = ViEditing(for: .multiLine)
    for scalar in keys.unicodeScalars { press(scalar, &vi, &editor) }
    return (editor, vi)
  }

  static func press(_ scalar: Unicode.Scalar, _ vi: inout ViEditing, _ editor: inout TextEditor) {
    switch scalar {
    case "⎋": _ = vi.escape(&editor)
    case "⏎" where vi.isTyping: type(.newline, &vi, &editor)
    case "⏎": _ = vi.take("\n", &editor)
    case "⌫" where vi.isTyping: type(.deleteBackward, &vi, &editor)
    case "⌫": _ = vi.take("\u{8}", &editor)
    case _ where vi.isTyping: type(.insert(String(scalar)), &vi, &editor)
    default: _ = vi.take(scalar, &editor)
    }
  }

  private static func type(_ command: TextEditor.Command, _ vi: inout ViEditing, _ editor: inout TextEditor) {
    vi.note(command)
    if vi.mode == .replace, case .insert(let text) = command {
      _ = vi.overwrite(text, &editor)
    } else {
      editor.perform(command)
    }
  }

  static let motions: [(String, String, String)] = [
    ("one |two", "h", "one| two"), ("|ab", "lll", "a|b"), ("|ab\ncd", "j", "ab\n|cd"), ("ab\nc|d", "k", "a|b\ncd"),
    ("|one, two", "w", "one|, two"), ("|one, two", "W", "one, |two"), ("|one two three", "2w", "one two |three"),
    ("one two thre|e", "b", "one two |three"), ("one, tw|o", "3b", "|one, two"), ("one-two |x", "B", "|one-two x"),
    ("|one two", "e", "on|e two"), ("on|e two", "e", "one tw|o"), ("one tw|o", "ge", "on|e two"),
    ("  one t|wo", "0", "|  one two"), ("  one t|wo", "^", "  |one two"), ("o|ne\ntwo", "$", "on|e\ntwo"),
    ("one\ntwo\nthre|e", "gg", "|one\ntwo\nthree"), ("|one\ntwo\nthree", "G", "one\ntwo\n|three"),
    ("|one\ntwo\nthree", "2G", "one\n|two\nthree"), ("|a.b.c", "f.", "a|.b.c"), ("|a.b.c", "2f.", "a.b|.c"),
    ("|a.b.c", "t.", "|a.b.c"), ("|ab.c.d", "t.;", "ab.|c.d"), ("a.b.|c", "F.", "a.b|.c"), ("a.bb|.c", "T.", "a.|bb.c"),
    ("|a.b.c", "f.;,", "a|.b.c"), ("|f(a{1}, {2})", "%", "f(a{1}, {2}|)"), ("f(a{1}|)", "%", "f|(a{1})"),
    ("|one\n\ntwo\n\nx", "}", "one\n|\ntwo\n\nx"), ("|one\n\ntwo\n\nx", "2}", "one\n\ntwo\n|\nx"),
    ("one\n\ntw|o", "{", "one\n|\ntwo"), ("|One. Two! Three", ")", "One. |Two! Three"),
    ("One. Two! Th|ree", "((", "One. |Two! Three"), ("|one two one", "/one⏎", "one two |one"),
    ("|one two one", "/o.e⏎n", "|one two one"), ("|a b a b a", "/b⏎n", "a b a |b a"),
    ("a b a |b a", "?a⏎N", "a b a b |a"),
    ("|a b a", "*", "a b |a"), ("|a b a b a", "/b⏎2n", "a |b a b a"), ("|one\n  two", "+", "one\n  |two"),
    ("|abcdef", "4|", "abc|def"), ("|a\nb\nc", ":3⏎", "a\nb\n|c"), ("|größe 漢字 x", "ww", "größe 漢字 |x"),
  ]

  @Test("movements lead where vi's lead", arguments: motions)
  func moving(before: String, keys: String, after: String) {
    #expect(TextEditorTests.marked(Self.typed(keys, into: before).0) == after)
  }

  static let changes: [(String, String, String)] = [
    ("a|bc", "x", "a|c"), ("|abcd", "3x", "|d"), ("ab|c", "X", "a|c"), ("one |two three", "dw", "one |three"),
    ("one |two\nthree", "dw", "one| \nthree"), ("|one two three", "d2w", "|three"), ("|one two three", "2dw", "|three"),
    ("one |two", "db", "|two"), ("one t|wo x", "de", "one t| x"), ("one |two\nx", "D", "one| \nx"),
    ("one |two", "d0", "|two"),
    ("a\n|b\nc", "dd", "a\n|c"), ("a\nb\n|c", "dd", "a\n|b"), ("|a\nb\nc", "2dd", "|c"), ("|a\nb\nc\nd", "dj", "|c\nd"),
    ("a\nb\n|c\nd", "dk", "a\n|d"), ("a\n|b\nc", "dG", "|a"), ("a\nb\n|c", "dgg", "|"), ("|a.b.c", "df.", "|b.c"),
    ("|ab.c", "dt.", "|.c"), ("x|(ab) y", "d%", "x| y"), ("|one two", "cwnew⎋", "ne|w two"),
    ("one |two", "C!⎋", "one |!"),
    ("a\n  |b\nc", "ccx⎋", "a\n  |x\nc"), ("a|bc", "sxy⎋", "ax|yc"), ("|abc", "rx", "|xbc"), ("|abc", "2rx", "x|xc"),
    ("|abc", "Rxy⎋", "x|yc"), ("|abCd", "3~", "ABc|d"), ("|a\n  b\nc", "J", "a| b\nc"), ("|a\nb\nc", "3J", "a b| c"),
    ("|ab", "ix⎋", "|xab"), ("|ab", "ax⎋", "a|xb"), ("a|b", "Ix⎋", "|xab"), ("|ab", "Ax⎋", "ab|x"),
    ("  |a\nb", "ox⎋", "  a\n  |x\nb"), ("  |a\nb", "Ox⎋", "  |x\n  a\nb"), ("|ab", "3ix⎋", "xx|xab"),
    ("|one two", "yiwP", "on|eone two"), ("|one two", "yeP", "on|eone two"), ("|a\nb", "yyp", "a\n|a\nb"),
    ("|a\nb", "yyjp", "a\nb\n|a"),
    ("|a\nb", "yyP", "|a\na\nb"), ("|a\nb", "ddp", "b\n|a"), ("|ab", "xp", "b|a"), ("|one two", "dwwP", "twone| o"),
    ("|a b", "\"qyw\"rdw\"qP", "a| b"), ("|a\nb\nc", "\"ayyj\"Ayyj\"ap", "a\nb\nc\n|a\nb"),
    ("|a\nb", "yyj\"_dd\"0p", "a\n|a"),
    ("|one two", "guiwgUe", "|ONE two"), ("|One", "g~iw", "|oNE"), ("|a\nb", ">j", "  |a\n  b"),
    ("  |a\n b", "<j", "|a\nb"), ("|a", ">>", "  |a"), ("|one two", "wcwx⎋0.", "|x x"),
    ("|a a a a", "xw.w.", "  | a"), ("|abc", "ix⎋u", "|abc"), ("|abc", "xxuu", "|abc"), ("|abc", "xuU", "|bc"),
    ("|ab\ncd", "A!⎋j.", "ab!\ncd|!"), ("|abc", "vlx", "|c"), ("a|bcd", "vld", "a|d"), ("|a\nb\nc", "Vjd", "|c"),
    ("|one two", "viwU", "|ONE two"), ("|one two", "vey$p", "one twoon|e"), ("|one two", "wyiw0viwp", "tw|o two"),
    ("a (b|c) d", "di(", "a (|) d"), ("a (b|c) d", "da(", "a | d"), ("x = \"a |b\" y", "ci\"z⎋", "x = \"|z\" y"),
    ("|x = \"a\" y", "di\"", "x = \"|\" y"), ("x \"a|b\" y", "da\"", "x |y"),
    ("{\"a\": {\"b\": |1}}", "di{", "{\"a\": {|}}"),
    ("{\"a\": {1, |2}}", "ci{0⎋", "{\"a\": {|0}}"), ("<a><b>x|y</b></a>", "dit", "<a><b>|</b></a>"),
    ("<a><b>x|y</b></a>", "dat", "<a>|</a>"), ("one t|wo three", "daw", "one |three"), ("one tw|o", "daw", "on|e"),
    ("a\n\n|b\nc\n\nd", "dip", "a\n\n|\nd"), ("|a b a", ":s/a/x/⏎", "|x b a"), ("|a b a", ":s/a/x/g⏎", "|x b x"),
    ("|a\nb a\na", ":%s/a$/x/⏎", "|x\nb x\nx"), ("|one two", ":s/(o)(n)/\\2\\1/⏎", "|noe two"),
    ("|a/b", ":s#/#&&#⏎", "|a//b"),
    ("|a a\na", ":%s/a/b/g⏎u", "|a a\na"), ("|x\na a\na", "jVj:s/a/b/g⏎", "x\n|b b\nb"),
  ]

  @Test("changes leave what vi leaves", arguments: changes)
  func changing(before: String, keys: String, after: String) {
    #expect(TextEditorTests.marked(Self.typed(keys, into: before).0) == after)
  }

  @Test("the mode and the keys of an unfinished command are told, and Esc gives them up")
  func status() {
    var (editor, vi) = Self.typed("\"a2d", into: "|abc")
    #expect(vi.status == "NORMAL  \"a2d")
    let hasEnded = [vi.escape(&editor), vi.escape(&editor)]
    #expect(hasEnded == [true, false])
    #expect(vi.status == "NORMAL")
    for (key, mode) in [("v", "VISUAL"), ("V", "VISUAL LINE"), ("V", "NORMAL"), ("R", "REPLACE")] {
      for scalar in key.unicodeScalars { Self.press(scalar, &vi, &editor) }
      #expect(vi.status == mode)
    }
  }

  @Test("what is no command is dropped, and what fails is said")
  func mistakes() {
    var (editor, vi) = Self.typed("gzdQ", into: "|abc")
    #expect(editor.text == "abc" && vi.pending.isEmpty)
    for key in ":foo".unicodeScalars { _ = vi.take(key, &editor) }
    guard case .problem? = vi.take("\n", &editor).first else {
      Issue.record("nothing was said")
      return
    }
    for key in "/[".unicodeScalars { _ = vi.take(key, &editor) }
    guard case .problem? = vi.take("\n", &editor).first else {
      Issue.record("nothing was said")
      return
    }
  }

  @Test("any keys at all leave the cursor between characters and the history whole", arguments: 0..<60)
  func randomKeys(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let start =
      seed % 3 == 0
      ? "{\"a\": [1, (2)], \"b\": \"c d\"}\n\n  two é漢 <x>y</x>\r\nlast" : "one two\n\nthree (four) \"five\"\n"
    var editor = TextEditor(start, mode: seed % 2 == 0 ? .multiLine : .bytes)
    var vi = ViEditing(for: .multiLine)
    let keys = Array(
      "hjklwbeWBE0^$Gg;,%{}()nN*#|+-_dcy<>~uUxXDCsSYpPJrRiaIAoOvV.\"a12iwt\"(][fFtT⎋⎋⎋⎋⏎ é".unicodeScalars)
    for _ in 0..<300 {
      Self.press(keys.randomElement(using: &random) ?? "h", &vi, &editor)
      let boundaries = TextEditorPropertyTests.boundaries(editor.buffer)
      #expect(boundaries.contains(editor.cursor))
      if editor.rope.count > 5000 { break }
    }
    _ = vi.escape(&editor)
    while editor.perform(.undo) {}
    #expect(editor.text == start)
  }
}
