import Workbench

/// The keys of the request pane, and those of every text: readline's, with the arrows.
enum RequestKeys {
  /// What a text takes; the same in prompts and in the request.
  static func typing(_ make: (TextEditor.Command) -> KeyBinding.Effect) -> [KeyBinding] {
    let motions: [(String, TextEditor.Motion, String)] = [
      ("← ^B", .left, "Left"), ("→ ^F", .right, "Right"), ("Ctrl+← Alt+b", .wordLeft, "Word left"),
      ("Ctrl+→ Alt+f", .wordRight, "Word right"), ("Home ^A", .lineStart, "To the line's start"),
      ("End ^E", .lineEnd, "To the line's end"),
    ]
    let extensions: [(String, TextEditor.Motion, String)] = [
      ("Shift+←", .left, "Select to the left"), ("Shift+→", .right, "Select to the right"),
      ("Ctrl+Shift+←", .wordLeft, "Select a word to the left"),
      ("Ctrl+Shift+→", .wordRight, "Select a word to the right"),
      ("Shift+Home", .lineStart, "Select to the line's start"), ("Shift+End", .lineEnd, "Select to the line's end"),
    ]
    let edits: [(String, TextEditor.Command)] = [
      ("Backspace ^H", .deleteBackward), ("Del ^D", .deleteForward), ("Alt+Backspace", .deleteWordBackward),
      ("^W", .deleteBlankWordBackward), ("Alt+d Ctrl+Del", .deleteWordForward), ("^U", .deleteToLineStart),
      ("^K", .deleteToLineEnd), ("^Y", .yank), ("Alt+y", .yankPop), ("Alt+\\", .deleteBlanks),
      ("^T", .transposeCharacters), ("Alt+t", .transposeWords), ("Alt+u", .uppercaseWord), ("Alt+l", .lowercaseWord),
      ("Alt+c", .capitalizeWord),
      ("^_ Alt+-", .undo), ("Alt+=", .redo), ("^Space", .setMark), ("Alt+*", .selectAll),
    ]
    return motions.map { KeyBinding($0.0, make(.move($0.1)), $0.2) }
      + extensions.map { KeyBinding($0.0, make(.extend($0.1)), $0.2) }
      + edits.map { KeyBinding($0.0, make($0.1), $0.1.title ?? "") }
  }

  private static let vertical: [KeyBinding] = [
    KeyBinding("↑", edit: .text(.move(.up)), "Line up"),
    KeyBinding("↓", edit: .text(.move(.down)), "Line down"),
    KeyBinding("PgUp", edit: .text(.move(.pageUp)), "Page up"),
    KeyBinding("PgDn", edit: .text(.move(.pageDown)), "Page down"),
    KeyBinding("Shift+↑", edit: .text(.extend(.up)), "Select upward"),
    KeyBinding("Shift+↓", edit: .text(.extend(.down)), "Select downward"),
    KeyBinding("Ctrl+Home Alt+<", edit: .text(.move(.documentStart)), "To the text's start"),
    KeyBinding("Ctrl+End Alt+>", edit: .text(.move(.documentEnd)), "To the text's end"),
  ]

  private static let clipboard: [KeyBinding] = [
    KeyBinding("^O F12", .editExternally),
    KeyBinding("Alt+w ^Ins", edit: .copy),
    KeyBinding("Alt+j", edit: .cut),
  ]

  private static let controls: [KeyBinding] = [
    KeyBinding("Tab", edit: .next, "Next control", hint: "next"),
    KeyBinding("Shift+Tab", edit: .previous, "Previous control"),
    KeyBinding("Alt+} Alt+]", edit: .nextSection, hint: "headers, body …"),
    KeyBinding("Alt+{", edit: .previousSection),
    KeyBinding("Ins", edit: .addRow),
    KeyBinding("Ctrl+Backspace Alt+Del", edit: .deleteRow),
  ]

  static let line: [KeyBinding] =
    [
      KeyBinding("Enter", edit: .activate, "Send from the URL; next cell in a table", hint: "send"),
      KeyBinding("↑", edit: .move(.up), "Control above"),
      KeyBinding("↓", edit: .move(.down), "Control below"),
    ] + typing { .edit(.text($0)) } + clipboard + controls

  static let lines: [KeyBinding] =
    [
      KeyBinding("Enter", edit: .text(.newline), "New line"),
      KeyBinding("Alt+q", .formatJSON, hint: "format"),
      KeyBinding("Alt+%", .replaceText),
    ] + typing { .edit(.text($0)) } + vertical + clipboard
    + controls

  static let bytes: [KeyBinding] =
    [
      KeyBinding("Enter", edit: .text(.newline), "CR LF"),
      KeyBinding("^V Alt+i", edit: .askForByte, hint: "insert a byte"),
      KeyBinding("^X", edit: .text(.deleteByteForward)),
      // Where sending stops is a place in these bytes: here readline's capitals give way.
      KeyBinding("Alt+u", .sendUpToCursor),
    ] + typing { .edit(.text($0)) }.without("Alt+u") + vertical + clipboard + controls

  /// Letters and signs are vi's own; these are the keys that type nothing.
  static let vi: [KeyBinding] =
    [
      KeyBinding("Enter", edit: .vi("\n"), "Next line; send from the URL"),
      KeyBinding("Backspace", edit: .vi("\u{8}"), "Left; take back a key of : and /"),
      KeyBinding("^D", edit: .vi("\u{4}"), "Page down"),
      KeyBinding("^U", edit: .vi("\u{15}"), "Page up"),
      KeyBinding("^F", edit: .vi("\u{6}"), "Page down"),
      KeyBinding("^B", edit: .vi("\u{2}"), "Page up"),
      KeyBinding("←", edit: .vi("h"), "Left"),
      KeyBinding("→", edit: .vi("l"), "Right"),
      KeyBinding("↑", edit: .vi("k"), "Up"),
      KeyBinding("↓", edit: .vi("j"), "Down"),
      KeyBinding("Home", edit: .vi("0"), "To the line's start"),
      KeyBinding("End", edit: .vi("$"), "To the line's end"),
      KeyBinding("Del", edit: .vi("x"), "Delete forward"),
      KeyBinding("^V Alt+i", edit: .askForByte),
    ] + vertical.filter { $0.title.hasPrefix("Page") || $0.title.hasPrefix("To the text") } + clipboard + controls
    + [KeyBinding("Alt+u", .sendUpToCursor)]

  static let lists: [KeyBinding] =
    [
      KeyBinding("Enter", edit: .activate, "Open, choose, switch", hint: "choose"),
      KeyBinding("Space", edit: .toggle, hint: "on/off"),
      KeyBinding("a", edit: .addRow, hint: "add"),
      KeyBinding("x", edit: .deleteRow, hint: "delete"),
      KeyBinding("K", edit: .moveRowUp),
      KeyBinding("J", edit: .moveRowDown),
      KeyBinding("↑ k", edit: .move(.up), "Up"),
      KeyBinding("↓ j", edit: .move(.down), "Down"),
      KeyBinding("← h", edit: .move(.left), "Left"),
      KeyBinding("→ l", edit: .move(.right), "Right"),
      KeyBinding("u ^_", edit: .text(.undo)),
      KeyBinding("Alt+=", edit: .text(.redo)),
    ] + controls
}
