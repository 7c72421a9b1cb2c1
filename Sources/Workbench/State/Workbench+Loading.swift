import Workspaces

/// Taking what was read from the folder of workspaces.
extension Workbench {
  mutating func takeWorkspaceAnswer(_ action: Action) -> [Effect] {
    switch action {
    case .loaded(let entries, let path): takeLoaded(entries, only: path)
    case .saved(let workspace, let path, let version): takeSaved(workspace, path, version)
    case .saveFailed(let path, let text, let isConflict): takeSaveFailure(path, text, isConflict: isConflict)
    case .journalFound(let found): takeJournal(found)
    default: []
    }
  }

  private mutating func takeLoaded(_ entries: [WorkspaceEntry], only path: String?) -> [Effect] {
    if let path, !entries.contains(where: { $0.path == path }) {
      message = .problem("\(path) is gone: what you have here is kept, save it again")
      return []
    }
    let openNames = openPath.map { ($0, Array(breadcrumbs.dropFirst())) }
    drafts = drafts.filter { id, _ in
      guard case .item(let item) = id else { return true }
      return path != nil && tree.path(of: item) != path
    }
    tree.load(entries, only: path)
    conflicts = conflicts.filter { path != nil && $0.key != path }
    noteModified()
    if let open, drafts[open] == nil {
      self.open = nil
      if let (path, names) = openNames, let item = tree.item(at: names, in: path) { return openRequest(.item(item)) }
    }
    if let url = startURL {
      startURL = nil
      return openUnplaced(SavedRequest(name: "New request", url: url), isModified: false)
    }
    // The first request is shown at once, so that an empty screen never asks what to do.
    guard open == nil, let row = tree.rows.first(where: { if case .request = $0.kind { true } else { false } }),
      case .item(let id) = row.node
    else { return [] }
    tree.select(row.node)
    return openRequest(.item(id))
  }

  mutating func noteModified() {
    var items: [WorkspaceItem.ID: String] = [:]
    for (id, draft) in drafts where draft.isModified {
      if case .item(let item) = id { items[item] = draft.draft.method }
    }
    tree.setModified(items, unplaced: unplacedRows)
  }

  private var unplacedRows: [TreeRow] {
    let numbered = drafts.compactMap { id, draft -> (number: Int, draft: RequestEditor)? in
      if case .unplaced(let number) = id { (number, draft) } else { nil }
    }
    return numbered.sorted { $0.number < $1.number }.map { number, draft in
      TreeRow(
        node: .unplaced(number), depth: 0, kind: .request(method: draft.draft.method),
        name: "\(draft.draft.name)  \(draft.draft.url)", isUnfolded: nil, isModified: draft.isModified)
    }
  }
}
