package import Recordings
import TerminalText
package import TerminalUI
package import Workbench

/// Draws the whole screen from the workbench's state: a pure function of the state, the size and the moment.
package struct WorkbenchScreen: Sendable {
  package let keymap: Keymap
  package let themes: ThemeTable
  package let colorDepth: ColorDepth
  /// The one that is drawn with.
  private(set) var theme = Theme.terminal

  package init(keymap: Keymap = .standard, themes: ThemeTable = ThemeTable(), colorDepth: ColorDepth = .direct) {
    self.keymap = keymap
    self.themes = themes
    self.colorDepth = colorDepth
  }

  /// Draws everything; the terminal's cursor is where text is typed.
  package func draw(_ workbench: Workbench, size: Size, now: Timestamp) -> Canvas {
    var screen = self
    screen.theme = (themes[workbench.shownTheme] ?? .terminal).fitted(to: colorDepth)
    return screen.drawPanes(workbench, size, now)
  }

  private func drawPanes(_ workbench: Workbench, _ size: Size, _ now: Timestamp) -> Canvas {
    var canvas = Canvas(size: size, style: theme.text)
    let layout = ScreenLayout(size: size, workbench: workbench)
    guard !layout.isTooSmall else {
      canvas.write("too small", at: .zero, style: theme.caution)
      return canvas
    }
    canvas.draw(in: layout.header) { HeaderBar(theme: theme, keymap: keymap).draw(workbench, on: &$0) }
    if !layout.tabs.isEmpty {
      canvas.draw(in: layout.tabs) { TabBar(workbench, width: size.width).draw(theme, on: &$0) }
    }
    for pane in Pane.allCases { draw(pane, workbench, layout, now, on: &canvas) }
    if let response = layout.response { drawResponse(workbench, response, layout, on: &canvas) }
    let statusBar = StatusBar(theme: theme, keymap: keymap)
    let statusRows = max(1, statusBar.rows(workbench, width: size.width).count)
    canvas.draw(in: Rect(size: size).split(bottom: min(statusRows, size.height - 2)).bottom) {
      statusBar.draw(workbench, on: &$0)
    }
    if let popup = workbench.popup {
      canvas.cursor = nil
      canvas.removePicture()
      PopupView(theme: theme, keymap: keymap).draw(popup, on: &canvas)
    }
    return canvas
  }

  private func border(_ isFocused: Bool) -> Style { isFocused ? theme.focusedBorder : theme.border }

  private func draw(
    _ pane: Pane, _ workbench: Workbench, _ layout: ScreenLayout, _ now: Timestamp, on canvas: inout Canvas
  ) {
    guard let box = layout.boxes[pane] else { return }
    let isFocused = workbench.focus == pane
    switch pane {
    case .tree:
      let filter = workbench.tree.filter
      let title = filter.isEmpty ? "Workspaces" : "Workspaces: \(filter)"
      canvas.box(box, title: title, style: border(isFocused))
      canvas.draw(in: box.inset()) { TreePane(theme: theme).draw(workbench, on: &$0) }
    case .request:
      var title = RequestPane.title(workbench)
      // Where one pane fills the screen, the answer would come unseen.
      if layout.boxes.count == 1, workbench.exchange != nil {
        title += "   " + ResponsePane(theme: theme, keymap: keymap).title(workbench)
      }
      canvas.box(box, title: title, style: border(isFocused))
      canvas.draw(in: box.inset()) { RequestPane(theme: theme).draw(workbench, on: &$0) }
    case .connection:
      canvas.box(box, title: "Connection", style: border(isFocused))
      ConnectionTabs(theme: theme).draw(workbench.connectionPanel.view, over: box, on: &canvas)
      canvas.draw(in: box.inset()) { ConnectionPane(theme: theme, now: now).draw(workbench, on: &$0) }
    case .headers, .body:
      guard layout.response == nil else { return }
      let response = ResponsePane(theme: theme, keymap: keymap)
      canvas.box(
        box, title: response.title(workbench), style: border(isFocused), titleStyle: response.titleStyle(workbench))
      canvas.draw(in: box.inset()) { canvas in
        if pane == .headers {
          response.drawHeaders(workbench, on: &canvas)
        } else {
          response.drawBody(workbench, on: &canvas)
        }
      }
    }
  }

  private func drawResponse(_ workbench: Workbench, _ box: Rect, _ layout: ScreenLayout, on canvas: inout Canvas) {
    let response = ResponsePane(theme: theme, keymap: keymap)
    let style = border(workbench.focus == .headers || workbench.focus == .body)
    canvas.box(box, style: style)
    if let findings = layout.findings {
      canvas.horizontalLine(y: findings.y - 1, columns: box.x...(box.maxX - 1), style: style)
      let rows = FindingStrip.rows(workbench, width: findings.width)
      canvas.draw(in: findings) { FindingStrip(theme: theme).draw(rows, workbench, on: &$0) }
    }
    if let divider = layout.divider, !divider.isEmpty {
      if divider.width == 1 {
        let bottom = (layout.findings?.y ?? box.maxY) - 1
        canvas.verticalLine(x: divider.x, rows: box.y...bottom, style: style)
      } else {
        canvas.horizontalLine(y: divider.y, columns: box.x...(box.maxX - 1), style: style)
      }
    }
    // Over the line that divides headers and body.
    let title = TerminalWidth.truncated(response.title(workbench), toColumns: max(0, box.width - 4))
    canvas.write(
      " \(title) ", at: Point(x: box.x + 1, y: box.y), style: response.titleStyle(workbench), maxWidth: box.width - 2)
    if let headers = layout.boxes[.headers] {
      canvas.draw(in: headers) { response.drawHeaders(workbench, on: &$0) }
    }
    if let body = layout.boxes[.body] {
      canvas.draw(in: body) { response.drawBody(workbench, on: &$0) }
    }
  }
}
