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
    guard let pane = layout.pane(at: event.position) else {
      // The line between headers and body belongs to neither.
      guard event.kind == .press, event.button == .left else { return nil }
      return layout.border(at: event.position).map { .pointer(.grab($0)) }
    }
    switch event.kind {
    case .press where event.button == .left && event.clickCount < 2:
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
    case .drag where event.button == .left && (pane == .body || pane == .headers):
      switch press(event, pane, layout, workbench) {
      case .row(let pane, let row): return .pointer(.select(pane, row: row, byteInRow: 0))
      case .byte(let pane, let row, let byte): return .pointer(.select(pane, row: row, byteInRow: byte))
      default: return nil
      }
    default: return nil
    }
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
    var seen: Set<Pointer> = []
    var targets: [Jump.Target] = []
    for y in 0..<size.height {
      for x in 0..<size.width {
        let place = Point(x: x, y: y)
        guard let pane = layout.pane(at: place),
          let pointer = press(MouseEvent(kind: .press, button: .left, position: place), pane, layout, workbench),
          let target = pointer.jumpTarget, seen.insert(target).inserted
        else { continue }
        targets.append(Jump.Target(target, column: x, row: y))
      }
    }
    return targets.filter(\.isPane) + targets.filter { !$0.isPane }
  }

  private func popupAction(_ event: MouseEvent, _ popup: Popup, _ size: Size) -> Action? {
    let view = PopupView(theme: screen.theme, keymap: screen.keymap)
    guard event.kind == .press, let rows = view.rowRects(popup, in: Rect(size: size)) else { return nil }
    let row = event.position.y - rows.first.y
    let columns = rows.first.x..<rows.first.x + rows.width
    guard (0..<rows.count).contains(row), columns.contains(event.position.x) else { return nil }
    return .pointer(.popupRow(row))
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
    case .headers:
      let index = workbench.viewer.headers.top + row
      return row >= 0 && index < workbench.viewer.headers.totalRows ? .row(.headers, index) : .focus(.headers)
    case .body: return pressBody(event, row, inside, workbench)
    case .request: return requestPointer(event, layout, workbench).map { .request($0) } ?? .focus(.request)
    }
  }

  private func pressBody(_ event: MouseEvent, _ row: Int, _ inside: Rect, _ workbench: Workbench) -> Pointer {
    let viewer = workbench.viewer
    if row == -1 {
      let x = event.position.x - inside.x
      let tab = ResponsePane.tabs(viewer).last { $0.x <= x && x < $0.x + $0.title.utf8.count }
      return tab.map { .bodyView($0.view) } ?? .focus(.body)
    }
    let index = viewer.body.top + row
    guard row >= 0, index < viewer.body.totalRows else { return .focus(.body) }
    let column = event.position.x - inside.x + viewer.body.left
    if let byte = viewer.body.row(index)?.cells?.byte(atColumn: column) {
      return .byte(.body, row: index, byteInRow: byte)
    }
    return .row(.body, index)
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
    case .row(.body, _), .byte: nil
    default: self
    }
  }
}

extension Jump.Target {
  fileprivate var isPane: Bool {
    if case .focus = pointer { true } else { false }
  }
}
