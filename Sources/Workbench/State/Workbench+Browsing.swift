import Workspaces

/// Moving in the tree of workspaces, and opening what is in it.
extension Workbench {
  mutating func moveInTree(_ command: Command) -> [Effect] {
    let page = max(1, sizes.tree.rows - 1)
    switch command {
    case .moveUp: tree.move(to: tree.cursor - 1)
    case .moveDown: tree.move(to: tree.cursor + 1)
    case .pageUp: tree.move(to: tree.cursor - page)
    case .pageDown: tree.move(to: tree.cursor + page)
    case .moveToStart: tree.move(to: 0)
    case .moveToEnd: tree.move(to: tree.rows.count - 1)
    case .fold, .moveLeft:
      guard let row = tree.rowAtCursor else { return [] }
      if row.isUnfolded == true { tree.setFolded(true, at: row.node) } else { tree.moveToParent() }
    case .unfold, .moveRight:
      guard let row = tree.rowAtCursor else { return [] }
      if row.isUnfolded == false { tree.setFolded(false, at: row.node) } else { return moveInTree(.moveDown) }
    case .activate:
      guard let row = tree.rowAtCursor else { return [] }
      switch row.kind {
      case .request: return openAtCursor(inNewTab: false)
      case .unreadable(let reason): message = .problem(reason)
      case .workspace, .folder:
        if let isUnfolded = row.isUnfolded { tree.setFolded(isUnfolded, at: row.node) }
      }
    default: break
    }
    return []
  }

  /// Copies the row under the cursor: a request with its method and URL, anything else by its name.
  func copyTreeRow() -> [Effect] {
    guard let row = tree.rowAtCursor else { return [] }
    let request: SavedRequest? =
      switch row.node {
      case .item(let id): drafts[.item(id)]?.draft ?? tree.request(id)
      case .unplaced(let number): drafts[.unplaced(number)]?.draft
      default: nil
      }
    let text = row.name + (request.map { ": \($0.method) \($0.url)" } ?? "")
    return [.copy(Array(text.utf8), what: "the row")]
  }

  /// The request under the cursor.
  var requestAtCursor: DraftID? {
    switch (tree.rowAtCursor?.kind, tree.rowAtCursor?.node) {
    case (.request?, .item(let id)?): .item(id)
    case (.request?, .unplaced(let number)?): .unplaced(number)
    default: nil
    }
  }

  mutating func openAtCursor(inNewTab: Bool) -> [Effect] {
    guard let id = requestAtCursor else {
      message = .note("Go to a request in the workspaces to open it")
      return []
    }
    focus = .request
    return openRequest(id, inNewTab: inNewTab)
  }

  /// Fits the open draft to its room and to how texts are shown.
  mutating func fitOpen() {
    guard let open else { return }
    drafts[open]?.wrapsLines = wrapsLines
    drafts[open]?.setKeys(editingKeys)
    drafts[open]?.resize(columns: sizes.request.columns, rows: sizes.request.rows)
  }

  /// Opens a draft that is no workspace's.
  ///
  /// `isModified` tells whether something would be lost by leaving; a URL from the command line would not.
  mutating func openUnplaced(_ request: SavedRequest, isModified: Bool) -> [Effect] {
    let id = DraftID.unplaced(nextUnplaced)
    var editor = RequestEditor(saved: isModified ? SavedRequest(name: request.name) : request)
    if isModified { editor.replaceDraft(request) }
    drafts[id] = editor
    noteModified()
    tree.select(.unplaced(nextUnplaced))
    nextUnplaced += 1
    focus = .request
    return openRequest(id)
  }

  mutating func chooseNextEnvironment() -> [Effect] {
    guard let path = openPath ?? tree.pathAtCursor, let all = tree.workspace(at: path)?.workspace.environments,
      !all.isEmpty
    else {
      message = .note("This workspace has no environments")
      return []
    }
    let name = environment(of: path)?.name
    let current = all.firstIndex { $0.name == name } ?? -1
    environments[path] = all[(current + 1) % all.count].name
    message = .note("Environment: \(environments[path] ?? "")")
    teachOpen()
    return [prepareOpen()].compactMap { $0 }
  }
}
