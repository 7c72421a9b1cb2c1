import Foundation

/// The workspaces that a new user opens first, carried inside the program for those who install only the binary.
///
/// They are the files of the package's `Workspaces` folder; a test holds the two equal and writes the embedded ones anew where
/// they differ.
package enum SampleWorkspaces {
  /// File name and bytes of each, by name.
  package static let files: [(name: String, bytes: [UInt8])] = embedded.map { ($0.name, Array($0.text.utf8)) }

  /// Writes those that are missing into a folder.
  package static func write(to directory: String) throws(WorkspaceError) {
    for file in files {
      let path = "\(directory)/\(file.name)"
      do throws(FileProblem) {
        _ = try AtomicFile().write(file.bytes, to: path, on: .fail)
      } catch {
        if error.code != EEXIST { throw .notWritten(path: path, errno: error.code) }
      }
    }
  }
}
