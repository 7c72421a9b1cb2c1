import BenchmarkSupport

/// A program in a tmux of its own, at whose client a person would sit.
final class TmuxSession {
  /// The client's terminal.
  let terminal: PseudoTerminal
  /// The program's process.
  let program: Int32
  private let client: Child
  private let socket: String
  private let folder: TemporaryFolder

  /// Starts it and returns when it has shown all of `marks`.
  init(_ command: [String], in folder: TemporaryFolder, name: String, marks: [String]) throws {
    self.folder = folder
    terminal = try PseudoTerminal(width: 160, height: 50)
    socket = folder.file(name)
    let options = ["status off", "escape-time 0"].flatMap {
      [";", "set-option", "-g"] + $0.split(separator: " ").map(String.init)
    }
    client = try Child(
      "tmux", ["-S", socket, "-f", "/dev/null", "new-session"] + command + options, environment: folder.environment,
      terminal: terminal.path)
    try terminal.wait(for: marks)
    let answer = try Self.tmux(socket, ["display-message", "-p", "#{pane_pid}"], folder)
    guard let process = Int32(answer.filter(\.isNumber)) else {
      throw MeasurementFailure("tmux tells “\(answer)” as a process.")
    }
    program = process
  }

  deinit {
    _ = try? Self.tmux(socket, ["kill-server"], folder)
    _ = try? client.wait()
  }

  private static func tmux(_ socket: String, _ arguments: [String], _ folder: TemporaryFolder) throws -> String {
    try Child.output(of: "tmux", ["-S", socket] + arguments, environment: folder.environment).text
  }
}
