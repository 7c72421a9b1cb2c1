import Documents
package import TerminalUI
package import Workbench

/// What a mouse event means: which pane, row, tab or byte it hit.
package struct PointerMap: Sendable {
  private static let wheelRows = 3

  private let screen: WorkbenchScreen

  package init(_ screen: WorkbenchScreen) {
    self.screen = screen
  }

  package func action(for event: MouseEvent, size: Size, in workbench: Workbench) -> Action? {
    let layout = ScreenLayout(size: size, workbench: workbench)
    if let popup = workbench.popup { return popupAction(event, popup, size) }
    if let grabbed = workbench.grabbed { return dragged(grabbed, event, layout) }
    if event.kind == .drag, event.button == .left, let drawn = workbench.drawn {
      return select(event, drawn, layout, workbench).map(Action.pointer)
    }
    if layout.tabs.contains(event.position) { return tabAction(event, workbench, size) }
    guard let pane = layout.pane(at: event.position) else {
      // The line between headers and body belongs to neither.
      guard event.kind == .press, event.button == .left else { return nil }
      return layout.border(at: event.position).map { .pointer(.grab($0)) }
    }
    switch event.kind {
    case .press where event.button == .left && event.clickCount < 2:
      if pane == .request, let choice = completion(event, layout, workbench) { return .pointer(.request(choice)) }
      let pointer = press(event, pane, layout, workbench)
      // On the line itself, unless something stands there that can be pressed.
      guard case .focus? = pointer, let border = layout.border(at: event.position) else {
        return pointer.map(Action.pointer)
      }
      return .pointer(.grab(border))
    case .wheelUp: return .pointer(.scroll(pane, by: -Self.wheelRows))
    case .wheelDown: return .pointer(.scroll(pane, by: Self.wheelRows))
    case .press where event.button == .left: return press(event, pane, layout, workbench).map(Action.pointer)
    case .drag where event.button == .left && pane == .request:
      return requestPointer(event, layout, workbench).map { .pointer(.request($0)) }
    case .press where event.button == .right && (pane == .body || pane == .headers): return .pointer(.copy(pane))
    default: return nil
    }
  }

  /// The rows of a document that can be selected in; nil where the body is shown otherwise.
  private func rows(_ pane: Pane, _ layout: ScreenLayout, _ workbench: Workbench) -> DocumentGeometry? {
    guard pane == .headers || pane == .body && !workbench.viewer.isWithoutRows, let inside = layout.inside(pane) else {
      return nil
    }
    return DocumentGeometry(pane: workbench.viewer[pane], inside: inside)
  }

  /// Selects up to where the mouse is, however far outside of the pane.
  private func select(
    _ event: MouseEvent, _ drawn: DrawnSelection, _ layout: ScreenLayout, _ workbench: Workbench
  ) -> Pointer? {
    guard let rows = rows(drawn.pane, layout, workbench), let row = rows.nearestRow(toY: event.position.y) else {
      return nil
    }
    let place = rows.place(atX: event.position.x, inRow: row, half: rows.pane.half)
    return .select(drawn.pane, row: row, place)
  }

  /// Whether a drag is over or under the rows in which it began, so that they scroll for as long as it stays there.
  package func scrolls(_ event: MouseEvent, size: Size, in workbench: Workbench) -> Bool {
    guard event.kind == .drag, workbench.popup == nil, let drawn = workbench.drawn,
      let inside = ScreenLayout(size: size, workbench: workbench).inside(drawn.pane)
    else { return false }
    return !inside.rows.contains(event.position.y)
  }

  private func dragged(_ border: Border, _ event: MouseEvent, _ layout: ScreenLayout) -> Action? {
    switch event.kind {
    case .drag: layout.share(of: border, at: event.position).map { .pointer(.move(border, share: $0)) }
    // Some terminals lose the release outside of their window.
    case .release, .press, .move: .pointer(.letGo)
    default: nil
    }
  }

  /// Everything on the screen that a press of the mouse goes to, the panes first: what can be jumped to.
  ///
  /// It asks about every cell, because then nothing can be left out; rows of a body are too many to be labelled.
  package func jumpTargets(size: Size, in workbench: Workbench) -> [Jump.Target] {
    let layout = ScreenLayout(size: size, workbench: workbench)
    let tabs = layout.tabs.isEmpty ? nil : TabBar(workbench, width: size.width)
    var seen: Set<Pointer> = []
    var targets: [Jump.Target] = []
    for y in 0..<size.height {
      for x in 0..<size.width {
        let place = Point(x: x, y: y)
        let event = MouseEvent(kind: .press, button: .left, position: place)
        let pointer =
          tabs.flatMap { layout.tabs.contains(place) ? $0.tab(at: x).map(Pointer.tab) : nil }
          ?? layout.pane(at: place).flatMap { press(event, $0, layout, workbench) }
        guard let target = pointer?.jumpTarget, seen.insert(target).inserted else { continue }
        targets.append(Jump.Target(target, column: x, row: y))
      }
    }
    return targets.filter(\.isPane) + targets.filter { !$0.isPane }
  }

  /// A press shows a tab, the middle button closes it, and the wheel goes on to the next.
  private func tabAction(_ event: MouseEvent, _ workbench: Workbench, _ size: Size) -> Action? {
    switch (event.kind, event.button) {
    case (.wheelUp, _): return .command(.previousTab)
    case (.wheelDown, _): return .command(.nextTab)
    case (.press, .left):
      return TabBar(workbench, width: size.width).tab(at: event.position.x).map { .pointer(.tab($0)) }
    case (.press, .middle):
      return TabBar(workbench, width: size.width).tab(at: event.position.x).map { .pointer(.closeTab($0)) }
    default: return nil
    }
  }

  private func popupAction(_ event: MouseEvent, _ popup: Popup, _ size: Size) -> Action? {
    let view = PopupView(theme: screen.theme, keymap: screen.keymap)
    let bounds = Rect(size: size)
    switch event.kind {
    case .wheelUp: return .pointer(.scrollPopup(by: -Self.wheelRows))
    case .wheelDown: return .pointer(.scrollPopup(by: Self.wheelRows))
    case .press where event.button == .left: break
    default: return nil
    }
    if let (rect, first) = view.list(of: popup, in: bounds), rect.contains(event.position) {
      return .pointer(.popupRow(first + event.position.y - rect.y))
    }
    if let (rect, editor) = view.line(of: popup, in: bounds), rect.contains(event.position) {
      var editor = editor
      editor.resize(lines: 1, columns: rect.width)
      let offset = editor.offset(at: TextPosition(line: 0, column: event.position.x - rect.x))
      return .pointer(.popupText(.placeCursor(offset)))
    }
    // What is only read is closed by a press anywhere.
    return popup.isRead ? .pointer(.closePopup) : nil
  }

  private func press(
    _ event: MouseEvent, _ pane: Pane, _ layout: ScreenLayout, _ workbench: Workbench
  ) -> Pointer? {
    guard let inside = layout.inside(pane) else { return nil }
    let row = event.position.y - inside.y
    switch pane {
    case .tree:
      let index = workbench.tree.top + row
      return inside.contains(event.position) && workbench.tree.rows.indices.contains(index)
        ? .treeRow(index) : .focus(.tree)
    case .connection:
      let view = row == -1 ? ConnectionTabs.view(atColumn: event.position.x - inside.x + 1) : nil
      return view.map(Pointer.connectionView) ?? .focus(.connection)
    case .headers: return pressRow(event, .headers, layout, workbench) ?? .focus(.headers)
    case .body:
      if row == -1 {
        let x = event.position.x - inside.x
        let tab = ResponsePane.tabs(workbench.viewer).last { $0.x <= x && x < $0.x + $0.title.utf8.count }
        return tab.map { .bodyView($0.view) } ?? .focus(.body)
      }
      return pressRow(event, .body, layout, workbench) ?? .focus(.body)
    case .request: return requestPointer(event, layout, workbench).map { .request($0) } ?? .focus(.request)
    }
  }

  private func pressRow(
    _ event: MouseEvent, _ pane: Pane, _ layout: ScreenLayout, _ workbench: Workbench
  ) -> Pointer? {
    guard let rows = rows(pane, layout, workbench), let row = rows.row(atY: event.position.y) else { return nil }
    let place = rows.place(atX: event.position.x, inRow: row)
    let byte = rows.byte(atX: event.position.x, inRow: row)
    switch event.clickCount {
    case 2 where byte == nil: return .selectWord(pane, row: row, place)
    case 3... where byte == nil: return .selectRow(pane, row)
    default: return byte.map { .byte(pane, row: row, byteInRow: $0) } ?? .row(pane, row, place)
    }
  }

  private func completion(
    _ event: MouseEvent, _ layout: ScreenLayout, _ workbench: Workbench
  ) -> RequestEditor.Command? {
    guard let inside = layout.inside(.request) else { return nil }
    let place = Point(x: event.position.x - inside.x, y: event.position.y - inside.y)
    return RequestPane(theme: screen.theme).completion(at: place, size: inside.size, in: workbench)
  }

  private func requestPointer(
    _ event: MouseEvent, _ layout: ScreenLayout, _ workbench: Workbench
  ) -> RequestEditor.Command? {
    guard let inside = layout.inside(.request) else { return nil }
    let place = Point(x: event.position.x - inside.x, y: event.position.y - inside.y)
    return RequestPane(theme: screen.theme).command(
      at: place, size: inside.size, clicks: event.clickCount, isDrag: event.kind == .drag, in: workbench)
  }
}

extension Pointer {
  /// What a jump to the place does: to a control rather than to a column of its text; nil for places that get no label.
  fileprivate var jumpTarget: Pointer? {
    switch self {
    case .request(.click(let control, _)), .request(.doubleClick(let control, _)): .request(.focus(control))
    case .row(.body, _, _), .byte: nil
    case .row(let pane, let row, _): .row(pane, row)
    default: self
    }
  }
}

extension Jump.Target {
  fileprivate var isPane: Bool {
    if case .focus = pointer { true } else { false }
  }
}
