package import Workspaces

/// A saved request, and where it stands.
package struct SavedRequestPlace: Sendable, Equatable {
  package var request: SavedRequest
  package var file: WorkspaceFile
  /// Names from the workspace down to the request.
  package var names: [String]

  /// The names with slashes between them, as a person gives them.
  package var path: String { names.joined(separator: "/") }

  /// The environment of a name; without one the workspace's first, as in the workbench.
  package func environment(named name: String?) throws(RequestLookupError) -> VariableEnvironment? {
    let environments = file.workspace.environments
    guard let name else { return environments.first }
    if let found = environments.first(where: { $0.name == name }) { return found }
    throw .unknownEnvironment(name: name, workspace: file.workspace.name, known: environments.map(\.name))
  }
}
