package import Workspaces

/// The tree of workspaces: what is in it, what is folded, what the filter leaves, where the cursor is.
package struct WorkspaceTree: Sendable {
  /// A workspace as it stands, with its unsaved changes.
  package struct OpenWorkspace: Sendable {
    package var path: String
    package var workspace: Workspace
    package var version: FileVersion?
    package var isModified: Bool
  }

  package enum Entry: Sendable {
    case workspace(OpenWorkspace)
    case unreadable(UnreadableWorkspace)

    init(_ entry: WorkspaceEntry) {
      switch entry {
      case .workspace(let file):
        self = .workspace(
          OpenWorkspace(path: file.path, workspace: file.workspace, version: file.version, isModified: false))
      case .unreadable(let file): self = .unreadable(file)
      }
    }

    package var path: String {
      switch self {
      case .workspace(let open): open.path
      case .unreadable(let file): file.path
      }
    }
  }

  package private(set) var entries: [Entry] = []
  package private(set) var rows: [TreeRow] = []
  package private(set) var cursor = 0
  package private(set) var top = 0
  package private(set) var filter = ""
  private var folded: Set<TreeNode> = []
  private var undoStack: [(path: String, workspace: Workspace, wasModified: Bool)] = []
  private var nextItem: UInt64 = 1 << 40
  /// Rows of the drafts that have no place yet; they stand at the top.
  private var unplaced: [TreeRow] = []
  /// Items whose drafts differ from what is saved, with the drafts' methods.
  private var modifiedItems: [WorkspaceItem.ID: String] = [:]
  private var height = 20

  package init() {}

  // MARK: What is in it

  /// Replaces everything, or only the workspace at a path, by what was read; at the start only the first one is unfolded.
  package mutating func load(_ loaded: [WorkspaceEntry], only path: String? = nil) {
    let isFirst = entries.isEmpty
    let node = nodeAtCursor
    let read = loaded.map(Entry.init)
    if let path {
      guard let new = read.first(where: { $0.path == path }), let old = entries.firstIndex(where: { $0.path == path })
      else { return }
      entries[old] = new
    } else {
      entries = read
    }
    if isFirst { foldAtStart() }
    undoStack = []
    refresh(keeping: node)
  }

  /// Leaves only the first workspace and its first folder unfolded.
  private mutating func foldAtStart() {
    folded = Set(entries.dropFirst().map { .workspace(path: $0.path) })
    for open in workspaces {
      let folders = open.workspace.items.filter { if case .folder = $0.content { true } else { false } }
      folded.formUnion(folders.dropFirst().map { .item($0.id) })
    }
  }

  package func workspace(at path: String) -> OpenWorkspace? {
    for case .workspace(let open) in entries where open.path == path { return open }
    return nil
  }

  package var workspaces: [OpenWorkspace] {
    entries.compactMap { if case .workspace(let open) = $0 { open } else { nil } }
  }

  package func request(_ id: WorkspaceItem.ID) -> SavedRequest? {
    for open in workspaces {
      if case .request(let request)? = open.workspace.items.item(id)?.content { return request }
    }
    return nil
  }

  /// The path of the workspace file that holds an item.
  package func path(of id: WorkspaceItem.ID) -> String? {
    workspaces.first { $0.workspace.items.item(id) != nil }?.path
  }

  /// Workspace, folders and name of an item, outermost first.
  package func names(to id: WorkspaceItem.ID) -> [String] {
    for open in workspaces {
      if let names = open.workspace.items.names(to: id) { return [open.workspace.name] + names }
    }
    return []
  }

  /// The item that the names (as `names(to:)` gives them, without the workspace) lead to.
  package func item(at names: [String], in path: String) -> WorkspaceItem.ID? {
    workspace(at: path)?.workspace.items.item(at: names[...])
  }

  // MARK: Cursor and filter

  package var rowAtCursor: TreeRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }
  package var nodeAtCursor: TreeNode? { rowAtCursor?.node }

  /// The workspace that the cursor is in.
  package var pathAtCursor: String? {
    switch nodeAtCursor {
    case .workspace(let path): path
    case .item(let id): path(of: id)
    case .unplaced, nil: nil
    }
  }

  package mutating func setHeight(_ rows: Int) {
    height = max(1, rows)
    follow()
  }

  package mutating func move(to row: Int) {
    cursor = min(max(0, row), max(0, rows.count - 1))
    follow()
  }

  package mutating func select(_ node: TreeNode) {
    guard let row = rows.firstIndex(where: { $0.node == node }) else { return }
    move(to: row)
  }

  package mutating func scroll(by count: Int) {
    top = min(max(0, top + count), max(0, rows.count - height))
  }

  package mutating func setFilter(_ text: String) {
    let node = nodeAtCursor
    filter = text
    refresh(keeping: node)
    if !text.isEmpty, rowAtCursor.map({ !matches($0.name) }) ?? true,
      let first = rows.firstIndex(where: { if case .request = $0.kind { matches($0.name) } else { false } })
    {
      move(to: first)
    }
  }

  package mutating func setFolded(_ isFolded: Bool, at node: TreeNode) {
    if isFolded { folded.insert(node) } else { folded.remove(node) }
    refresh(keeping: node)
  }

  /// Moves the cursor to the row that holds the row under the cursor.
  package mutating func moveToParent() {
    guard let row = rowAtCursor else { return }
    if let parent = rows[..<cursor].lastIndex(where: { $0.depth < row.depth }) { move(to: parent) }
  }

  package mutating func setModified(_ items: [WorkspaceItem.ID: String], unplaced: [TreeRow]) {
    guard items != modifiedItems || unplaced != self.unplaced else { return }
    modifiedItems = items
    self.unplaced = unplaced
    refresh(keeping: nodeAtCursor)
  }

  // MARK: Changes

  /// Changes the workspace at a path; the change can be undone.
  package mutating func change(_ path: String, _ body: (inout Workspace) -> Void) {
    let node = nodeAtCursor
    guard let index = entries.firstIndex(where: { $0.path == path }), case .workspace(var open) = entries[index]
    else { return }
    undoStack.append((path, open.workspace, open.isModified))
    if undoStack.count > 100 { undoStack.removeFirst() }
    body(&open.workspace)
    open.isModified = true
    entries[index] = .workspace(open)
    refresh(keeping: node)
  }

  /// Takes the last change back; nil when there is none, else the path of its workspace.
  package mutating func undo() -> String? {
    guard let last = undoStack.popLast(), let index = entries.firstIndex(where: { $0.path == last.path }),
      case .workspace(var open) = entries[index]
    else { return nil }
    open.workspace = last.workspace
    open.isModified = last.wasModified
    entries[index] = .workspace(open)
    refresh(keeping: nodeAtCursor)
    return last.path
  }

  /// A workspace was written: its file is now at this version and holds what is here.
  package mutating func saved(_ workspace: Workspace, at path: String, version: FileVersion) {
    if let index = entries.firstIndex(where: { $0.path == path }) {
      entries[index] = .workspace(
        OpenWorkspace(path: path, workspace: workspace, version: version, isModified: false))
    } else {
      entries.append(
        .workspace(OpenWorkspace(path: path, workspace: workspace, version: version, isModified: false)))
    }
    undoStack.removeAll { $0.path == path }
    refresh(keeping: nodeAtCursor)
  }

  package mutating func makeItem(_ content: WorkspaceItem.Content) -> WorkspaceItem {
    nextItem += 1
    return WorkspaceItem(
      id: WorkspaceItem.ID(nextItem),
      content: content.withFreshIDs {
        nextItem += 1; return nextItem
      })
  }

  // MARK: Rows

  private func matches(_ name: String) -> Bool { name.localizedFold.contains(filter.localizedFold) }

  private mutating func refresh(keeping node: TreeNode?) {
    rows = unplaced.filter { filter.isEmpty || matches($0.name) }
    let needle = filter.localizedFold
    for entry in entries {
      switch entry {
      case .unreadable(let file):
        rows.append(
          TreeRow(
            node: .workspace(path: file.path), depth: 0, kind: .unreadable(reason: file.description),
            name: file.path.fileName, isUnfolded: nil, isModified: false))
      case .workspace(let open):
        let node = TreeNode.workspace(path: open.path)
        let header = rows.count
        let isUnfolded = !needle.isEmpty || !folded.contains(node)
        rows.append(
          TreeRow(
            node: node, depth: 0, kind: .workspace, name: open.workspace.name, isUnfolded: isUnfolded,
            isModified: open.isModified))
        guard isUnfolded else { continue }
        let hasMatch = append(open.workspace.items, depth: 1, needle: needle, parentMatches: false)
        if !needle.isEmpty, !hasMatch, !open.workspace.name.localizedFold.contains(needle) {
          rows.removeSubrange(header...)
        }
      }
    }
    if let node, let row = rows.firstIndex(where: { $0.node == node }) { cursor = row }
    move(to: cursor)
  }

  /// Appends the rows of items that the filter leaves; whether there was any.
  private mutating func append(_ items: [WorkspaceItem], depth: Int, needle: String, parentMatches: Bool) -> Bool {
    var hasMatch = false
    for item in items {
      let node = TreeNode.item(item.id)
      switch item.content {
      case .request(let request):
        guard
          needle.isEmpty || parentMatches || request.name.localizedFold.contains(needle)
            || request.url.localizedFold.contains(needle)
        else { continue }
        hasMatch = true
        rows.append(
          TreeRow(
            node: node, depth: depth, kind: .request(method: modifiedItems[item.id] ?? request.method),
            name: request.name, isUnfolded: nil, isModified: modifiedItems[item.id] != nil))
      case .folder(let folder):
        let header = rows.count
        let isMatch = !needle.isEmpty && folder.name.localizedFold.contains(needle)
        let isUnfolded = !needle.isEmpty || !folded.contains(node)
        rows.append(
          TreeRow(
            node: node, depth: depth, kind: .folder, name: folder.name, isUnfolded: isUnfolded, isModified: false))
        var hasInner = false
        if isUnfolded {
          hasInner = append(
            folder.items, depth: depth + 1, needle: needle, parentMatches: parentMatches || isMatch)
        }
        if needle.isEmpty || hasInner || isMatch { hasMatch = true } else { rows.removeSubrange(header...) }
      }
    }
    return hasMatch
  }

  private mutating func follow() {
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, max(0, rows.count - height)))
  }
}

extension String {
  /// For matching as one types: without regard to case.
  fileprivate var localizedFold: String { lowercased() }

  /// The last part of a path.
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
