import Foundation
import JSONText

/// Reads and writes the workspaces of one folder.
///
/// Every `*.json` in the folder is a workspace; other files, hidden ones and folders inside are left alone. A file that cannot
/// be read is an entry with its reason, and is never overwritten.
package actor WorkspaceStore {
  package nonisolated let directory: String
  private let file: AtomicFile

  package init(directory: String, calls: FileCalls = .system) {
    self.directory = directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    file = AtomicFile(calls: calls)
  }

  /// All workspaces, by their `order`, then by file name; a missing folder has none.
  package func load() async -> [WorkspaceEntry] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: directory)
    } catch {
      var status = stat()
      if stat(directory, &status) != 0, errno == ENOENT { return [] }
      let reason =
        access(directory, R_OK | X_OK) == 0
        ? "The folder cannot be read." : "The folder cannot be read: \(FileFailure.words(errno))."
      return [.unreadable(UnreadableWorkspace(path: directory, reason: reason))]
    }
    let entries = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted(by: Self.comesBefore)
      .map { Self.read("\(directory)/\($0)") }
    // The sort is stable: files of the same order stay by name.
    return entries.sorted { Self.order($0) < Self.order($1) }
  }

  /// Reads one file.
  package static func read(_ path: String) -> WorkspaceEntry {
    do throws(FileProblem) {
      let (bytes, version, _) = try FileBytes.read(path)
      do throws(WorkspaceFormatError) {
        return .workspace(WorkspaceFile(path: path, workspace: try WorkspaceFormat.read(bytes), version: version))
      } catch {
        return .unreadable(
          UnreadableWorkspace(
            path: path, line: error.position.line, column: error.position.column, reason: error.message))
      }
    } catch {
      return .unreadable(UnreadableWorkspace(path: path, reason: "The file cannot be read: \(error.words)."))
    }
  }

  /// Writes a workspace and tells the file's new version.
  ///
  /// `expecting` is the version that was read: if the file is not that any more, `.changedOnDisk` or `.removedOnDisk` is
  /// thrown and nothing is written. Nil overwrites anyway, except a file that is not a workspace.
  package func save(
    _ workspace: Workspace, to path: String, expecting: FileVersion?
  ) async throws(WorkspaceError) -> FileVersion {
    try check(path, expecting: expecting)
    do throws(FileProblem) {
      return try file.write(WorkspaceFormat.write(workspace), to: path)
    } catch {
      throw .notWritten(path: path, errno: error.code)
    }
  }

  /// Makes a new, empty workspace; its file is named after it, with a number where that name is taken.
  package func create(named name: String) async throws(WorkspaceError) -> WorkspaceFile {
    let stem = Self.fileName(for: name)
    if stem.isEmpty { throw .emptyName }
    try UserDirectories.make(directory, mode: 0o777)
    let workspace = Workspace(name: name)
    for number in 1...999 {
      let path = "\(directory)/\(stem)\(number == 1 ? "" : "-\(number)").json"
      do throws(FileProblem) {
        let version = try file.write(WorkspaceFormat.write(workspace), to: path, on: .fail)
        return WorkspaceFile(path: path, workspace: workspace, version: version)
      } catch {
        if error.code != EEXIST { throw .notWritten(path: path, errno: error.code) }
      }
    }
    throw .notWritten(path: "\(directory)/\(stem).json", errno: EEXIST)
  }

  private func check(_ path: String, expecting: FileVersion?) throws(WorkspaceError) {
    let found: (bytes: [UInt8], version: FileVersion, mode: mode_t)
    do throws(FileProblem) {
      found = try FileBytes.read(path)
    } catch {
      if error.code == ENOENT {
        if expecting == nil { return }
        throw .removedOnDisk(path: path)
      }
      throw .notWritten(path: path, errno: error.code)
    }
    if let expecting {
      guard found.version.hasSameContent(as: expecting) else { throw .changedOnDisk(path: path) }
      return
    }
    do throws(WorkspaceFormatError) {
      _ = try WorkspaceFormat.read(found.bytes)
    } catch {
      throw .unreadableOnDisk(path: path, reason: error.description)
    }
  }

  private static func order(_ entry: WorkspaceEntry) -> Int {
    if case .workspace(let file) = entry, let order = file.workspace.order { order } else { Int.max }
  }

  private static func comesBefore(_ one: String, _ other: String) -> Bool {
    (one.lowercased(), one) < (other.lowercased(), other)
  }

  /// A name as a file's name: letters and digits in lower case, anything else as one hyphen.
  private static func fileName(for name: String) -> String {
    var stem = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        stem.unicodeScalars.append(scalar)
      } else if !stem.isEmpty, stem.last != "-" {
        stem += "-"
      }
      if stem.utf8.count > 80 { break }
    }
    while stem.last == "-" { stem.removeLast() }
    return stem
  }
}
