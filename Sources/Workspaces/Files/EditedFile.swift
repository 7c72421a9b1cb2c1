import Foundation

/// A text while another program edits it: a file that only the user can read, in the state directory.
///
/// It stays where it is until `remove`, so that nothing is lost when that program fails.
package struct EditedFile: Sendable, Hashable {
  package let path: String

  /// Writes a text to a new file; the ending tells the program what it is.
  package init(_ bytes: [UInt8], ending: String, directory: String? = nil) throws(WorkspaceError) {
    try self.init(ending: ending, directory: directory)
    do throws(FileProblem) {
      _ = try AtomicFile().write(bytes, to: path, mode: 0o600, on: .fail)
    } catch {
      throw .notWritten(path: path, errno: error.code)
    }
  }

  /// A new file for somebody else to write.
  package init(ending: String, directory: String? = nil) throws(WorkspaceError) {
    let parent: String
    if let directory {
      parent = directory
    } else {
      parent = try UserDirectories.state(ProcessInfo.processInfo.environment)
    }
    let directory = "\(parent)/edits"
    try UserDirectories.make(directory, mode: 0o700)
    path = "\(directory)/text-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).\(ending)"
  }

  /// When it was changed last, and by its size and place whether it is the same; nil where it is not there.
  package var version: [Int]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [Int(status.st_mtim.tv_sec), status.st_mtim.tv_nsec, Int(status.st_size), Int(status.st_ino)]
  }

  package func read() throws(WorkspaceError) -> [UInt8] {
    do throws(FileProblem) {
      return try FileBytes.read(path).bytes
    } catch {
      throw .notRead(path: path, errno: error.code)
    }
  }

  package func remove() { unlink(path) }
}
