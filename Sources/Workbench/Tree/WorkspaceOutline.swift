import Workspaces

/// The items of a workspace in the order of their rows, with what the filter looks at: made once for each change of the
/// workspace, so that a keystroke in the filter is one pass over bytes.
struct WorkspaceOutline: Sendable {
  struct Line: Sendable {
    let id: WorkspaceItem.ID
    /// One for the items of the workspace itself.
    let depth: Int
    /// `nil` for a folder.
    let method: String?
    let name: String
    /// The line of the folder that holds it; -1 for none.
    let parent: Int
    /// The first line behind everything that it holds.
    fileprivate(set) var end: Int
    /// Its name, and a request's URL, in lower case.
    let searched: Range<Int>
  }

  private(set) var lines: [Line] = []
  /// Where each item is in `lines`.
  private(set) var places: [WorkspaceItem.ID: Int] = [:]
  private var bytes: [UInt8] = []

  init(_ workspace: Workspace) {
    add(workspace.items, depth: 1, parent: -1)
    places.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() { places[line.id] = index }
  }

  private mutating func add(_ items: [WorkspaceItem], depth: Int, parent: Int) {
    for item in items {
      let index = lines.count
      let start = bytes.count
      switch item.content {
      case .request(let request):
        bytes += SearchedText.folded(request.name)
        bytes.append(0x0A)
        bytes += SearchedText.folded(request.url)
        lines.append(
          Line(
            id: item.id, depth: depth, method: request.method, name: request.name, parent: parent, end: index + 1,
            searched: start..<bytes.count))
      case .folder(let folder):
        bytes += SearchedText.folded(folder.name)
        lines.append(
          Line(
            id: item.id, depth: depth, method: nil, name: folder.name, parent: parent, end: index + 1,
            searched: start..<bytes.count))
        add(folder.items, depth: depth + 1, parent: index)
        lines[index].end = lines.count
      }
    }
  }

  /// For each line whether the filter leaves it: what matches, what a matching folder holds, and the folders above.
  func matches(_ needle: SearchedText) -> [Bool] {
    var shown = [Bool](repeating: false, count: lines.count)
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < lines.count {
        let line = lines[index]
        guard needle.isIn(UnsafeRawBufferPointer(rebasing: bytes[line.searched])) else {
          index += 1
          continue
        }
        for inside in index..<line.end { shown[inside] = true }
        var parent = line.parent
        while parent >= 0, !shown[parent] {
          shown[parent] = true
          parent = lines[parent].parent
        }
        index = line.end
      }
    }
    return shown
  }

  /// The names of the folders above an item and its own, outermost first; nil when it is not here.
  func names(to id: WorkspaceItem.ID) -> [String]? {
    guard var index = places[id] else { return nil }
    var names: [String] = []
    while index >= 0 {
      names.append(lines[index].name)
      index = lines[index].parent
    }
    return names.reversed()
  }

  /// The folders above an item, innermost first.
  func folders(above id: WorkspaceItem.ID) -> [WorkspaceItem.ID] {
    guard let index = places[id] else { return [] }
    var folders: [WorkspaceItem.ID] = []
    var parent = lines[index].parent
    while parent >= 0 {
      folders.append(lines[parent].id)
      parent = lines[parent].parent
    }
    return folders
  }
}
