/// A file of the folder of workspaces.
package enum WorkspaceEntry: Sendable, Hashable {
  case workspace(WorkspaceFile)
  case unreadable(UnreadableWorkspace)

  package var path: String {
    switch self {
    case .workspace(let file): file.path
    case .unreadable(let file): file.path
    }
  }
}
