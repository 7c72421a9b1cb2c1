import ArgumentParser
import Workspaces

/// Opens the full-screen workbench.
struct WorkbenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbench", abstract: "Open the workbench (the default).")

  @Option(help: "The folder of workspaces to open; else ./Workspaces, else your own.")
  var workspaces: String?

  @Option(help: "The settings file; else your own.")
  var settings: String?

  @Flag(help: "Write lines for a screen reader in place of drawing a screen.")
  var screenReader = false

  @Argument(help: "A URL to open in a new draft.")
  var url: String?

  func validate() throws {
    guard let url else { return }
    do throws(RequestURLError) {
      // Variables are for the workbench to resolve.
      if !url.contains("{{") { _ = try RequestURL(url) }
    } catch {
      throw ValidationError(error.description)
    }
  }

  func run() async throws {
    try await Self.open(workspaces: workspaces, settings: settings, screenReader: screenReader, url: url)
  }

  /// Runs the workbench on a folder of workspaces, with a URL in a new draft.
  static func open(
    workspaces: String? = nil, settings: String? = nil, screenReader: Bool = false, url: String? = nil
  ) async throws {
    do {
      let directory = try WorkspaceLocation.directory(given: workspaces)
      let services = Services(directory: directory)
      let keeper = await SettingsKeeper(given: settings)
      let program = try await WorkbenchProgram(
        services: services, settings: keeper, isForScreenReader: screenReader, startURL: url)
      await program.run()
      await services.shutDown()
    } catch let error as any CustomStringConvertible {
      throw CleanFailure(error.description)
    }
  }
}
