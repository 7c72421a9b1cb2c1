import BenchmarkSupport

/// `cat` at a terminal of its own: the time from a line to the same line is what the machine itself takes.
final class EchoTerminal {
  private let terminal: PseudoTerminal
  private let child: Child
  private var count = 0

  init(in folder: TemporaryFolder) throws {
    terminal = try PseudoTerminal(width: 80, height: 24)
    child = try Child(
      "sh", ["-c", "stty -echo; echo ready; exec cat"], environment: folder.environment, terminal: terminal.path)
    try terminal.wait(for: ["ready"])
  }

  deinit {
    child.end()
    _ = try? child.wait()
  }

  /// Milliseconds of one echo.
  func time() throws -> Double {
    count += 1
    let began = Moment.now
    try terminal.type("\(count)=\n")
    try terminal.wait(for: ["\(count)="])
    return began.milliseconds
  }
}
