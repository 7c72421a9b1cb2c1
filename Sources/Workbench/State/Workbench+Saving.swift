import Workspaces

/// Writing workspaces to their files, with the drafts of their requests in place.
extension Workbench {
  /// The workspace with its open drafts in place.
  func withDrafts(_ open: WorkspaceTree.OpenWorkspace) -> Workspace {
    var workspace = open.workspace
    for (id, draft) in drafts where draft.isModified {
      guard case .item(let item) = id else { continue }
      workspace.items.change(item) { $0.content = .request(draft.draft) }
    }
    return workspace
  }

  /// Saves the workspace of the open request, in the tree the one under the cursor; all others when that has no changes.
  mutating func save() -> [Effect] {
    if case .unplaced = open, focus != .tree || tree.pathAtCursor == nil {
      guard let place = placeForNew else {
        message = .problem("There is no readable workspace to put it into: make one first")
        return []
      }
      let title = "Save as (a name in “\(place.workspace.name)”)"
      popup = .prompt(Prompt(purpose: .saveDraft, title: title, text: editor?.draft.name ?? ""))
      return []
    }
    let path = focus == .tree ? tree.pathAtCursor ?? openPath : openPath ?? tree.pathAtCursor
    guard let path, let workspace = tree.workspace(at: path) else {
      message = .problem("There is no readable workspace here to save")
      return []
    }
    // Whoever deleted the last item of a workspace has the cursor in the next one.
    if !isModified(workspace) {
      let others = saveAll()
      if !others.isEmpty || popup != nil { return others }
    }
    return write(workspace, expecting: workspace.version)
  }

  /// The workspace that takes what has no place yet: the one under the cursor, else the first.
  var placeForNew: WorkspaceTree.OpenWorkspace? {
    if let path = tree.pathAtCursor { tree.workspace(at: path) } else { tree.workspaces.first }
  }

  /// Gives the open draft that has no place one in the workspace under the cursor, and saves.
  mutating func placeDraft(named name: String) -> [Effect] {
    guard let open, case .unplaced = open, var editor = drafts[open] else { return [] }
    guard let path = placeForNew?.path else {
      message = .problem("There is no readable workspace to put it into: make one first")
      return []
    }
    editor.rename(name)
    let item = tree.makeItem(.request(editor.draft))
    put(item, in: path)
    drafts[open] = nil
    drafts[.item(item.id)] = editor
    lastExchange[.item(item.id)] = lastExchange[open]
    tabs.replace(open, by: .item(item.id))
    noteModified()
    focus = .request
    return save()
  }

  /// Writes one that is not being written; else it is written again as soon as that is done, with the version it then has.
  ///
  /// Where the last save found that the file has changed, asks what to do.
  mutating func write(_ open: WorkspaceTree.OpenWorkspace, expecting version: FileVersion?) -> [Effect] {
    if let conflict = conflicts.removeValue(forKey: open.path), version != nil {
      askAbout(conflict, path: open.path)
      return []
    }
    guard saves[open.path] == nil else {
      saves[open.path]?.isWantedAgain = true
      return []
    }
    saves[open.path] = RunningSave(base: open.workspace)
    return [.save(withDrafts(open), path: open.path, expecting: version)]
  }

  mutating func saveAll() -> [Effect] {
    tree.workspaces.filter { isModified($0) }.flatMap { write($0, expecting: $0.version) }
  }

  func isModified(_ open: WorkspaceTree.OpenWorkspace) -> Bool {
    if open.isModified { return true }
    return drafts.contains { id, draft in
      guard draft.isModified, case .item(let item) = id else { return false }
      return open.outline.places[item] != nil
    }
  }

  /// Whether a draft's item is still in the tree; one that never had a place is where it belongs.
  func isPlaced(_ id: DraftID) -> Bool {
    switch id {
    case .item(let item): tree.workspace(holding: item) != nil
    case .unplaced: drafts[id] != nil
    }
  }

  mutating func takeSaved(_ workspace: Workspace, _ path: String, _ version: FileVersion) -> [Effect] {
    let isNew = tree.workspace(at: path) == nil
    let save = saves.removeValue(forKey: path)
    tree.saved(workspace, from: save?.base, at: path, version: version)
    for id in drafts.keys {
      guard case .item(let item) = id, case .request(let request)? = workspace.items.item(item)?.content else {
        continue
      }
      drafts[id]?.markSaved(request)
    }
    noteModified()
    if isNew { tree.select(.workspace(path: path)) }
    message = .note("Saved \(path)")
    if save?.isWantedAgain == true, let open = tree.workspace(at: path), isModified(open) {
      return [.journal(journalled)] + write(open, expecting: open.version)
    }
    if quitsWhenSaved, saves.isEmpty, !hasUnsavedWork { return [.journal(recovered), .quit] }
    return [.journal(journalled)]
  }

  mutating func takeSaveFailure(_ path: String, _ text: String, isConflict: Bool) -> [Effect] {
    quitsWhenSaved = false
    saves[path] = nil
    if isConflict { conflicts[path] = text }
    message = .problem(text, offering: isConflict ? .save : nil)
    return []
  }

  private mutating func askAbout(_ conflict: String, path: String) {
    popup = .choice(
      Choice(
        title: "The file has changed on disk", lines: [conflict],
        options: [
          .init(title: "Write mine over it", answer: .overwrite(path: path)),
          .init(title: "Read it again and drop my changes", answer: .readAgain(path: path)),
          .init(title: "Keep editing", answer: .cancel),
        ]))
  }
}

/// A workspace that is being written.
struct RunningSave: Sendable {
  /// The tree's workspace when it was given to be written.
  var base: Workspace
  /// Whether there was another save meanwhile.
  var isWantedAgain = false
}
