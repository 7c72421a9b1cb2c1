import HTTPMessages
import TerminalText
import TerminalUI
import Workbench
import Workspaces

/// Draws the request that is open: method and URL, the tabs, and below them the form or the raw bytes.
struct RequestPane {
  let theme: Theme

  static func title(_ workbench: Workbench) -> String {
    guard let editor = workbench.editor else { return "Request" }
    let title = editor.isDetached ? "Request   raw: these bytes are sent as they are" : "Request"
    guard let vi = editor.vi, workbench.focus == .request, editor.focusedEditor != nil else { return title }
    return "\(title)   \(vi.status)"
  }

  func draw(_ workbench: Workbench, on canvas: inout Canvas) {
    guard let editor = workbench.editor else {
      canvas.write("Open a request from the workspaces, or make a new one", at: .zero, style: theme.faint)
      return
    }
    let isFocused = workbench.focus == .request && workbench.popup == nil
    drawEditor(editor, isFocused, on: &canvas)
    if let completion = editor.completion, isFocused { CompletionView(theme: theme).draw(completion, on: &canvas) }
    if let menu = editor.menu { RequestMenuView(theme: theme).draw(menu, of: editor, on: &canvas) }
  }

  private func drawEditor(_ editor: RequestEditor, _ isFocused: Bool, on canvas: inout Canvas) {
    drawFirstLine(editor, isFocused, on: &canvas)
    drawTabs(editor, isFocused, on: &canvas)
    let content = Rect(size: canvas.size).inset(top: editor.layout.headRows)
    canvas.draw(in: content) { canvas in
      if editor.isRaw {
        drawRaw(editor, isFocused, on: &canvas)
      } else {
        RequestForm(theme: theme, editor: editor, isFocused: isFocused).draw(on: &canvas)
      }
    }
  }

  // MARK: Method and URL

  private func drawFirstLine(_ editor: RequestEditor, _ isFocused: Bool, on canvas: inout Canvas) {
    let layout = editor.layout
    let method = Rect(x: 0, y: 0, width: layout.methodColumns - 1, height: 1)
    let url = Rect(x: layout.methodColumns, y: 0, width: layout.urlColumns, height: 1)
    drawText(.method, editor, isFocused, in: method, style: theme.style(ofMethod: editor.draft.method), on: &canvas)
    drawText(.url, editor, isFocused, in: url, style: theme.strong, on: &canvas)
    if editor.draft.url.isEmpty, !(isFocused && editor.focus == .url) {
      canvas.write("type a URL, or paste a curl command", at: url.origin, style: theme.faint)
    }
  }

  private func drawText(
    _ control: RequestControl, _ editor: RequestEditor, _ isFocused: Bool, in rect: Rect, style: Style,
    on canvas: inout Canvas
  ) {
    canvas.draw(in: rect) { canvas in
      if isFocused, editor.focus == control, let text = editor.focusedEditor {
        EditorLines(theme: theme).drawLine(text, isFocused: true, on: &canvas)
      } else {
        canvas.write(TerminalWidth.truncated(editor.text(of: control), toColumns: rect.width), at: .zero, style: style)
      }
    }
  }

  // MARK: Tabs

  /// Where each tab is, for drawing and for the mouse.
  static func tabs(_ editor: RequestEditor) -> [(tab: RequestTab, x: Int)] {
    var x = 0
    var tabs: [(tab: RequestTab, x: Int)] = []
    for (group, gap) in [(editor.views, 4), (editor.sections, 2)] {
      for tab in group {
        tabs.append((tab, x))
        x += TerminalWidth.columns(of: tab.text) + 2
      }
      x += gap - 2
    }
    return tabs
  }

  private func drawTabs(_ editor: RequestEditor, _ isFocused: Bool, on canvas: inout Canvas) {
    let hasFocus = isFocused && editor.focus == .tabs
    for (tab, x) in Self.tabs(editor) {
      var style = tab.isSelected ? theme.strong.adding(.underline) : theme.faint
      if tab.isSelected && hasFocus { style = theme.cursorRow.over(style) }
      canvas.write(tab.text, at: Point(x: x, y: 1), style: style)
    }
  }

  // MARK: Raw

  private func drawRaw(_ editor: RequestEditor, _ isFocused: Bool, on canvas: inout Canvas) {
    let finding = editor.status
    let limit = canvas.size.height >= 6 ? 3 : canvas.size.height > 4 ? 2 : 1
    let rows = WrappedText(finding.text).rows(width: max(1, canvas.size.width), limit: limit)
    let (lines, status) = Rect(size: canvas.size).split(bottom: canvas.size.height > 1 ? rows.count : 0)
    canvas.draw(in: lines) { canvas in
      if let raw = editor.editor(of: .raw) {
        EditorLines(theme: theme).draw(raw, isFocused: isFocused && editor.focus == .raw, on: &canvas)
      }
    }
    let style =
      switch finding.severity {
      case nil, .note?: theme.good
      case .warning?: theme.caution
      case .error?: theme.bad
      }
    for (y, row) in rows.enumerated() {
      let text = TerminalWidth.truncated(row, toColumns: status.width)
      let x = rows.count > 1 ? 0 : max(0, status.width - TerminalWidth.columns(of: text))
      canvas.write(text, at: Point(x: x, y: status.y + y), style: style, maxWidth: status.width)
    }
  }

  // MARK: The mouse

  /// What a press takes of the list of what a text may go on with.
  func completion(at place: Point, size: Size, in workbench: Workbench) -> RequestEditor.Command? {
    guard workbench.focus == .request, let editor = workbench.editor, let completion = editor.completion else {
      return nil
    }
    // The list hangs on the cursor, which only drawing places.
    var canvas = Canvas(size: size)
    drawEditor(editor, true, on: &canvas)
    guard let cursor = canvas.cursor, let (rect, first) = CompletionView.list(completion, at: cursor, in: size),
      rect.contains(place)
    else { return nil }
    return .choose(first + place.y - rect.y)
  }

  /// What a press or a drag at a place of the pane means.
  func command(at place: Point, size: Size, clicks: Int, isDrag: Bool, in workbench: Workbench) -> RequestEditor
    .Command?
  {
    guard let editor = workbench.editor else { return nil }
    let layout = editor.layout
    if isDrag { return drag(to: place, layout, editor) }
    if let menu = editor.menu {
      let rect = RequestMenuView.rect(menu, of: editor, in: Rect(size: size)).inset()
      if rect.contains(place) { return .choose(place.y - rect.y) }
    }
    switch place.y {
    case 0:
      let isURL = place.x >= layout.methodColumns
      let column = isURL ? place.x - layout.methodColumns : place.x
      return .click(isURL ? .url : .method, TextPosition(line: 0, column: column))
    case 1:
      return Self.tabs(editor).last { $0.x <= place.x && place.x < $0.x + TerminalWidth.columns(of: $0.tab.text) }?
        .tab.command
    default:
      let row = place.y - layout.headRows
      if editor.isRaw { return row < layout.rawRows ? .click(.raw, TextPosition(line: row, column: place.x)) : nil }
      return RequestForm(theme: theme, editor: editor, isFocused: true).command(at: Point(x: place.x, y: row))
    }
  }

  private func drag(to place: Point, _ layout: RequestLayout, _ editor: RequestEditor) -> RequestEditor.Command {
    switch editor.focus {
    case .raw: .drag(TextPosition(line: place.y - layout.headRows, column: place.x))
    case .url: .drag(TextPosition(line: 0, column: place.x - layout.methodColumns))
    case .bodyText:
      .drag(
        TextPosition(line: place.y - layout.headRows - editor.formRows.count + 1 + editor.firstRow, column: place.x))
    default: .drag(TextPosition(line: 0, column: place.x))
    }
  }
}
