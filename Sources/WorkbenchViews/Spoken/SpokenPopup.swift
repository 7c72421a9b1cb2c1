import TerminalUI
import Workbench

/// A popup in words: what it says, and the item that is chosen.
struct SpokenPopup {
  let place: SpokenPlace
  var introduction: [String] = []

  init(_ popup: Popup, _ keymap: Keymap) {
    switch popup {
    case .help(let top):
      let rows = keymap.helpRows().filter { $0 != .space }
      let index = min(top, rows.count - 1)
      let text =
        switch rows[index] {
        case .heading(let title): "heading \(title)"
        case .binding(let keys, let title, _): "\(keys), \(title)"
        case .space: ""
        }
      place = SpokenPlace("Keys", text, row: index + 1, count: rows.count)
    case .prompt(let prompt):
      place = SpokenPlace(prompt.title, editing: prompt.editor)
      if let problem = prompt.problem { introduction = ["Problem: \(problem)"] }
    case .choice(let choice):
      introduction = choice.lines
      place = SpokenPlace(
        choice.title, choice.options[choice.selected].title, unit: "choice", row: choice.selected + 1,
        count: choice.options.count)
    case .palette(let palette):
      let matches = palette.matches
      let typed = palette.editor.text
      guard matches.indices.contains(palette.selected) else {
        place = SpokenPlace("Commands", "no command has these letters", label: typed)
        return
      }
      let command = matches[palette.selected]
      let keys = keymap.keys(for: command).joined(separator: " or ")
      place = SpokenPlace(
        "Commands", command.title + (keys.isEmpty ? "" : ", \(keys)"), label: typed.isEmpty ? "" : "\(typed),",
        row: palette.selected + 1, count: matches.count)
    case .reading(let reading):
      introduction = reading.paragraphs.filter { !$0.isEmpty }
      place = SpokenPlace(reading.title, "Esc closes")
    case .jump:
      place = SpokenPlace("Jump", "labels are for the eye: Esc closes")
    }
  }
}

extension SpokenPlace {
  /// A line of text that is edited.
  init(_ name: String, label: String = "", editing editor: TextEditor, unit: String = "line") {
    let position = editor.cursorPosition
    let line = editor.lines(position.line..<position.line + 1).first
    let text = line.map { $0.pieces.map(\.text).joined() } ?? ""
    self.init(name, text, label: label, unit: unit, cursor: position.column)
    guard editor.mode != .singleLine else { return }
    row = position.line + 1
    count = editor.lineCount
  }
}
