import Synchronization

/// A folder or a request in a workspace's tree.
package struct WorkspaceItem: Sendable, Hashable, Identifiable {
  /// Names an item for the life of the process; not saved.
  package struct ID: Sendable, Hashable {
    package let number: UInt64

    package init(_ number: UInt64) {
      self.number = number
    }

    private static let last = Atomic<UInt64>(0)

    /// An identity that no item read from a file has yet; they count up from 1.
    package static func next() -> ID {
      ID(last.wrappingAdd(1, ordering: .relaxed).newValue)
    }
  }

  package enum Content: Sendable, Hashable {
    case folder(Folder)
    case request(SavedRequest)
  }

  package struct Folder: Sendable, Hashable {
    package var name: String
    package var items: [WorkspaceItem]
    package var unknownMembers: [String: JSONValue]

    package init(name: String, items: [WorkspaceItem] = []) {
      self.name = name
      self.items = items
      self.unknownMembers = [:]
    }
  }

  package let id: ID
  package var content: Content

  package init(id: ID, content: Content) {
    self.id = id
    self.content = content
  }

  package var name: String {
    get {
      switch content {
      case .folder(let folder): folder.name
      case .request(let request): request.name
      }
    }
    set {
      switch content {
      case .folder(var folder):
        folder.name = newValue
        content = .folder(folder)
      case .request(var request):
        request.name = newValue
        content = .request(request)
      }
    }
  }
}
