package import Workspaces

/// A line between panes that can be moved.
package enum Border: Sendable, Hashable, CaseIterable {
  /// Right of the workspaces.
  case tree
  /// Below the request.
  case request
  /// Below the connection.
  case connection
  /// Between headers and body.
  case headers

  /// Where the place of the line is kept.
  package var share: WritableKeyPath<LayoutState, Int?> {
    switch self {
    case .tree: \.tree
    case .request: \.request
    case .connection: \.connection
    case .headers: \.headers
    }
  }
}
