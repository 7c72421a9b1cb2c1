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
    let places = placesOfTabs(in: path)
    drafts = drafts.filter { id, _ in
      guard case .item(let item) = id else { return true }
      return path != nil && tree.path(of: item) != path
    }
    tree.load(entries, only: path)
    conflicts = conflicts.filter { path != nil && $0.key != path }
    noteModified()
    let effects = places.isEmpty ? [] : find(places)
    if let url = startURL {
      startURL = nil
      return effects + openUnplaced(SavedRequest(name: "New request", url: url), isModified: false)
    }
    // The first request is shown at once, so that an empty screen never asks what to do.
    guard open == nil, let row = tree.rows.first(where: { if case .request = $0.kind { true } else { false } }),
      case .item(let id) = row.node
    else { return effects }
    tree.select(row.node)
    return effects + openRequest(.item(id))
  }

  /// Where the requests of tabs are whose workspace is read again.
  private func placesOfTabs(in path: String?) -> [PlacedItem] {
    tabs.all.compactMap { tab in
      guard case .item(let id)? = tab.open, let file = tree.path(of: id), path == nil || path == file else {
        return nil
      }
      return PlacedItem(id: id, path: file, names: Array(tree.names(to: id).dropFirst()))
    }
  }

  /// What was read again has other identities: tabs go on with the requests of the same names.
  private mutating func find(_ places: [PlacedItem]) -> [Effect] {
    for place in places {
      guard let item = tree.item(at: place.names, in: place.path), let request = tree.request(item) else { continue }
      drafts[.item(item)] = RequestEditor(saved: request)
      lastExchange[.item(item)] = lastExchange.removeValue(forKey: .item(place.id))
      tabs.replace(.item(place.id), by: .item(item))
    }
    return closeWhatIsGone() + freshenTab()
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

/// Where an item is, by names.
private struct PlacedItem {
  var id: WorkspaceItem.ID
  var path: String
  /// Those of its folders, outermost first, and its own.
  var names: [String]
}
