import Workbench

/// The names of what keys can do, as settings files write them: `search`, `text.wordLeft`, `form.addRow`.
///
/// They are stable: a name in somebody's file goes on to mean the same.
enum ActionName {
  private static let motions: [(String, TextEditor.Motion)] = [
    ("Left", .left), ("Right", .right), ("Up", .up), ("Down", .down), ("WordLeft", .wordLeft),
    ("WordRight", .wordRight), ("LineStart", .lineStart), ("LineEnd", .lineEnd), ("DocumentStart", .documentStart),
    ("DocumentEnd", .documentEnd), ("PageUp", .pageUp), ("PageDown", .pageDown),
  ]

  private static let texts: [(String, TextEditor.Command)] =
    [
      ("text.newline", .newline), ("text.deleteBackward", .deleteBackward), ("text.deleteForward", .deleteForward),
      ("text.deleteByteBackward", .deleteByteBackward), ("text.deleteByteForward", .deleteByteForward),
      ("text.deleteWordBackward", .deleteWordBackward), ("text.deleteWordForward", .deleteWordForward),
      ("text.deleteToLineStart", .deleteToLineStart), ("text.deleteToLineEnd", .deleteToLineEnd),
      ("text.deleteBlankWordBackward", .deleteBlankWordBackward), ("text.deleteBlanks", .deleteBlanks),
      ("text.deleteSelection", .deleteSelection), ("text.yank", .yank), ("text.yankPop", .yankPop),
      ("text.transposeCharacters", .transposeCharacters), ("text.transposeWords", .transposeWords),
      ("text.uppercaseWord", .uppercaseWord),
      ("text.lowercaseWord", .lowercaseWord), ("text.capitalizeWord", .capitalizeWord),
      ("text.selectAll", .selectAll), ("text.setMark", .setMark), ("text.clearSelection", .clearSelection),
      ("text.undo", .undo), ("text.redo", .redo),
    ] + motions.map { ("text.move\($0.0)", .move($0.1)) } + motions.map { ("text.select\($0.0)", .extend($0.1)) }

  private static let forms: [(String, RequestEditor.Command)] =
    [
      ("form.next", .next), ("form.previous", .previous), ("form.up", .move(.up)), ("form.down", .move(.down)),
      ("form.left", .move(.left)), ("form.right", .move(.right)), ("form.activate", .activate),
      ("form.toggle", .toggle), ("form.addRow", .addRow), ("form.deleteRow", .deleteRow),
      ("form.moveRowUp", .moveRowUp), ("form.moveRowDown", .moveRowDown), ("form.nextSection", .nextSection),
      ("form.previousSection", .previousSection), ("form.showParams", .show(.params)),
      ("form.showHeaders", .show(.headers)), ("form.showBody", .show(.body)), ("form.showAuth", .show(.auth)),
      ("form.showOptions", .show(.options)), ("form.showForm", .showForm), ("form.showRaw", .showRaw),
      ("form.copy", .copy), ("form.cut", .cut), ("form.insertByte", .askForByte),
    ] + viKeys

  /// The keys of vi that others stand for, by what they do there.
  private static let viKeys: [(String, RequestEditor.Command)] = [
    ("vi.activate", .vi("\n")), ("vi.back", .vi("\u{8}")), ("vi.pageDown", .vi("\u{4}")), ("vi.pageUp", .vi("\u{15}")),
    ("vi.screenDown", .vi("\u{6}")), ("vi.screenUp", .vi("\u{2}")), ("vi.left", .vi("h")), ("vi.right", .vi("l")),
    ("vi.up", .vi("k")), ("vi.down", .vi("j")), ("vi.lineStart", .vi("0")), ("vi.lineEnd", .vi("$")),
    ("vi.delete", .vi("x")),
  ]

  private static let textNames = Dictionary(uniqueKeysWithValues: texts.map { ($0.1, $0.0) })
  private static let formNames = Dictionary(uniqueKeysWithValues: forms.map { ($0.1, $0.0) })

  /// Every name that means something in a pane, or everywhere.
  static func all(in context: InputContext?) -> [String] {
    Command.allCases.map(\.rawValue) + (context?.editsText == true ? texts.map(\.0) : [])
      + (context?.isRequest == true ? forms.map(\.0) : [])
  }

  /// What a name means in a pane (nil: everywhere); nil where it means nothing there.
  static func effect(named name: String, in context: InputContext?) -> KeyBinding.Effect? {
    if let command = Command(rawValue: name) { return .command(command) }
    guard let context else { return nil }
    if context.editsText, let text = texts.first(where: { $0.0 == name })?.1 {
      return context.isRequest ? .edit(.text(text)) : .type(text)
    }
    if context.isRequest, let form = forms.first(where: { $0.0 == name })?.1 { return .edit(form) }
    return nil
  }

  /// The name of what a key does; nil for what only the mouse and typing do.
  static func name(of effect: KeyBinding.Effect) -> String? {
    switch effect {
    case .command(let command): command.rawValue
    case .edit(.text(let text)), .type(let text): textNames[text]
    case .edit(let form): formNames[form]
    }
  }

  /// Where a name means something, for somebody who used it elsewhere; nil for a name that there is not.
  static func place(of name: String) -> String? {
    if texts.contains(where: { $0.0 == name }) { return "where text is edited" }
    if forms.contains(where: { $0.0 == name }) { return "in the request’s panes" }
    return nil
  }
}

extension InputContext {
  /// The request pane in one of its forms.
  var isRequest: Bool {
    switch self {
    case .request, .requestText, .requestLines, .requestBytes, .requestVi: true
    default: false
    }
  }

  /// Undo and redo reach a text from the request's lists too.
  fileprivate var editsText: Bool { ownsPrintableKeys && self != .jump || self == .request }
}
