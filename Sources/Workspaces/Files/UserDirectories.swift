import Foundation

/// Where a user's files belong, by the XDG Base Directory Specification.
enum UserDirectories {
  /// The directory for data (saved work).
  static func data(_ environment: [String: String]) throws(WorkspaceError) -> String {
    try directory("XDG_DATA_HOME", ".local/share", environment)
  }

  /// The directory for state (drafts).
  static func state(_ environment: [String: String]) throws(WorkspaceError) -> String {
    try directory("XDG_STATE_HOME", ".local/state", environment)
  }

  /// The directory for configuration (settings).
  static func configuration(_ environment: [String: String]) throws(WorkspaceError) -> String {
    try directory("XDG_CONFIG_HOME", ".config", environment)
  }

  private static func directory(
    _ variable: String, _ standard: String, _ environment: [String: String]
  ) throws(WorkspaceError) -> String {
    // The specification has a path that is not absolute ignored.
    let base: String
    if let given = environment[variable], given.hasPrefix("/") {
      base = given
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      base = "\(home)/\(standard)"
    } else {
      throw .noHome
    }
    return "\(base)/barewire"
  }

  /// Makes a directory and those above it; those above get mode 0777 less the process's mask.
  static func make(_ path: String, mode: mode_t) throws(WorkspaceError) {
    if isDirectory(path) { return }
    let parent = AtomicFile.directory(of: path)
    if parent != path, parent != "." { try make(parent, mode: 0o777) }
    guard mkdir(path, mode) == 0 || errno == EEXIST && isDirectory(path) else {
      throw .directoryNotMade(path: path, errno: errno)
    }
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
