package import Workspaces

/// Why a saved request cannot be found by its name.
package enum RequestLookupError: Error, Equatable, Sendable {
  case unknown(name: String, near: [String])
  case ambiguous(name: String, paths: [String])
  /// The workspace that is meant cannot be read.
  case unreadable(UnreadableWorkspace)
  case noRequests(directory: String)
  case unknownEnvironment(name: String, workspace: String, known: [String])
}

extension RequestLookupError: CustomStringConvertible {
  /// One sentence for a person.
  package var description: String {
    switch self {
    case .unknown(let name, let near):
      "No saved request is called “\(name)”: "
        + (near.isEmpty
          ? "give WORKSPACE/REQUEST, or a URL with http:// or https:// in front."
          : "did you mean \(Self.list(near))?")
    case .ambiguous(let name, let paths):
      "“\(name)” can be \(Self.list(paths)): give more of the path."
    case .unreadable(let file):
      "The workspace “\(file.path)” cannot be read: \(file.description)"
    case .noRequests(let directory):
      "There are no saved requests in “\(directory)”: name another folder with --workspaces DIR, or give a URL with "
        + "http:// or https:// in front."
    case .unknownEnvironment(let name, let workspace, let known):
      "The workspace “\(workspace)” has no environment “\(name)”: "
        + (known.isEmpty ? "it has none at all." : "it has \(Self.list(known)).")
    }
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "“\($0)”" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
