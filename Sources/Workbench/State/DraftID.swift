package import Workspaces

/// Names a request that is open for editing: one of a workspace, or one that has no place yet.
package enum DraftID: Sendable, Hashable {
  case item(WorkspaceItem.ID)
  case unplaced(Int)
}
