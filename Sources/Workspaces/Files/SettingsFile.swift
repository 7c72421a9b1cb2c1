import Foundation

/// The user's settings file, and the themes in the folder beside it; what they mean is for others to read.
package struct SettingsFile: Sendable {
  /// A theme's name and its text.
  package struct Theme: Sendable {
    package var name: String
    /// The path below the settings file's folder.
    package var file: String
    package var bytes: [UInt8]
  }

  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The file given, else `settings.json` in the XDG configuration directory's `barewire`; nil where there is no home.
  package init?(
    given: String?, environment: [String: String] = ProcessInfo.processInfo.environment,
    workingDirectory: String = FileManager.default.currentDirectoryPath
  ) {
    if let given {
      path = given.hasPrefix("/") ? given : "\(workingDirectory)/\(given)"
    } else if let directory = try? UserDirectories.configuration(environment) {
      path = "\(directory)/settings.json"
    } else {
      return nil
    }
  }

  /// The file's own name.
  package var name: String { String(path.split(separator: "/").last ?? "settings.json") }

  package var directory: String { AtomicFile.directory(of: path) }

  package var themesDirectory: String { "\(directory)/themes" }

  /// Where the file really is: editors write there, however many links lead to it.
  package var directories: [String] {
    let real = URL(filePath: path).resolvingSymlinksInPath().path()
    let own = [directory, themesDirectory, AtomicFile.directory(of: real)]
    return own.reduce(into: []) { all, next in if !all.contains(next) { all.append(next) } }
  }

  /// Its bytes; nil where there is no such file.
  package func read() throws(WorkspaceError) -> [UInt8]? {
    do throws(FileProblem) {
      return try FileBytes.read(path).bytes
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw .notRead(path: path, errno: error.code)
    }
  }

  /// The `.json` files in the folder `themes`, by name; one that cannot be read is empty.
  package func themes() -> [Theme] {
    // Most people have none, and Foundation takes its time to say so.
    guard UserDirectories.isDirectory(themesDirectory) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: themesDirectory)) ?? []
    return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted().map { name in
      Theme(
        name: String(name.dropLast(5)), file: "themes/\(name)",
        bytes: (try? FileBytes.read("\(themesDirectory)/\(name)").bytes) ?? [])
    }
  }

  /// Writes the file whole, and makes its folder where there is none.
  package func write(_ bytes: [UInt8]) throws(WorkspaceError) {
    try UserDirectories.make(directory, mode: 0o700)
    do throws(FileProblem) {
      _ = try AtomicFile().write(bytes, to: path)
    } catch {
      throw .notWritten(path: path, errno: error.code)
    }
  }
}
