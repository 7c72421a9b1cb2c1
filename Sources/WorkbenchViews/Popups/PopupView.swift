import TerminalText
import TerminalUI
import Workbench

/// Draws what stands over the panes.
struct PopupView {
  let theme: Theme
  let keymap: Keymap

  func draw(_ popup: Popup, on canvas: inout Canvas) {
    switch popup {
    case .help(let top): drawHelp(top: top, on: &canvas)
    case .prompt(let prompt): drawPrompt(prompt, on: &canvas)
    case .choice(let choice): drawChoice(choice, on: &canvas)
    case .palette(let palette): drawPalette(palette, on: &canvas)
    case .reading(let reading): drawReading(reading, on: &canvas)
    case .jump(let jump): drawLabels(jump, on: &canvas)
    }
  }

  private func open(_ size: Size, title: String, on canvas: inout Canvas) -> Rect {
    open(canvas.bounds.centered(size), title: title, on: &canvas)
  }

  private func open(_ rect: Rect, title: String, on canvas: inout Canvas) -> Rect {
    canvas.fill(rect, style: theme.text)
    canvas.box(rect, title: title, style: theme.focusedBorder)
    return rect.inset()
  }

  private func drawPrompt(_ prompt: Prompt, on canvas: inout Canvas) {
    let inside = open(promptRect(prompt, in: canvas.bounds), title: prompt.title, on: &canvas)
    canvas.draw(in: inside) { canvas in
      EditorLines(theme: theme).drawLine(prompt.editor, isFocused: true, on: &canvas)
      if let problem = prompt.problem { canvas.write(problem, at: Point(x: 0, y: 1), style: theme.bad) }
    }
  }

  /// What is filtered or searched stays in sight above the prompt.
  private func promptRect(_ prompt: Prompt, in bounds: Rect) -> Rect {
    let height = prompt.problem == nil ? 3 : 4
    let above = bounds.inset(bottom: 1).split(bottom: height).bottom
    switch prompt.purpose {
    case .filterTree: return above.split(left: 40).left
    case .search: return above.split(right: 56).right
    case .searchText, .replaceText, .replacement: return above.split(right: 64).right
    default: return bounds.centered(Size(width: 64, height: height))
    }
  }

  /// The rows of a choice or the palette on the screen, for the mouse.
  func list(of popup: Popup, in bounds: Rect) -> (rect: Rect, firstRow: Int)? {
    switch popup {
    case .choice(let choice):
      let rect = choiceRect(choice, in: bounds).inset()
      let list = choiceParts(choice, rect).list
      let first = firstRow(selected: choice.selected, height: list.height)
      return (list.split(top: min(list.height, choice.options.count - first)).top, first)
    case .palette(let palette):
      let rect = paletteRect(in: bounds).inset(left: 1, top: 3, right: 1, bottom: 1)
      let first = firstRow(selected: palette.selected, height: rect.height)
      return (rect.split(top: min(rect.height, palette.matches.count - first)).top, first)
    case .help, .prompt, .reading, .jump: return nil
    }
  }

  /// The first option that is shown, so that the selected one is among them.
  private func firstRow(selected: Int, height: Int) -> Int { max(0, selected - height + 1) }

  /// The line that is typed into, for the mouse.
  func line(of popup: Popup, in bounds: Rect) -> (rect: Rect, editor: TextEditor)? {
    switch popup {
    case .prompt(let prompt):
      return (promptRect(prompt, in: bounds).inset().split(top: 1).top, prompt.editor)
    case .palette(let palette): return (paletteRect(in: bounds).inset().split(top: 1).top, palette.editor)
    case .help, .choice, .reading, .jump: return nil
    }
  }

  private func choiceLines(_ choice: Choice, width: Int) -> [String] {
    choice.lines.flatMap { WrappedText($0).rows(width: width) }
  }

  /// What is said first, and the options below it, which scroll where they are more than fit.
  private func choiceParts(_ choice: Choice, _ inside: Rect) -> (lines: [String], list: Rect) {
    let lines = choiceLines(choice, width: inside.width)
    let top = lines.isEmpty ? 0 : max(0, min(lines.count + 1, inside.height - choice.options.count))
    return (Array(lines.prefix(top)), inside.inset(top: min(max(0, inside.height - 1), top)))
  }

  private func choiceRect(_ choice: Choice, in bounds: Rect) -> Rect {
    let width = min(64, bounds.width)
    let lines = choiceLines(choice, width: width - 2).count
    let height = lines + choice.options.count + (lines == 0 ? 2 : 3)
    return bounds.centered(Size(width: width, height: height))
  }

  private func drawChoice(_ choice: Choice, on canvas: inout Canvas) {
    let inside = open(choiceRect(choice, in: canvas.bounds).size, title: choice.title, on: &canvas)
    canvas.draw(in: inside) { canvas in
      let (lines, list) = choiceParts(choice, canvas.bounds)
      for (y, line) in lines.enumerated() { canvas.write(line, at: Point(x: 0, y: y), style: theme.text) }
      let top = firstRow(selected: choice.selected, height: list.height)
      canvas.draw(in: list) { canvas in
        for (y, option) in choice.options.dropFirst(top).prefix(list.height).enumerated() {
          drawOption(option.title, isSelected: top + y == choice.selected, at: y, on: &canvas)
        }
      }
    }
  }

  private func drawOption(_ title: String, isSelected: Bool, at y: Int, on canvas: inout Canvas) {
    canvas.write((isSelected ? "▸ " : "  ") + title, at: Point(x: 0, y: y), style: theme.text)
    if isSelected {
      canvas.restyle(Rect(x: 0, y: y, width: canvas.size.width, height: 1)) {
        $0 = theme.cursorRow.over($0)
      }
    }
  }

  private func paletteRect(in bounds: Rect) -> Rect {
    bounds.centered(Size(width: 60, height: min(bounds.height, 22)))
  }

  private func drawPalette(_ palette: Palette, on canvas: inout Canvas) {
    let inside = open(paletteRect(in: canvas.bounds).size, title: "Commands", on: &canvas)
    canvas.draw(in: inside) { canvas in
      let (line, list) = Rect(size: canvas.size).split(top: 2)
      canvas.draw(in: line) { EditorLines(theme: theme).drawLine(palette.editor, isFocused: true, on: &$0) }
      let matches = palette.matches
      let top = firstRow(selected: palette.selected, height: list.height)
      canvas.draw(in: list) { canvas in
        for (y, entry) in matches.dropFirst(top).prefix(canvas.size.height).enumerated() {
          drawOption(entry.title, isSelected: top + y == palette.selected, at: y, on: &canvas)
          for offset in FuzzyMatch(palette.editor.text, in: entry.title)?.offsets ?? [] {
            canvas.restyle(Rect(x: 2 + offset, y: y, width: 1, height: 1)) { $0 = theme.highlight.over($0) }
          }
          let keys = keymap.keys(for: entry).joined(separator: " ")
          let x = canvas.size.width - TerminalWidth.columns(of: keys) - 1
          canvas.write(keys, at: Point(x: x, y: y), style: theme.key)
        }
        if matches.isEmpty { canvas.write("No command has these letters", at: .zero, style: theme.faint) }
      }
    }
  }

  private func drawLabels(_ jump: Jump, on canvas: inout Canvas) {
    for (label, target) in jump.shown {
      canvas.write(label, at: Point(x: target.column, y: target.row), style: theme.match.adding(.bold))
    }
  }

  private func drawReading(_ reading: Reading, on canvas: inout Canvas) {
    let width = min(canvas.size.width, 78)
    let rows = reading.paragraphs.flatMap { WrappedText($0).rows(width: max(1, width - 2)) }
    let height = max(3, min(rows.count + 2, canvas.size.height - 2))
    let title = rows.count > height - 2 ? "\(reading.title)   ↑ ↓ scroll   Esc closes" : "\(reading.title)   Esc closes"
    let inside = open(Size(width: width, height: height), title: title, on: &canvas)
    canvas.draw(in: inside) { canvas in
      let first = min(reading.top, max(0, rows.count - canvas.size.height))
      for (y, row) in rows.dropFirst(first).prefix(canvas.size.height).enumerated() {
        canvas.write(row, at: Point(x: 0, y: y), style: theme.text)
      }
    }
  }

  private func drawHelp(top: Int, on canvas: inout Canvas) {
    let size = Size(
      width: canvas.size.width < 84 ? canvas.size.width : 78, height: max(3, canvas.size.height - 2))
    let inside = open(size, title: "Keys   ↑ ↓ scroll   Esc closes", on: &canvas)
    canvas.draw(in: inside) { canvas in
      let rows = keymap.helpRows()
      let first = min(top, max(0, rows.count - canvas.size.height))
      for (y, row) in rows.dropFirst(first).prefix(canvas.size.height).enumerated() {
        switch row {
        case .heading(let title): canvas.write(title, at: Point(x: 0, y: y), style: theme.strong.adding(.underline))
        case .binding(let keys, let title, let name):
          canvas.write(keys, at: Point(x: 2, y: y), style: theme.key, maxWidth: 24)
          let end = 27 + canvas.write(title, at: Point(x: 27, y: y), style: theme.text)
          let x = canvas.size.width - name.utf8.count - 1
          if x > end { canvas.write(name, at: Point(x: x, y: y), style: theme.faint) }
        case .space: break
        }
      }
    }
  }
}
