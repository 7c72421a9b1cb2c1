import ArgumentParser
import Headless
import Workbench
import Workspaces

/// Shows what can be set, and what is wrong with what is set.
struct SettingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Show where the settings are, what can be set, or what is wrong in them.",
    discussion: "Exit status: 0, or 1 where --check finds something wrong.")

  @Flag(help: "Print a settings file that sets everything to what holds now, with all names in its note.")
  var print = false

  @Flag(help: "Print what is wrong, each with its line.")
  var check = false

  @Option(help: ArgumentHelp("The settings file; else your own.", valueName: "file"))
  var settings: String?

  func run() async throws {
    try await CommandRun.toExit {
      let keeper = await SettingsKeeper(given: settings)
      let problems = await keeper.preferences.problems
      var output = Output.standard()
      if print {
        try output.write(await keeper.reference.bytes)
      } else if !check {
        try output.write("\(keeper.file?.path ?? "HOME is not set, so there is no place for settings")\n")
      }
      try output.finish()
      for problem in problems { StandardError.write(problem) }
      return check && !problems.isEmpty ? .malformed : .success
    }
  }
}
