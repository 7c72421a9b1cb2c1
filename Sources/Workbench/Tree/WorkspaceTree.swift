package import Workspaces

/// The tree of workspaces: what is in it, what is folded, what the filter leaves, where the cursor is.
package struct WorkspaceTree: Sendable {
  /// A workspace as it stands, with its unsaved changes.
  package struct OpenWorkspace: Sendable {
    package var path: String
    package internal(set) var workspace: Workspace { didSet { outline = WorkspaceOutline(workspace) } }
    package var version: FileVersion?
    /// What the file holds.
    var written: Workspace
    /// Whether places or names differ from the file's; unsaved changes of requests are in their drafts.
    package var isModified: Bool
    private(set) var outline: WorkspaceOutline

    init(path: String, workspace: Workspace, version: FileVersion?) {
      self.path = path
      self.workspace = workspace
      self.version = version
      written = workspace
      isModified = false
      outline = WorkspaceOutline(workspace)
    }
  }

  package enum Entry: Sendable {
    case workspace(OpenWorkspace)
    case unreadable(UnreadableWorkspace)

    init(_ entry: WorkspaceEntry) {
      switch entry {
      case .workspace(let file):
        self = .workspace(OpenWorkspace(path: file.path, workspace: file.workspace, version: file.version))
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

  package internal(set) var entries: [Entry] = []
  package private(set) var rows: [TreeRow] = []
  package private(set) var cursor = 0
  package private(set) var top = 0
  package private(set) var filter = ""
  private var folded: Set<TreeNode> = []
  var undoStack: [(path: String, workspace: Workspace)] = []
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
      undoStack.removeAll { $0.path == path }
    } else {
      entries = read
      undoStack = []
    }
    if isFirst { foldAtStart() }
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

  /// The workspace that holds an item.
  func workspace(holding id: WorkspaceItem.ID) -> OpenWorkspace? {
    for case .workspace(let open) in entries where open.outline.places[id] != nil { return open }
    return nil
  }

  package func request(_ id: WorkspaceItem.ID) -> SavedRequest? {
    if case .request(let request)? = workspace(holding: id)?.workspace.items.item(id)?.content { request } else { nil }
  }

  /// The path of the workspace file that holds an item.
  package func path(of id: WorkspaceItem.ID) -> String? { workspace(holding: id)?.path }

  /// Workspace, folders and name of an item, outermost first.
  package func names(to id: WorkspaceItem.ID) -> [String] {
    guard let open = workspace(holding: id), let names = open.outline.names(to: id) else { return [] }
    return [open.workspace.name] + names
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
    guard height != max(1, rows) else { return }
    height = max(1, rows)
    follow()
  }

  package mutating func move(to row: Int) {
    cursor = min(max(0, row), max(0, rows.count - 1))
    follow()
  }

  /// Puts the cursor on a node; what holds it is unfolded.
  package mutating func select(_ node: TreeNode) {
    reveal(node)
    guard let row = rows.firstIndex(where: { $0.node == node }) else { return }
    move(to: row)
  }

  private mutating func reveal(_ node: TreeNode) {
    guard case .item(let id) = node, let open = workspace(holding: id) else { return }
    let above = [.workspace(path: open.path)] + open.outline.folders(above: id).map(TreeNode.item)
    guard !folded.isDisjoint(with: above) else { return }
    folded.subtract(above)
    refresh(keeping: nodeAtCursor)
  }

  package mutating func scroll(by count: Int) {
    top = min(max(0, top + count), max(0, rows.count - height))
  }

  /// Leaves the rows that match; without a filter the cursor's row stays in sight, whatever was folded.
  package mutating func setFilter(_ text: String) {
    guard text != filter else { return }
    let node = nodeAtCursor
    filter = text
    refresh(keeping: node)
    if text.isEmpty {
      if let node { select(node) }
      return
    }
    let needle = SearchedText(text)
    if let row = rowAtCursor, row.node == node, needle.isIn(row.name) { return }
    let first = rows.firstIndex { row in
      if case .request = row.kind { needle.isIn(row.name) } else { false }
    }
    if let first = first ?? rows.firstIndex(where: { if case .request = $0.kind { true } else { false } }) {
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

  package mutating func makeItem(_ content: WorkspaceItem.Content) -> WorkspaceItem {
    nextItem += 1
    return WorkspaceItem(
      id: WorkspaceItem.ID(nextItem),
      content: content.withFreshIDs {
        nextItem += 1; return nextItem
      })
  }

  // MARK: Rows

  mutating func refresh(keeping node: TreeNode?) {
    let needle = filter.isEmpty ? nil : SearchedText(filter)
    rows.removeAll(keepingCapacity: true)
    rows += unplaced.filter { row in needle.map { $0.isIn(row.name) } ?? true }
    for entry in entries {
      switch entry {
      case .unreadable(let file):
        rows.append(
          TreeRow(
            node: .workspace(path: file.path), depth: 0, kind: .unreadable(reason: file.description),
            name: file.path.fileName, isUnfolded: nil, isModified: false))
      case .workspace(let open): append(open, needle)
      }
    }
    if let node, let row = rows.firstIndex(where: { $0.node == node }) { cursor = row }
    move(to: cursor)
  }

  private mutating func append(_ open: OpenWorkspace, _ needle: SearchedText?) {
    let node = TreeNode.workspace(path: open.path)
    // A workspace whose own name matches is shown whole.
    let shown = needle.flatMap { $0.isIn(open.workspace.name) ? nil : open.outline.matches($0) }
    if let shown, !shown.contains(true) { return }
    let isUnfolded = needle != nil || !folded.contains(node)
    rows.append(
      TreeRow(
        node: node, depth: 0, kind: .workspace, name: open.workspace.name, isUnfolded: isUnfolded,
        isModified: open.isModified))
    guard isUnfolded else { return }
    let lines = open.outline.lines
    var index = 0
    while index < lines.count {
      let line = lines[index]
      let node = TreeNode.item(line.id)
      if let shown, !shown[index] {
        index = line.end
      } else if let method = line.method {
        let modified = modifiedItems.isEmpty ? nil : modifiedItems[line.id]
        rows.append(
          TreeRow(
            node: node, depth: line.depth, kind: .request(method: modified ?? method), name: line.name,
            isUnfolded: nil, isModified: modified != nil))
        index += 1
      } else {
        let isUnfolded = needle != nil || !folded.contains(node)
        rows.append(
          TreeRow(
            node: node, depth: line.depth, kind: .folder, name: line.name, isUnfolded: isUnfolded, isModified: false))
        index = isUnfolded ? index + 1 : line.end
      }
    }
  }

  private mutating func follow() {
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, max(0, rows.count - height)))
  }
}

extension String {
  /// The last part of a path.
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
