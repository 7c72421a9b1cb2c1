import Workspaces

/// Changing what the tree holds: making, naming, moving and deleting items.
extension Workbench {
  private static let newRequestName = "New request"

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
      askForName()
    case .duplicate: return duplicate()
    case .delete: return delete()
    case .undoTree:
      return undoInTree()
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

  mutating func put(_ item: WorkspaceItem, in path: String) {
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
    return openRequest(.item(item.id), inNewTab: true)
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
    let name = tree.rowAtCursor?.name ?? ""
    switch tree.nodeAtCursor {
    case .item(let id):
      guard let path = tree.path(of: id) else { return [] }
      tree.change(path) { _ = $0.items.remove(id) }
    case .unplaced(let number):
      guard let editor = drafts.removeValue(forKey: .unplaced(number)) else { return [] }
      droppedDrafts.append(DroppedDraft(id: .unplaced(number), editor: editor, treeChanges: tree.undoStack.count))
      noteModified()
    case .workspace, nil:
      message = .note("A workspace is a file: delete it in the shell")
      return []
    }
    message = .note("Deleted “\(name)”; u brings it back")
    return closeWhatIsGone() + [.journal(journalled)]
  }

  private mutating func undoInTree() -> [Effect] {
    if let last = droppedDrafts.last, last.treeChanges >= tree.undoStack.count {
      droppedDrafts.removeLast()
      drafts[last.id] = last.editor
      noteModified()
      if case .unplaced(let number) = last.id { tree.select(.unplaced(number)) }
    } else if tree.undo() != nil {
      // A draft has its item's name.
      for case .item(let item) in drafts.keys {
        if let name = tree.request(item)?.name, name != drafts[.item(item)]?.draft.name {
          drafts[.item(item)]?.rename(name)
        }
      }
    } else {
      message = .note("Nothing to undo in the tree")
      return []
    }
    message = .note("Undone")
    return closeWhatIsGone() + [.journal(journalled)]
  }

  private mutating func askForName() {
    guard let row = tree.rowAtCursor else { return }
    var name = row.name
    switch (row.kind, row.node) {
    case (.unreadable, _):
      message = .problem("This file cannot be read: mend it first, then read the workspaces again with R")
      return
    case (_, .unplaced(let number)): name = drafts[.unplaced(number)]?.draft.name ?? ""
    default: break
    }
    popup = .prompt(Prompt(purpose: .renameItem(row.node), title: "New name", text: name))
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
}

/// A draft without a place that was deleted.
struct DroppedDraft: Sendable {
  var id: DraftID
  var editor: RequestEditor
  /// How many changes of the tree could be undone then: what was done last is undone first.
  var treeChanges: Int
}
