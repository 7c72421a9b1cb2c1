import TextRopes
import Workspaces

/// Lists of what a text may go on with.
extension RequestEditor {
  /// Bytes before the cursor in which a variable may begin.
  private static let longestVariable = 64

  /// What a command does while a list is shown; nil where it goes its usual way.
  mutating func performWhileCompleting(_ command: Command) -> [Outcome]? {
    guard let shown = completion else { return nil }
    completion = nil
    switch command {
    // Whoever types a URL goes on to the tabs with Tab, whatever was seen before, unless it was marked.
    case .next where shown.control != .url || shown.marked > 0: return complete(shown)
    case .text(.move(.right)): return complete(shown)
    case .move(.down), .text(.move(.down)): return mark(shown, next: 1)
    // Above the first there is what is there without the list.
    case .move(.up), .text(.move(.up)): return mark(shown, next: -1)
    case .activate where shown.marked > 0, .text(.newline) where shown.marked > 0: return complete(shown)
    case .choose(let index): return complete(shown, with: index)
    default: return nil
    }
  }

  private mutating func mark(_ shown: Completion, next step: Int) -> [Outcome]? {
    guard shown.items.count > 1, let other = shown.marking(next: step) ?? (step > 0 ? shown : nil) else { return nil }
    completion = other
    return []
  }

  private mutating func complete(_ shown: Completion, with index: Int? = nil) -> [Outcome]? {
    guard let item = shown.items[safe: index ?? shown.marked], focus == shown.control else { return nil }
    return changeFocused { editor in
      editor.change(shown.range, to: TextRope(item))
      return true
    }
  }

  /// Shows what the text may go on with, after something was typed.
  mutating func suggest() {
    completion = nil
    guard let editor = focusedEditor, editor.selection == nil else { return }
    if let suggested = suggestedVariables(editor) {
      completion = suggested
      return
    }
    guard editor.mode == .singleLine, editor.cursor == editor.rope.count, editor.cursor < 1024 else { return }
    var name: String?
    if case .cell(let table, let row, .value) = focus { name = entries(of: table)[safe: row]?.name }
    let words = vocabulary.words(for: editor.text, in: focus, ofField: name)
    if !words.isEmpty { completion = Completion(control: focus, items: words, range: 0..<editor.cursor) }
  }

  /// Names of variables, between two braces that are open before the cursor.
  private func suggestedVariables(_ editor: TextEditor) -> Completion? {
    guard focus != .raw else { return nil }
    let start = max(0, editor.cursor - Self.longestVariable)
    let before = editor.rope.bytes(in: start..<editor.cursor)
    guard let brace = before.lastIndex(of: 0x7B), brace > 0, before[brace - 1] == 0x7B else { return nil }
    let typed = before[(brace + 1)...]
    guard !typed.contains(where: { $0 == 0x7D || $0 < 0x20 }) else { return nil }
    let name = String(decoding: typed.drop { $0 == 0x20 }, as: UTF8.self)
    let names =
      name.isEmpty
      ? Array(vocabulary.variables.prefix(Completion.most))
      : CompletionVocabulary.matching(name, vocabulary.variables)
    guard !names.isEmpty else { return nil }
    let isClosed = editor.rope.bytes(in: editor.cursor..<min(editor.rope.count, editor.cursor + 2)) == [0x7D, 0x7D]
    return Completion(
      control: focus, items: names.map { isClosed ? $0 : $0 + "}}" }, range: start + brace + 1..<editor.cursor)
  }
}
