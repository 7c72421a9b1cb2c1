import Foundation

/// Paths as people type them.
enum HomePath {
  /// The path with a leading `~/` replaced by the home directory.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/") else { return path }
    return FileManager.default.homeDirectoryForCurrentUser.path() + path.dropFirst(2)
  }
}
