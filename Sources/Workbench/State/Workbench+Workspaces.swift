import Workspaces

/// Browsing, changing and saving workspaces.
extension Workbench {
  private static let newRequestName = "New request"

  // MARK: Browsing

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
      switch (row.kind, row.node) {
      case (.request, .item(let id)):
        focus = .request
        return openRequest(.item(id))
      case (.request, .unplaced(let number)):
        focus = .request
        return openRequest(.unplaced(number))
      case (.unreadable(let reason), _): message = .problem(reason)
      default:
        if let isUnfolded = row.isUnfolded { tree.setFolded(isUnfolded, at: row.node) }
      }
    default: break
    }
    return []
  }

  /// Opens a request for editing, with the draft it had; its last exchange is shown again.
  mutating func openRequest(_ id: DraftID) -> [Effect] {
    guard id != open else { return [] }
    if drafts[id] == nil, case .item(let item) = id, let request = tree.request(item) {
      drafts[id] = RequestEditor(saved: request)
    }
    // A draft that was left unchanged need not be kept.
    if let open, let draft = drafts[open], case .item = open, !draft.isModified { drafts[open] = nil }
    open = id
    drafts[id]?.resize(columns: sizes.request.columns, rows: sizes.request.rows)
    connections.byHand = nil
    return [prepareOpen()].compactMap { $0 } + viewer.show(lastExchange[id]).map(Effect.window)
  }

  // MARK: Changing

  mutating func performOnWorkspaces(_ command: Command) -> [Effect] {
    switch command {
    case .filter:
      focus = .tree
      isTreeHidden = false
      popup = .prompt(Prompt(purpose: .filterTree, title: "Filter", text: tree.filter))
    case .newRequest: return insert(named: Self.newRequestName, isFolder: false)
    case .newFolder: popup = .prompt(Prompt(purpose: .newFolder, title: "Name of the new folder"))
    case .newWorkspace: popup = .prompt(Prompt(purpose: .newWorkspace, title: "Name of the new workspace"))
    case .rename:
      if let row = tree.rowAtCursor {
        popup = .prompt(Prompt(purpose: .renameItem(row.node), title: "New name", text: row.name))
      }
    case .duplicate: return duplicate()
    case .delete: return delete()
    case .undoTree:
      guard tree.undo() != nil else {
        message = .note("Nothing to undo in the tree")
        return []
      }
      message = .note("Undone")
    case .shiftUp, .shiftDown:
      guard case .item(let id)? = tree.nodeAtCursor, let path = tree.path(of: id) else { return [] }
      tree.change(path) { $0.items.shift(id, down: command == .shiftDown) }
      tree.select(.item(id))
    case .save: return save()
    case .reload:
      guard !hasUnsavedWork else {
        message = .problem("There is unsaved work: save it first, then read the workspaces again")
        return []
      }
      return [.loadWorkspaces()]
    case .nextEnvironment: return chooseNextEnvironment()
    default: break
    }
    return []
  }

  mutating func insert(named name: String, isFolder: Bool) -> [Effect] {
    guard let path = tree.pathAtCursor ?? tree.workspaces.first?.path, tree.workspace(at: path) != nil else {
      message = .problem("There is no readable workspace to put it into: make one first")
      return []
    }
    let item = tree.makeItem(
      isFolder ? .folder(.init(name: name)) : .request(SavedRequest(name: name, url: "http://")))
    put(item, in: path)
    return isFolder ? [] : openNew(item)
  }

  private mutating func put(_ item: WorkspaceItem, in path: String) {
    // What is new must be seen, whatever the filter was.
    tree.setFilter("")
    var neighbour: WorkspaceItem.ID?
    if case .item(let id)? = tree.nodeAtCursor { neighbour = id }
    let isOpenFolder = tree.rowAtCursor?.kind == .folder && tree.rowAtCursor?.isUnfolded == true
    tree.change(path) { $0.items.insert(item, after: neighbour, intoFolder: isOpenFolder) }
    tree.setFolded(false, at: .workspace(path: path))
    tree.select(.item(item.id))
  }

  private mutating func openNew(_ item: WorkspaceItem) -> [Effect] {
    focus = .request
    return openRequest(.item(item.id))
  }

  private mutating func duplicate() -> [Effect] {
    guard case .item(let id)? = tree.nodeAtCursor, let path = tree.path(of: id),
      let original = tree.workspace(at: path)?.workspace.items.item(id)
    else { return [] }
    var copy = tree.makeItem(original.content)
    if let draft = drafts[.item(id)]?.draft { copy.content = .request(draft) }
    copy.name = "\(original.name) copy"
    tree.change(path) { $0.items.insert(copy, after: id, intoFolder: false) }
    tree.select(.item(copy.id))
    return []
  }

  private mutating func delete() -> [Effect] {
    guard case .item(let id)? = tree.nodeAtCursor, let path = tree.path(of: id) else {
      message = .note("A workspace is a file: delete it in the shell")
      return []
    }
    let name = tree.rowAtCursor?.name ?? ""
    tree.change(path) { _ = $0.items.remove(id) }
    message = .note("Deleted “\(name)”; u brings it back")
    return []
  }

  mutating func rename(_ node: TreeNode, to name: String) {
    switch node {
    case .workspace(let path): tree.change(path) { $0.name = name }
    case .unplaced(let number):
      drafts[.unplaced(number)]?.rename(name)
      noteModified()
    case .item(let id):
      guard let path = tree.path(of: id) else { return }
      tree.change(path) { $0.items.change(id) { $0.name = name } }
      drafts[.item(id)]?.rename(name)
    }
  }

  private mutating func chooseNextEnvironment() -> [Effect] {
    guard let path = openPath ?? tree.pathAtCursor, let all = tree.workspace(at: path)?.workspace.environments,
      !all.isEmpty
    else {
      message = .note("This workspace has no environments")
      return []
    }
    let current = environment(of: path).flatMap { name in all.firstIndex { $0.name == name.name } } ?? -1
    environments[path] = all[(current + 1) % all.count].name
    message = .note("Environment: \(environments[path] ?? "")")
    return [prepareOpen()].compactMap { $0 }
  }

  // MARK: Saving

  /// The workspace with its open drafts in place.
  func withDrafts(_ open: WorkspaceTree.OpenWorkspace) -> Workspace {
    var workspace = open.workspace
    for (id, draft) in drafts where draft.isModified {
      guard case .item(let item) = id else { continue }
      workspace.items.change(item) { $0.content = .request(draft.draft) }
    }
    return workspace
  }

  mutating func save() -> [Effect] {
    if case .unplaced = open {
      let title = "Save as (a name in “\(tree.workspaces.first?.workspace.name ?? "")”)"
      popup = .prompt(Prompt(purpose: .saveDraft, title: title, text: editor?.draft.name ?? ""))
      return []
    }
    guard let path = openPath ?? tree.pathAtCursor, let workspace = tree.workspace(at: path) else {
      message = .problem("There is no readable workspace here to save")
      return []
    }
    return [.save(withDrafts(workspace), path: path, expecting: workspace.version)]
  }

  /// Gives the open draft that has no place one in the workspace under the cursor, and saves.
  mutating func placeDraft(named name: String) -> [Effect] {
    guard let open, case .unplaced = open, var editor = drafts[open] else { return [] }
    guard let path = tree.pathAtCursor ?? tree.workspaces.first?.path, tree.workspace(at: path) != nil else {
      message = .problem("There is no readable workspace to put it into: make one first")
      return []
    }
    editor.rename(name)
    let item = tree.makeItem(.request(editor.draft))
    put(item, in: path)
    drafts[open] = nil
    drafts[.item(item.id)] = editor
    lastExchange[.item(item.id)] = lastExchange[open]
    self.open = .item(item.id)
    noteModified()
    return save()
  }

  private func saveAll() -> [Effect] {
    tree.workspaces.filter { isModified($0) }.map {
      .save(withDrafts($0), path: $0.path, expecting: $0.version)
    }
  }

  private func isModified(_ open: WorkspaceTree.OpenWorkspace) -> Bool {
    if open.isModified { return true }
    return drafts.contains { id, draft in
      guard draft.isModified, case .item(let item) = id else { return false }
      return open.workspace.items.item(item) != nil
    }
  }

  // MARK: Leaving

  mutating func askToQuit() -> [Effect] {
    guard hasUnsavedWork else { return [.journal(recovered), .quit] }
    var names = tree.workspaces.filter { isModified($0) }.map(\.workspace.name)
    if drafts.contains(where: { if case .unplaced = $0.key { $0.value.isModified } else { false } }) {
      names.append("a request that has no place yet")
    }
    popup = .choice(
      Choice(
        title: "Leave with unsaved work?", lines: ["Unsaved: " + names.joined(separator: ", ")],
        options: [
          .init(title: "Save all and quit", answer: .saveAllAndQuit),
          .init(title: "Quit without saving", answer: .quitWithoutSaving),
          .init(title: "Stay", answer: .cancel),
        ]))
    return []
  }

  mutating func saveAllAndQuit() -> [Effect] {
    for id in drafts.keys {
      guard case .unplaced = id, drafts[id]?.isModified == true else { continue }
      open = id
      popup = .prompt(Prompt(purpose: .saveDraft, title: "Save as", text: editor?.draft.name ?? ""))
      message = .note("This request has no place yet: give it a name, then quit again")
      return []
    }
    let effects = saveAll()
    guard !effects.isEmpty else { return [.journal(recovered), .quit] }
    quitsWhenSaved = true
    return effects
  }

  /// Unsaved drafts, as the journal keeps them.
  ///
  /// Those that a dead process left stay in it until the user has said what to do with them.
  var journalled: [JournalledDraft] {
    recovered
      + drafts.filter(\.value.isModified).map { id, editor in
        switch id {
        case .item(let item):
          JournalledDraft(
            workspacePath: tree.path(of: item), itemPath: Array(tree.names(to: item).dropFirst()),
            request: editor.draft)
        case .unplaced:
          JournalledDraft(workspacePath: nil, itemPath: [], request: editor.draft)
        }
      }
  }

  // MARK: Answers

  mutating func takeWorkspaceAnswer(_ action: Action) -> [Effect] {
    switch action {
    case .loaded(let entries, let path): return take(entries, only: path)
    case .saved(let workspace, let path, let version): return take(workspace, path, version)
    case .saveFailed(let path, let text, let isConflict):
      quitsWhenSaved = false
      guard isConflict else {
        message = .problem(text)
        return []
      }
      popup = .choice(
        Choice(
          title: "The file has changed on disk", lines: [text],
          options: [
            .init(title: "Write mine over it", answer: .overwrite(path: path)),
            .init(title: "Read it again and drop my changes", answer: .readAgain(path: path)),
            .init(title: "Keep editing", answer: .cancel),
          ]))
      return []
    case .journalFound(let found):
      guard !found.isEmpty else { return [] }
      recovered = found
      popup = .choice(
        Choice(
          title: "Drafts were left behind",
          lines: ["Barewire ended before these were saved:"]
            + found.prefix(6).map { "  \($0.request.name)  \($0.request.url)" },
          options: [
            .init(title: "Take them up again", answer: .restoreDrafts),
            .init(title: "Drop them", answer: .dropDrafts),
          ]))
      return []
    default: return []
    }
  }

  private mutating func take(_ entries: [WorkspaceEntry], only path: String?) -> [Effect] {
    let openNames = openPath.map { ($0, Array(breadcrumbs.dropFirst())) }
    drafts = drafts.filter { id, _ in
      guard case .item(let item) = id else { return true }
      return path != nil && tree.path(of: item) != path
    }
    tree.load(entries, only: path)
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

  mutating func openUnplaced(_ request: SavedRequest, isModified: Bool) -> [Effect] {
    let id = DraftID.unplaced(nextUnplaced)
    nextUnplaced += 1
    var editor = RequestEditor(saved: isModified ? SavedRequest(name: request.name) : request)
    if isModified { editor.replaceDraft(request) }
    drafts[id] = editor
    noteModified()
    tree.select(.unplaced(nextUnplaced - 1))
    focus = .request
    return openRequest(id)
  }

  private mutating func take(_ workspace: Workspace, _ path: String, _ version: FileVersion) -> [Effect] {
    tree.saved(workspace, at: path, version: version)
    for id in drafts.keys {
      guard case .item(let item) = id, case .request(let request)? = workspace.items.item(item)?.content else {
        continue
      }
      drafts[id]?.markSaved(request)
    }
    noteModified()
    message = .note("Saved \(path)")
    if quitsWhenSaved, !hasUnsavedWork { return [.journal(recovered), .quit] }
    return [.journal(journalled)]
  }

  mutating func restoreDrafts() -> [Effect] {
    var effects: [Effect] = []
    for draft in recovered {
      if let path = draft.workspacePath, let item = tree.item(at: draft.itemPath, in: path),
        let saved = tree.request(item)
      {
        var editor = RequestEditor(saved: saved)
        editor.replaceDraft(draft.request)
        drafts[.item(item)] = editor
        open = nil
        effects += openRequest(.item(item))
        tree.select(.item(item))
      } else {
        effects += openUnplaced(draft.request, isModified: true)
      }
    }
    recovered = []
    noteModified()
    return effects + [.journal(journalled)]
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
