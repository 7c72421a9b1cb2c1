import ArgumentParser
import Foundation
import Headless
import Workspaces

/// Sends a request without the screen.
struct SendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send a saved request, or one to a URL, and print the answer.",
    discussion: """
      A saved request goes by WORKSPACE/REQUEST, with the names of folders between them where that is needed; a unique \
      request name is enough. Requests that use {{practice}} start the practice server for themselves.

      The content goes to standard output as it arrives. On a terminal gzip, deflate, br and zstd are undone and \
      control characters are shown instead of obeyed. Into a pipe or a file go exactly the bytes that came; so that \
      they can be read, no Accept-Encoding is added there. --decoded and --encoded choose by hand.

      Exit status: 0 an answer came, 1 it was malformed, 2 wrong usage, 3 no answer came.
      """)

  @Argument(help: ArgumentHelp("A saved request, or a URL with :// in it.", valueName: "request-or-url"))
  var target: String

  @OptionGroup(title: "A request to a URL") var form: RequestFormOptions
  @OptionGroup(title: "A saved request") var saved: SavedRequestOptions
  @OptionGroup(title: "How it is sent") var sending: SendingOptions
  @OptionGroup(title: "TLS") var security: SecurityOptions
  @OptionGroup(title: "What is printed") var display: DisplayOptions

  private var isURL: Bool { target.contains("://") }

  func validate() throws {
    if isURL {
      if saved.environment != nil {
        throw ValidationError("An environment belongs to a saved request: give variables with --variable NAME=VALUE.")
      }
    } else if form.isUsed {
      throw ValidationError("-X, -H and --data belong to a URL (with ://); change a saved request in its workspace.")
    }
    _ = try saved.parsedVariables()
  }

  func run() async throws {
    // Content just stops at Ctrl-C, however slow its reader is; a timeline or a JSON object is brought to its end.
    try await CommandRun.toExit(cancelledBySignals: display.display != nil) {
      var input: StandardInputFile?
      var order = isURL ? SendOrder(try form.request(url: target, input: &input)) : try await savedOrder()
      // A variable of the command line wins over one of the environment.
      var environment = order.environment ?? VariableEnvironment(name: "")
      environment.variables += try saved.parsedVariables()
      order.environment = environment
      try sending.apply(to: &order)
      try security.apply(to: &order)
      try display.apply(to: &order)
      order.exceptions = CertificateExceptions()
      var output = try display.openOutput()
      let status = try await Sending(order).run(to: &output)
      _ = consume input
      return status
    }
  }

  private func savedOrder() async throws -> SendOrder {
    let directory = try WorkspaceLocation.directory(given: saved.workspaces)
    let entries = await WorkspaceStore(directory: directory).load()
    let place = try RequestLookup(entries, directory: directory).place(named: target)
    return SendOrder(
      place.request, environment: try place.environment(named: saved.environment),
      baseDirectory: URL(filePath: place.file.path).deletingLastPathComponent().path())
  }
}
