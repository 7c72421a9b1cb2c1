import Foundation
import Glibc

/// A shell in a terminal of its own (a tmux server on a private socket), in which the program is started as by a person.
///
/// The shell is a plain `sh` without line editing: it leaves the terminal's modes as a program leaves them.
struct TerminalSession: Sendable {
  let sandbox: Sandbox

  /// Opens a terminal for the time of a body.
  ///
  /// Afterwards it is gone, and so must be the program: it is a failure when it outlives its terminal.
  static func with<Result>(
    _ sandbox: Sandbox, columns: Int = 120, rows: Int = 40, _ body: (TerminalSession) async throws -> Result
  ) async throws -> Result {
    let session = TerminalSession(sandbox: sandbox)
    try await session.open(columns: columns, rows: rows)
    let result: Result
    do {
      result = try await body(session)
    } catch {
      try? await session.close()
      throw error
    }
    try await session.close()
    return result
  }

  private func open(columns: Int, rows: Int) async throws {
    try await tmux(
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", sandbox.file("work"),
      "exec env -u TMUX PS1='$ ' sh -i", ";", "set-option", "-g", "history-limit", "5000", ";", "set-option", "-g",
      "set-clipboard", "off", ";", "pipe-pane", "exec cat >> \(sandbox.file("terminal-output"))")
    try await waitFor("the shell's prompt") { $0.rows.first == "$" }
  }

  private func close() async throws {
    let program = programIdentifier
    _ = try? await tmux("kill-server")
    guard let program else { return }
    do {
      try await Deadline.poll("the program to end with its terminal", within: .seconds(20)) {
        isAlive(program) ? nil : ()
      }
    } catch {
      kill(program, SIGKILL)
      throw error
    }
  }

  @discardableResult
  private func tmux(_ arguments: String...) async throws -> String {
    let result = try await Command.run(
      ["tmux", "-S", sandbox.file("tmux"), "-f", "/dev/null"] + arguments,
      environment: sandbox.environment.merging(["TERM": "xterm-256color"]) { $1 })
    guard result.status == 0 else { throw HarnessFailure("tmux \(arguments.first ?? ""): \(result.error)") }
    return result.text
  }

  // MARK: The program

  /// Starts the program from the shell.
  func start(
    _ arguments: [String] = [], terminal: String = "xterm-256color", environment: [String: String] = [:]
  ) async throws {
    let variables = sandbox.environment.merging(["TERM": terminal]) { $1 }.merging(environment) { $1 }
    let words = variables.map { "\($0)=\($1)" }.sorted() + [try BuiltProgram.path()] + arguments
    let quoted = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    try sandbox.write("echo $$ > \(sandbox.file("program"))\nexec env -i \(quoted)\n", to: "start")
    try? FileManager.default.removeItem(atPath: sandbox.file("program"))
    try await shell("sh ../start")
  }

  /// Starts the program and waits until its workspaces are on the screen.
  @discardableResult
  func startWorkbench(
    _ arguments: [String] = [], terminal: String = "xterm-256color", environment: [String: String] = [:]
  ) async throws -> Screen {
    try await start(arguments, terminal: terminal, environment: environment)
    return try await waitFor("the workspaces") { $0.shows("practice", "GET") }
  }

  /// The process that was started last.
  var programIdentifier: pid_t? {
    (try? sandbox.text(of: "program")).flatMap { pid_t($0.filter(\.isNumber)) }
  }

  var isProgramAlive: Bool { programIdentifier.map(isAlive) ?? false }

  /// A process that has ended counts as gone, also before its parent has taken note.
  private func isAlive(_ process: pid_t) -> Bool {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return stat.split(separator: ")").last?.hasPrefix(" Z") == false
  }

  func signal(_ number: Int32) throws {
    guard let program = programIdentifier, kill(program, number) == 0 else {
      throw HarnessFailure("The program is not there to be sent signal \(number).")
    }
  }

  /// Waits for the shell to have the terminal again and asks it how the program ended.
  func exitStatus() async throws -> Int {
    try await Deadline.poll("the program to end") {
      isProgramAlive ? nil : ()
    } otherwise: {
      await shown()
    }
    return try await Int(ask("$?")) ?? -1
  }

  /// The peak of the program's resident memory, in bytes.
  func peakMemory() throws -> Int {
    guard let program = programIdentifier,
      let status = try? String(contentsOfFile: "/proc/\(program)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = Int(line.filter(\.isNumber))
    else { throw HarnessFailure("The program is not there to be measured.") }
    return kibibytes * 1024
  }

  /// Files, sockets and the like that the program has open.
  func openFiles() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(programIdentifier ?? 0)/fd").count
  }

  /// What the program has taken of the processor, in the kernel's ticks.
  func processorTime() throws -> Int {
    let stat = try String(contentsOfFile: "/proc/\(programIdentifier ?? 0)/stat", encoding: .utf8)
    let fields = stat.split(separator: ")").last?.split(separator: " ").compactMap { Int($0) } ?? []
    // State and numbers follow the name: user and system time are the 14th and 15th of all.
    guard fields.count > 12 else { throw HarnessFailure("The program is not there to be measured.") }
    return fields[10] + fields[11]
  }

  // MARK: Down: keys

  /// Keys by tmux's names: `C-r`, `M-1`, `Enter`, `F5`.
  func press(_ keys: String...) async throws {
    for key in keys { try await tmux("send-keys", "--", key) }
  }

  /// Characters as they are.
  func type(_ text: String) async throws {
    try await tmux("send-keys", "-l", "--", text)
  }

  func sendBytes(_ bytes: [UInt8]) async throws {
    let hex = bytes.map { String($0, radix: 16) }.joined(separator: " ")
    _ = try await Command.run(
      ["sh", "-c", "tmux -S \(sandbox.file("tmux")) send-keys -H \(hex)"], environment: sandbox.environment)
  }

  /// Bytes of any number as they are.
  func sendRaw(_ text: String) async throws {
    try sandbox.write(text, to: "sent")
    try await tmux("load-buffer", sandbox.file("sent"), ";", "paste-buffer", "-r")
  }

  /// As the terminal pastes: in brackets where the program has asked for them.
  func paste(_ text: String) async throws {
    try sandbox.write(text, to: "pasted")
    try await tmux("load-buffer", sandbox.file("pasted"), ";", "paste-buffer", "-p", "-r")
  }

  /// A line for the shell.
  func shell(_ line: String) async throws {
    try await type(line)
    try await press("Enter")
  }

  /// What the shell says to an expression.
  func ask(_ expression: String) async throws -> String {
    let mark = "answer-\(UInt32.random(in: 0...UInt32.max)): "
    try await shell("echo \"\(mark)\(expression).\"")
    let row = try await Deadline.poll("the shell to answer") {
      try await screen().rows.last { $0.contains(mark) && $0.hasSuffix(".") }
    } otherwise: {
      await shown()
    }
    return row.components(separatedBy: mark).last.map { String($0.dropLast()) } ?? ""
  }

  func click(column: Int, row: Int) async throws {
    try await sendBytes(Array("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m".utf8))
  }

  /// The left button goes down at one place, and up at another.
  func drag(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) async throws {
    let (first, last) = ("\(start.x + 1);\(start.y + 1)", "\(end.x + 1);\(end.y + 1)")
    try await sendBytes(Array("\u{1B}[<0;\(first)M\u{1B}[<32;\(last)M\u{1B}[<0;\(last)m".utf8))
  }

  func wheelDown(column: Int, row: Int) async throws {
    try await sendBytes(Array("\u{1B}[<65;\(column + 1);\(row + 1)M".utf8))
  }

  func resize(columns: Int, rows: Int) async throws {
    try await tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  // MARK: Up: the screen

  func screen(withStyles: Bool = false) async throws -> Screen {
    Screen(try await tmux("capture-pane", withStyles ? "-pe" : "-p"))
  }

  /// The screen for a failure's message.
  func shown() async -> String {
    let screen = (try? await screen().text) ?? "(none)"
    return "The screen:\n\(screen)"
  }

  /// Waits until the screen is as it should be.
  @discardableResult
  func waitFor(
    _ what: String, within limit: Duration = Deadline.limit, _ condition: (Screen) -> Bool
  ) async throws -> Screen {
    try await Deadline.poll(what, within: limit) {
      let screen = try await screen()
      return condition(screen) ? screen : nil
    } otherwise: {
      await shown()
    }
  }

  /// Waits until the screen shows all these words.
  @discardableResult
  func waitFor(_ words: String...) async throws -> Screen {
    try await waitFor(words.map { "“\($0)”" }.joined(separator: ", ")) { screen in
      words.allSatisfy(screen.text.contains)
    }
  }

  /// What a terminal is asked to be at the moment.
  struct Modes: Equatable {
    var isAlternate: Bool
    var showsCursor: Bool
    var reportsMouse: Bool

    static let sane = Modes(isAlternate: false, showsCursor: true, reportsMouse: false)
  }

  func modes() async throws -> Modes {
    let flags = try await tmux(
      "display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"
    ).split(whereSeparator: \.isWhitespace)
    guard flags.count == 3 else { throw HarnessFailure("tmux tells \(flags) of the terminal.") }
    return Modes(isAlternate: flags[0] == "1", showsCursor: flags[1] == "1", reportsMouse: flags[2] == "1")
  }

  /// How often the whole screen was cleared so far.
  func clearedScreens() throws -> Int {
    String(decoding: try terminalOutput(), as: UTF8.self).ranges(of: "\u{1B}[2J").count
  }

  /// Every byte that has been written to the terminal.
  func terminalOutput() throws -> [UInt8] { try sandbox.bytes(of: "terminal-output") }
}
