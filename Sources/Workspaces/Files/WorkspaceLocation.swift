import Foundation

/// Decides which folder holds the workspaces.
package enum WorkspaceLocation {
  /// The folder: the one given, else `./Workspaces` where there is one, else `barewire` in the user's XDG data directory, which
  /// is made and filled with the samples when it does not exist yet.
  package static func directory(
    given: String?, environment: [String: String] = ProcessInfo.processInfo.environment,
    workingDirectory: String = FileManager.default.currentDirectoryPath
  ) throws(WorkspaceError) -> String {
    if let given {
      let path = given.hasPrefix("/") ? given : "\(workingDirectory)/\(given)"
      guard UserDirectories.isDirectory(path) else { throw .directoryMissing(path: given) }
      return path
    }
    let here = "\(workingDirectory)/Workspaces"
    if UserDirectories.isDirectory(here) { return here }
    let own = try UserDirectories.data(environment)
    if !UserDirectories.isDirectory(own) {
      try UserDirectories.make(own, mode: 0o700)
      try SampleWorkspaces.write(to: own)
    }
    return own
  }
}
