import Foundation
import Subprocess
import SystemPackage

/// A program of the person's own that has the terminal for a while: an editor or a pager.
struct TerminalProgram: Sendable {
  /// As the shell reads it: it may hold arguments.
  let command: String
  /// The variable to set for another one.
  private let variable: String

  /// `$VISUAL`, else `$EDITOR`, else vi.
  static var editor: TerminalProgram { TerminalProgram(["VISUAL", "EDITOR"], else: "vi") }

  /// `$PAGER`, else less.
  static var pager: TerminalProgram { TerminalProgram(["PAGER"], else: "less") }

  private init(_ variables: [String], else standard: String) {
    let environment = ProcessInfo.processInfo.environment
    command = variables.compactMap { environment[$0] }.first { !$0.isEmpty } ?? standard
    variable = variables.last ?? ""
  }

  /// Runs it with a file to open; nil when it ended well, else what to tell, without the end of the sentence.
  ///
  /// The terminal must have been given up.
  func run(opening path: String) async -> String? {
    await run("\(command) \"$1\"", [path], input: .standardInput)
  }

  /// Runs it with an open file as its input, from where that stands.
  func run(reading input: FileDescriptor) async -> String? {
    await run(command, [], input: input)
  }

  private func run(_ script: String, _ arguments: [String], input: FileDescriptor) async -> String? {
    // less with `F` ends at once with a short text, which would flash by.
    let options = ProcessInfo.processInfo.environment["LESS"].map { "\($0) -+F" }
    do {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: .init(["-c", script, "sh"] + arguments),
        environment: .inherit.updating(["LESS": options]),
        input: .fileDescriptor(input, closeAfterSpawningProcess: false),
        output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
      switch result.terminationStatus {
      case .exited(0): return nil
      case .exited(127): return "“\(command)” was not found: set \(variable) to another program"
      case .exited(let status): return "“\(command)” ended with status \(status)"
      case .signaled(let signal): return "“\(command)” was ended by signal \(signal)"
      }
    } catch {
      return "“\(command)” could not be started"
    }
  }
}
