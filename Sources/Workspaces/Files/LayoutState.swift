import Foundation

/// How the user has divided the screen, in thousandths of what is divided; nil leaves it to the program.
package struct LayoutState: Sendable, Hashable, Codable {
  /// Of the screen's width.
  package var tree: Int?
  /// Of the screen's height.
  package var request: Int?
  package var connection: Int?
  /// Of the answer's width, or of its height where headers stand above the body.
  package var headers: Int?

  package init() {}
}

/// Keeps the division of the screen in the XDG state directory's `barewire`; nothing depends on it, so that a file that
/// cannot be read or written is no problem worth a word.
package actor LayoutFile {
  private let path: String?

  /// Without a directory it is the XDG state directory's `barewire`.
  package init(directory: String? = nil) {
    let directory = directory ?? (try? UserDirectories.state(ProcessInfo.processInfo.environment))
    path = directory.map { "\($0)/layout.json" }
  }

  /// What was kept last.
  package nonisolated func read() -> LayoutState {
    guard let path, let bytes = try? FileBytes.read(path).bytes else { return LayoutState() }
    return (try? JSONDecoder().decode(LayoutState.self, from: Data(bytes))) ?? LayoutState()
  }

  package func write(_ state: LayoutState) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let path, let data = try? encoder.encode(state) else { return }
    try? UserDirectories.make(AtomicFile.directory(of: path), mode: 0o700)
    _ = try? AtomicFile().write(Array(data) + [0x0A], to: path, mode: 0o600)
  }
}
