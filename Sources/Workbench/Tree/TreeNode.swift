package import Workspaces

/// Names a row of the tree: a workspace file, an item in one, or a draft that has no place yet.
package enum TreeNode: Sendable, Hashable {
  case workspace(path: String)
  case item(WorkspaceItem.ID)
  case unplaced(Int)
}

/// One row of the tree, as a view draws it.
package struct TreeRow: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case workspace
    case folder
    case request(method: String)
    /// A file that cannot be read; the text says where and why.
    case unreadable(reason: String)
  }

  package var node: TreeNode
  package var depth: Int
  package var kind: Kind
  package var name: String
  /// Nil where there is nothing to fold.
  package var isUnfolded: Bool?
  package var isModified: Bool
}
