/// Why saved work could not be read or written; what was typed is not touched by it.
package enum WorkspaceError: Error, Sendable, Hashable {
  /// Somebody else wrote the file since it was read: overwrite it (save expecting nothing) or load it again.
  case changedOnDisk(path: String)
  case removedOnDisk(path: String)
  /// What stands on the disk is no workspace and is never overwritten.
  case unreadableOnDisk(path: String, reason: String)
  case notWritten(path: String, errno: Int32)
  case notRead(path: String, errno: Int32)
  case emptyName
  case directoryMissing(path: String)
  case directoryNotMade(path: String, errno: Int32)
  case noHome

  /// Whether the file changed since it was read, so that the user must choose.
  package var isConflict: Bool {
    switch self {
    case .changedOnDisk, .removedOnDisk: true
    default: false
    }
  }
}

extension WorkspaceError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .changedOnDisk(let path):
      "“\(path)” was changed on disk since it was read: overwrite it, or read it again and lose the changes made here."
    case .removedOnDisk(let path):
      "“\(path)” was removed since it was read: write it again, or give the changes up."
    case .unreadableOnDisk(let path, let reason):
      "“\(path)” was not written, because what stands there now is not a workspace and would be lost (\(reason)) "
        + "Correct the file or move it away."
    case .notWritten(let path, let code):
      "“\(path)” was not saved: \(FileFailure.words(code)). The changes are still here; save again when that is solved."
    case .notRead(let path, let code): "“\(path)” cannot be read: \(FileFailure.words(code))."
    case .emptyName: "A workspace needs a name with a letter or a digit in it."
    case .directoryMissing(let path): "The folder “\(path)” does not exist: make it, or name another one."
    case .directoryNotMade(let path, let code): "The folder “\(path)” cannot be made: \(FileFailure.words(code))."
    case .noHome: "HOME is not set, so there is no place for workspaces: set it, or give --workspaces DIR."
    }
  }
}
