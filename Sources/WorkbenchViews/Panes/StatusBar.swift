import Exchanges
import TerminalText
import TerminalUI
import Workbench

/// The bottom line: a message while there is one, else what the keys do here.
struct StatusBar {
  let theme: Theme
  let keymap: Keymap

  /// A message that is wider than the screen takes rows above the bottom line, so that none of it is lost.
  func rows(_ workbench: Workbench, width: Int) -> [String] {
    guard let message = workbench.message else { return [] }
    let mark = message.kind == .problem ? "! " : ""
    return WrappedText(mark + offer(message) + message.text).rows(width: max(1, width - 2), limit: 4)
  }

  /// The key and the name of what a message offers; they stand first, whatever a server put into the rest.
  private func offer(_ message: StatusMessage) -> String {
    guard let offer = message.offer else { return "" }
    return [keymap.keys(for: offer).first, offer.title + ": "].compactMap(\.self).joined(separator: " ")
  }

  /// What the exchange on the screen asks for comes first.
  private func hints(_ workbench: Workbench) -> [Keymap.Hint] {
    var hints = keymap.hints(in: workbench.inputContext)
    if case .prompt(let prompt)? = workbench.popup, prompt.purpose == .search {
      hints += [(Command.toggleSearchExpression, "regular expression"), (.toggleSearchCase, "case")].compactMap {
        command, title in keymap.key(for: command, in: .prompt).map { Keymap.Hint(key: $0, title: title) }
      }
    }
    guard workbench.popup == nil else { return hints }
    func begin(_ command: Command, _ title: String) {
      if let key = keymap.keys(for: command).first { hints.insert(Keymap.Hint(key: key, title: title), at: 0) }
    }
    if workbench.focus == .body, workbench.viewer.view == .difference {
      begin(.compareByRows, "rows or structure")
      begin(.compareOtherMessages, "requests or responses")
      begin(.compareBeside, "side by side")
      begin(.previousDifference, "previous")
      begin(.nextDifference, "next difference")
    }
    guard let summary = workbench.exchange?.summary else { return hints }
    if workbench.focus == .body, workbench.viewer.view == .pretty, workbench.viewer.path != nil {
      begin(.toggleFold, "fold")
    }
    if workbench.focus == .body || workbench.focus == .headers, workbench.viewer.view == .wire, summary.stream != nil {
      begin(.toggleWireText, workbench.viewer.showsWireAsText ? "as frames" : "as HTTP/1")
    }
    if workbench.focus == .body, workbench.viewer.view == .hex {
      begin(.toggleHexContent, workbench.viewer.showsHexOfContent ? "as it came" : "content decoded")
    }
    if summary.location != nil { begin(.followRedirect, "follow") }
    if summary.outcome.isRunning { begin(.dismiss, "cancel") }
    return hints
  }

  func draw(_ workbench: Workbench, on canvas: inout Canvas) {
    if let message = workbench.message {
      canvas.fill(canvas.bounds, style: theme.text)
      let style = message.kind == .problem ? theme.bad : theme.strong
      for (y, row) in rows(workbench, width: canvas.size.width).enumerated() {
        canvas.write(row, at: Point(x: 1, y: y), style: style)
      }
      return
    }
    var x = 1
    for hint in hints(workbench) {
      let keyWidth = TerminalWidth.columns(of: hint.key)
      guard x + keyWidth + 1 + TerminalWidth.columns(of: hint.title) <= canvas.size.width else { break }
      x += canvas.write(hint.key, at: Point(x: x, y: 0), style: theme.key)
      x += 1
      x += canvas.write(hint.title, at: Point(x: x, y: 0), style: theme.text)
      x += 2
    }
  }
}
