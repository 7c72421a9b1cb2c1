import Foundation

/// A file whose bytes are a request's body, looked at when the request is prepared.
struct BodyFile {
  var path: String
  var length: Int

  /// Finds the file of a path as typed: "~/" is the home directory, a relative path starts at `baseDirectory`.
  init(_ typed: String, baseDirectory: String?) throws(ComposeError) {
    if typed.isEmpty { throw .noBodyFile }
    path = Self.absolute(typed, baseDirectory: baseDirectory)
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .bodyFileMissing(path: path) }
      throw .bodyFileUnreadable(path: path, reason: FileFailure.words(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .bodyFileNotRegular(path: path) }
    guard access(path, R_OK) == 0 else {
      throw .bodyFileUnreadable(path: path, reason: FileFailure.words(errno))
    }
    length = Int(status.st_size)
  }

  static func absolute(_ typed: String, baseDirectory: String?) -> String {
    if typed.hasPrefix("/") { return typed }
    if typed.hasPrefix("~/"), let home = ProcessInfo.processInfo.environment["HOME"], !home.isEmpty {
      return home + typed.dropFirst()
    }
    return baseDirectory.map { "\($0)/\(typed)" } ?? typed
  }
}
