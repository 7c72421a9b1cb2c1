import ArgumentParser
import Glibc
import Headless

/// The program's command line.
@main
struct Barewire: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "barewire",
    abstract: "A terminal workbench for HTTP that shows the socket.",
    version: BarewireVersion.text,
    subcommands: [
      WorkbenchCommand.self, SendCommand.self, InspectCommand.self, PracticeCommand.self, SettingsCommand.self,
    ],
    defaultSubcommand: WorkbenchCommand.self)

  /// As the parser's own, but whatever is wrong with the arguments exits with 2, as other tools do.
  static func main() async {
    do {
      // With nothing to parse, the parser would take a sixth of the time to the first screen for nothing.
      if CommandLine.argc == 1 { return try await WorkbenchCommand.open() }
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      // Help and the version are "errors" of the parser too; a command that ran throws its own status.
      if error is ExitCode || exitCode(for: error) == .success { exit(withError: error) }
      StandardError.write(fullMessage(for: error))
      Glibc.exit(2)
    }
  }
}
