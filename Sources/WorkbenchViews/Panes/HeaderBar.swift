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
    let place = place(workbench, room: room)
    x += canvas.write(" " + TerminalWidth.truncated(place, toColumns: room), at: Point(x: x, y: 0), style: theme.bar)
    if x + rightWidth <= width {
      canvas.write(right, at: Point(x: width - rightWidth, y: 0), style: theme.bar)
    }
  }

  /// Where the open request is; what leads to it goes first where there is no room.
  private func place(_ workbench: Workbench, room: Int) -> String {
    let mark = workbench.editor?.isModified == true ? " ●" : ""
    var names = workbench.breadcrumbs[...]
    var place = names.joined(separator: " ▸ ") + mark
    while names.count > 1, TerminalWidth.columns(of: place) > room {
      names = names.dropFirst()
      place = "… ▸ " + names.joined(separator: " ▸ ") + mark
    }
    return place
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
