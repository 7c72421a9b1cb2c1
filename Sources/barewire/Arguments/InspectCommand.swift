import ArgumentParser
import Foundation
import HTTPMessages
import Headless

/// Annotates the bytes of messages.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Parse bytes of HTTP/1 messages: what each byte is, and under it what is wrong.",
    discussion: """
      Reads any number of messages, one behind the other, of any size. Without a flag the first bytes tell whether \
      they are requests or responses. Offsets count from 0 at the first byte; ranges are half-open.

      Exit status: 0 well formed, 1 malformed, 2 wrong usage.
      """)

  @Flag(exclusivity: .exclusive, help: "What the messages are.")
  var kind: Kind?

  @Option(
    help: ArgumentHelp(
      "The method of the request that a response answers: HEAD and CONNECT change where it ends. Repeat it for "
        + "several responses; the last counts for those that follow.", valueName: "method"))
  var requestMethod: [String] = []

  @Flag(help: "Refuse what the RFCs want a careful recipient to refuse: the rest is left over.")
  var strict = false

  @Option(help: ArgumentHelp("A finding that --strict does not refuse; repeat it for several.", valueName: "code"))
  var forgive: [String] = []

  @Option(help: ArgumentHelp("A finding that is refused without --strict too; repeat it.", valueName: "code"))
  var refuse: [String] = []

  @Flag(name: .customLong("all"), help: "Show all bytes of long parts, and all chunks.")
  var showsAll = false

  @Flag(help: "Print a JSON array of messages, with byte offsets in the input and half-open ranges.")
  var json = false

  @Option(help: ArgumentHelp("Colours: auto (on a terminal, without NO_COLOR), always or never.", valueName: "when"))
  var color = TextColor.auto

  @Flag(help: "Print what can be found, with its rule and how it is read, and exit.")
  var listCodes = false

  @Argument(help: "The file to read; - or nothing for standard input.")
  var file = "-"

  enum Kind: String, EnumerableFlag {
    case request, response

    static func help(for value: Kind) -> ArgumentHelp? {
      value == .request ? "The bytes are requests." : "The bytes are responses."
    }
  }

  func validate() throws {
    if kind == .request, !requestMethod.isEmpty {
      throw ValidationError("--request-method is about responses: leave it out with --request.")
    }
    if json, showsAll {
      throw ValidationError("--all is about the dump: leave it out with --json, which has ranges and no bytes.")
    }
  }

  func run() async throws {
    try await CommandRun.toExit {
      var output = Output.standard()
      let hasColors = color.isOn(
        isTerminal: output.isTerminal, environment: ProcessInfo.processInfo.environment)
      if listCodes {
        try output.write(harmless: DiagnosticTable.text(hasColors: hasColors))
        try output.finish()
        return .success
      }
      let kind: MessageKind? =
        kind.map { $0 == .request ? .request : .response } ?? (requestMethod.isEmpty ? nil : .response)
      let inspected = InspectedInput(
        kind: kind, requestMethods: requestMethod,
        configuration: try DiagnosticNames.configuration(isStrict: strict, forgiven: forgive, refused: refuse),
        form: json ? .json : .dump(columns: output.columns, showsAll: showsAll, hasColors: hasColors))
      return try inspected.run(InputBytes(file), to: &output) ? .success : .malformed
    }
  }
}

extension TextColor: ExpressibleByArgument {}
