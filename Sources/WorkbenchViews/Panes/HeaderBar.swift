import TerminalText
import TerminalUI
import Workbench

/// The top line: the program, where the open request is, the environment.
struct HeaderBar {
  let theme: Theme
  let keymap: Keymap

  func draw(_ workbench: Workbench, on canvas: inout Canvas) {
    let width = canvas.size.width
    canvas.fill(canvas.bounds, style: theme.bar)
    var x = canvas.write(" barewire ", at: .zero, style: theme.bar.adding(.bold))
    let right = rightSide(workbench)
    let rightWidth = TerminalWidth.columns(of: right)
    let room = max(0, width - x - rightWidth - 2)
    var place = workbench.breadcrumbs.joined(separator: " ▸ ")
    if workbench.editor?.isModified == true { place += " ●" }
    x += canvas.write(" " + TerminalWidth.truncated(place, toColumns: room), at: Point(x: x, y: 0), style: theme.bar)
    if x + rightWidth <= width {
      canvas.write(right, at: Point(x: width - rightWidth, y: 0), style: theme.bar)
    }
  }

  private func rightSide(_ workbench: Workbench) -> String {
    var parts: [String] = []
    if let environment = workbench.environmentName { parts.append("env: \(environment)") }
    for (command, word) in [(Command.send, "send"), (.palette, "commands"), (.help, "help")] {
      if let key = keymap.keys(for: command).first { parts.append("\(key) \(word)") }
    }
    return parts.joined(separator: "  ") + " "
  }
}
