/// What the mouse does.
extension Workbench {
  mutating func point(_ pointer: Pointer) -> [Effect] {
    if popup != nil {
      return pointInPopup(pointer)
    }
    switch pointer {
    case .select, .scroll, .copy: break
    default: drawn = nil
    }
    switch pointer {
    case .treeRow(let row):
      focus = .tree
      let isSame = tree.cursor == row
      tree.move(to: row)
      return isSame || isRequestAtCursor ? moveInTree(.activate) : []
    case .row, .byte, .select, .selectWord, .selectRow, .copy: return selectByMouse(pointer)
    case .focus(let pane):
      focus = pane
      return []
    case .request(let command):
      focus = .request
      return edit(command)
    case .tab(let id): return tabs.index(of: id).map { showTab($0) } ?? []
    case .closeTab(let id): return closeTab(id)
    case .connectionView(let view):
      focus = .connection
      connectionPanel.show(view)
      return []
    case .bodyView(let view):
      focus = .body
      return viewer.show(view).map(Effect.window)
    case .scroll(let pane, let count):
      switch pane {
      case .tree: tree.scroll(by: count)
      case .headers: return [viewer.headers.scroll(by: count)].compactMap { $0.map(Effect.window) }
      case .body: return [viewer.body.scroll(by: count)].compactMap { $0.map(Effect.window) }
      case .connection: connectionPanel.move(by: count, of: connectionRows.count)
      case .request: return edit(.scroll(count))
      }
      return []
    case .popupRow, .scrollPopup, .closePopup, .popupText:
      return []
    case .grab(let border):
      grabbed = border
      return []
    case .move(let border, let share):
      shares[keyPath: border.share] = share
      return grabbed == nil ? [.keepLayout(shares)] : []
    case .letGo:
      grabbed = nil
      return [.keepLayout(shares)]
    }
  }

  private var isRequestAtCursor: Bool {
    if case .request? = tree.rowAtCursor?.kind { true } else { false }
  }
}
