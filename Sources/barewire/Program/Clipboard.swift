import Foundation
import Subprocess
import SystemPackage

/// The program that takes copies: the desktop's at this machine, else tmux; without one the terminal gets them (OSC 52).
///
/// Over SSH the desktop is another machine's, and tmux drops OSC 52 unless its `set-clipboard` is `on`.
struct ClipboardCommand: Sendable {
  /// More than this is a file, not something to paste; bytes.
  static let limit = 16 << 20
  /// A display that does not answer is not waited for.
  private static let patience = Duration.seconds(5)

  var path: String
  var arguments: [String]
  /// Where a copy is then, in words.
  var place: String

  /// The one that fits the surroundings, if there is one.
  static func fitting(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> ClipboardCommand? {
    func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
    func command(_ name: String, _ arguments: [String], _ place: String) -> ClipboardCommand? {
      let folders = (environment["PATH"] ?? "").split(separator: ":")
      let path = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      return path.map { ClipboardCommand(path: $0, arguments: arguments, place: place) }
    }
    let isRemote = isSet("SSH_CONNECTION") || isSet("SSH_TTY")
    if !isRemote, isSet("WAYLAND_DISPLAY"), let found = command("wl-copy", [], "the clipboard (wl-copy)") {
      return found
    }
    if !isRemote, isSet("DISPLAY") {
      let found =
        command("xclip", ["-selection", "clipboard"], "the clipboard (xclip)")
        ?? command("xsel", ["--clipboard", "--input"], "the clipboard (xsel)")
      if let found { return found }
    }
    return isSet("TMUX")
      ? command("tmux", ["load-buffer", "-w", "-"], "tmux's buffer, and to the clipboard as its set-clipboard allows")
      : nil
  }

  /// Hands bytes over; whether the program took them.
  func copy(_ bytes: [UInt8]) async -> Bool {
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        let result = try? await Subprocess.run(
          .path(FilePath(path)), arguments: Arguments(arguments), input: .array(bytes), output: .discarded,
          error: .discarded)
        return result?.terminationStatus == .exited(0)
      }
      group.addTask {
        try? await Task.sleep(for: Self.patience)
        return false
      }
      defer { group.cancelAll() }
      return await group.next() ?? false
    }
  }
}
