/// A workspace as it was read from its file.
package struct WorkspaceFile: Sendable, Hashable {
  package var path: String
  package var workspace: Workspace
  /// What was read; a save gives it back so that changes by others are noticed.
  package var version: FileVersion

  package init(path: String, workspace: Workspace, version: FileVersion) {
    self.path = path
    self.workspace = workspace
    self.version = version
  }
}
