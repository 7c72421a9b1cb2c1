package import Workspaces

/// Finding and changing items in a tree of items.
extension [WorkspaceItem] {
  package func item(_ id: WorkspaceItem.ID) -> WorkspaceItem? {
    for item in self {
      if item.id == id { return item }
      if case .folder(let folder) = item.content, let found = folder.items.item(id) { return found }
    }
    return nil
  }

  package func item(at names: ArraySlice<String>) -> WorkspaceItem.ID? {
    guard let name = names.first else { return nil }
    for item in self where item.name == name {
      if names.count == 1 { return item.id }
      if case .folder(let folder) = item.content, let found = folder.items.item(at: names.dropFirst()) {
        return found
      }
    }
    return nil
  }

  /// Changes the item in place; whether it was there.
  @discardableResult
  package mutating func change(_ id: WorkspaceItem.ID, _ body: (inout WorkspaceItem) -> Void) -> Bool {
    withSiblings(of: id) { siblings, index in body(&siblings[index]) }
  }

  /// Takes the item out; nil when it is not there.
  package mutating func remove(_ id: WorkspaceItem.ID) -> WorkspaceItem? {
    var removed: WorkspaceItem?
    withSiblings(of: id) { siblings, index in removed = siblings.remove(at: index) }
    return removed
  }

  /// Puts an item behind another one, or into it when that is a folder; at the end when `id` is nil or gone.
  package mutating func insert(_ item: WorkspaceItem, after id: WorkspaceItem.ID?, intoFolder: Bool) {
    guard let id else { return append(item) }
    let isThere = withSiblings(of: id) { siblings, index in
      if intoFolder, case .folder(var folder) = siblings[index].content {
        folder.items.append(item)
        siblings[index].content = .folder(folder)
      } else {
        siblings.insert(item, at: index + 1)
      }
    }
    if !isThere { append(item) }
  }

  /// Moves an item one place up or down: past a request, into a folder that it meets, or out of its own at the end.
  package mutating func shift(_ id: WorkspaceItem.ID, down: Bool) {
    for index in indices {
      if self[index].id == id {
        let neighbour = down ? index + 1 : index - 1
        guard indices.contains(neighbour) else { return }
        let item = remove(at: index)
        let target = down ? index : neighbour
        if case .folder(var folder) = self[target].content {
          if down { folder.items.insert(item, at: 0) } else { folder.items.append(item) }
          self[target].content = .folder(folder)
        } else {
          insert(item, at: neighbour)
        }
        return
      }
      guard case .folder(var folder) = self[index].content, folder.items.item(id) != nil else { continue }
      let isAtEdge = (down ? folder.items.last : folder.items.first)?.id == id
      if isAtEdge, let item = folder.items.remove(id) {
        self[index].content = .folder(folder)
        insert(item, at: down ? index + 1 : index)
      } else {
        folder.items.shift(id, down: down)
        self[index].content = .folder(folder)
      }
      return
    }
  }

  @discardableResult
  private mutating func withSiblings(
    of id: WorkspaceItem.ID, _ body: (inout [WorkspaceItem], Int) -> Void
  ) -> Bool {
    for index in indices {
      if self[index].id == id {
        body(&self, index)
        return true
      }
      if case .folder(var folder) = self[index].content, folder.items.withSiblings(of: id, body) {
        self[index].content = .folder(folder)
        return true
      }
    }
    return false
  }
}

extension WorkspaceItem.Content {
  /// The same with new identities for everything inside: for a duplicate.
  func withFreshIDs(_ next: () -> UInt64) -> WorkspaceItem.Content {
    guard case .folder(var folder) = self else { return self }
    folder.items = folder.items.map { item in
      WorkspaceItem(id: WorkspaceItem.ID(next()), content: item.content.withFreshIDs(next))
    }
    return .folder(folder)
  }
}
