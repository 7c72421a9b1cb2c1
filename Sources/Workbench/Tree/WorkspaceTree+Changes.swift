package import Workspaces

/// Changing workspaces, with undo, and taking what was saved.
extension WorkspaceTree {
  private static let undoLimit = 100

  /// Changes the workspace at a path; the change can be undone.
  package mutating func change(_ path: String, _ body: (inout Workspace) -> Void) {
    guard let index = entries.firstIndex(where: { $0.path == path }), case .workspace(var open) = entries[index]
    else { return }
    var changed = open.workspace
    body(&changed)
    guard changed != open.workspace else { return }
    undoStack.append((path, open.workspace))
    if undoStack.count > Self.undoLimit { undoStack.removeFirst() }
    open.workspace = changed
    open.isModified = changed != open.written
    entries[index] = .workspace(open)
    refresh(keeping: nodeAtCursor)
  }

  /// Takes the last change of places and names back; nil when there is none, else the path of its workspace.
  ///
  /// What the requests hold stays: it may have been saved since, and a request has an undo of its own.
  package mutating func undo() -> String? {
    guard let last = undoStack.popLast(), let index = entries.firstIndex(where: { $0.path == last.path }),
      case .workspace(var open) = entries[index]
    else { return nil }
    var workspace = last.workspace
    workspace.items.takeRequests(from: open.workspace.items.requests)
    open.workspace = workspace
    open.isModified = workspace != open.written
    entries[index] = .workspace(open)
    refresh(keeping: nodeAtCursor)
    return last.path
  }

  /// Takes what was written to a file; what was changed in the tree while it was being written stays.
  ///
  /// `base` is the tree's workspace when it was given to be written.
  package mutating func saved(_ workspace: Workspace, from base: Workspace?, at path: String, version: FileVersion) {
    if let index = entries.firstIndex(where: { $0.path == path }), case .workspace(var open) = entries[index] {
      if let base, base != open.workspace {
        open.workspace.items.takeRequests(from: workspace.items.requests)
      } else {
        open.workspace = workspace
      }
      open.written = workspace
      open.isModified = open.workspace != workspace
      open.version = version
      entries[index] = .workspace(open)
    } else {
      entries.append(.workspace(OpenWorkspace(path: path, workspace: workspace, version: version)))
    }
    refresh(keeping: nodeAtCursor)
  }
}

extension [WorkspaceItem] {
  /// All requests in it, at any depth.
  fileprivate var requests: [WorkspaceItem.ID: SavedRequest] {
    var requests: [WorkspaceItem.ID: SavedRequest] = [:]
    func add(_ items: [WorkspaceItem]) {
      for item in items {
        switch item.content {
        case .request(let request): requests[item.id] = request
        case .folder(let folder): add(folder.items)
        }
      }
    }
    add(self)
    return requests
  }

  /// Takes what each request holds, apart from its name.
  fileprivate mutating func takeRequests(from requests: [WorkspaceItem.ID: SavedRequest]) {
    for index in indices {
      switch self[index].content {
      case .request(let old):
        guard var request = requests[self[index].id] else { continue }
        request.name = old.name
        self[index].content = .request(request)
      case .folder(var folder):
        folder.items.takeRequests(from: requests)
        self[index].content = .folder(folder)
      }
    }
  }
}
