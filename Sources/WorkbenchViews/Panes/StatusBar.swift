import TerminalText
import TerminalUI
import Workbench

/// The bottom line: a message while there is one, else what the keys do here.
struct StatusBar {
  let theme: Theme
  let keymap: Keymap

  func draw(_ workbench: Workbench, on canvas: inout Canvas) {
    if let message = workbench.message {
      let style = message.kind == .problem ? theme.bad : theme.strong
      let mark = message.kind == .problem ? " ! " : " "
      canvas.write(mark + message.text, at: .zero, style: style)
      return
    }
    var x = 1
    for hint in keymap.hints(in: workbench.inputContext) {
      let keyWidth = TerminalWidth.columns(of: hint.key)
      guard x + keyWidth + 1 + TerminalWidth.columns(of: hint.title) <= canvas.size.width else { break }
      x += canvas.write(hint.key, at: Point(x: x, y: 0), style: theme.key)
      x += 1
      x += canvas.write(hint.title, at: Point(x: x, y: 0), style: theme.text)
      x += 2
    }
  }
}
