import TextRopes

/// vi's keys over a text: what has been typed so far, and what it means.
///
/// A value that changes an editor as the keys say. While text is typed (`insert`, `replace`) the keys are the text's own; it
/// only has to be told of them, for `.`. Two of vi's keys are the workbench's: redo is `U`, and `:w` and `:q` save and leave
/// as everywhere. Up and down go by the rows of the screen. Patterns are regular expressions as Swift reads them.
package struct ViEditing: Sendable, Equatable {
  package enum Mode: String, Sendable, Hashable {
    case normal = "NORMAL"
    case insert = "INSERT"
    case replace = "REPLACE"
    case visual = "VISUAL"
    case visualLines = "VISUAL LINE"
  }

  enum Outcome: Sendable, Equatable {
    case run(Command)
    /// The text ends here: on to the control above or below.
    case leave(RequestEditor.Direction)
    /// Enter in a single line.
    case activate
    case copy([UInt8])
    case problem(String)
  }

  struct Register: Sendable, Equatable {
    var text: TextRope
    var isLines: Bool
  }

  /// What `.` does again.
  struct Change: Sendable, Equatable {
    var command: ViCommand
    var typed: [TextEditor.Command] = []
  }

  package internal(set) var mode: Mode
  /// The keys of a command that is not complete.
  var pending: [Unicode.Scalar] = []
  var registers: [Unicode.Scalar: Register] = [:]
  var lastFind: ViCommand.Motion?
  var search: (pattern: TextSearch, isForward: Bool)? {
    get { searchPattern.map { ($0, searchIsForward) } }
    set { (searchPattern, searchIsForward) = (newValue?.pattern, newValue?.isForward ?? true) }
  }
  private var searchPattern: TextSearch?
  private var searchIsForward = true
  var lastChange: Change?
  /// The change that text is being typed for, and how often it is to be typed.
  var inserting: (change: Change, count: Int)? {
    get { insertingChange.map { ($0, insertingCount) } }
    set { (insertingChange, insertingCount) = (newValue?.change, newValue?.count ?? 1) }
  }
  private var insertingChange: Change?
  private var insertingCount = 1

  /// A line begins as in a shell, ready to type; a text of many lines as in vi.
  init(for mode: TextEditor.Mode) {
    self.mode = mode == .singleLine ? .insert : .normal
  }

  /// The mode, and the keys of a command that is not complete.
  package var status: String {
    let keys = String(String.UnicodeScalarView(pending.filter { $0.value >= 0x20 }))
    return keys.isEmpty ? mode.rawValue : "\(mode.rawValue)  \(keys)"
  }

  var isTyping: Bool { mode == .insert || mode == .replace }

  /// Another text has the focus.
  mutating func enter(_ mode: TextEditor.Mode) {
    let registers = (registers, lastFind, search, lastChange)
    self = ViEditing(for: mode)
    (self.registers, lastFind, search, lastChange) = registers
  }

  /// Takes a key outside of typing; Enter is LF, Backspace U+0008, control keys are controls.
  mutating func take(_ key: Unicode.Scalar, _ editor: inout TextEditor) -> [Outcome] {
    if key == "\u{8}", let line = pending.firstIndex(where: { [":", "/", "?"].contains($0) }) {
      pending.removeLast()
      if pending.count <= line { pending = [] }
      return []
    }
    pending.append(key)
    switch ViParser.parse(pending, isVisual: mode == .visual || mode == .visualLines) {
    case .incomplete: return []
    case .invalid:
      pending = []
      return []
    case .command(let command):
      pending = []
      let outcomes = run(command, &editor)
      if mode == .normal { settle(&editor) }
      return outcomes
    }
  }

  /// Esc; false when there was nothing to end.
  mutating func escape(_ editor: inout TextEditor) -> Bool {
    defer { pending = [] }
    switch mode {
    case .normal: return !pending.isEmpty
    case .visual, .visualLines:
      mode = .normal
      let cursor = editor.cursor
      editor.perform(.placeCursor(cursor))
    case .insert, .replace:
      mode = .normal
      if let (change, count) = inserting {
        for _ in 1..<max(1, count) { for command in change.typed { editor.perform(command) } }
        lastChange = change
        editor.endStep()
      }
      inserting = nil
      let start = editor.buffer.wholeLine(at: editor.cursor).lowerBound
      if editor.cursor > start { editor.perform(.move(.left)) }
    }
    settle(&editor)
    return true
  }

  /// What was typed, for `.`.
  mutating func note(_ command: TextEditor.Command) {
    insertingChange?.typed.append(command)
  }

  /// Typing over what is there.
  mutating func overwrite(_ text: String, _ editor: inout TextEditor) -> Bool {
    let motions = ViMotions(editor.buffer)
    var end = editor.cursor
    let lineEnd = motions.lineEnd(editor.cursor)
    for _ in text where end < lineEnd { end = editor.buffer.boundary(after: end) }
    let start = editor.cursor
    editor.change(start..<end, to: TextRope(text))
    return true
  }

  /// Outside of typing the cursor stands on a character, not behind the last one.
  private func settle(_ editor: inout TextEditor) {
    let last = ViMotions(editor.buffer).lastInLine(editor.cursor)
    if editor.cursor > last, !editor.isSelecting { editor.perform(.placeCursor(last)) }
  }
}
