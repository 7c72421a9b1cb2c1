import ArgumentParser
import HTTPMessages
import Headless

/// Annotates the bytes of messages.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Parse bytes of HTTP/1 messages and print every part with its offset, and what is wrong.",
    discussion: """
      Reads any number of messages, one behind the other, of any size. Without a flag the first bytes tell whether \
      they are requests or responses.

      Exit status: 0 well formed, 1 malformed, 2 wrong usage.
      """)

  @Flag(exclusivity: .exclusive, help: "What the messages are.")
  var kind: Kind?

  @Option(
    help: ArgumentHelp(
      "The method of the request that a response answers: HEAD and CONNECT change where it ends. Repeat it for "
        + "several responses; the last counts for those that follow.", valueName: "method"))
  var requestMethod: [String] = []

  @Flag(help: "Print a JSON array of messages, with byte offsets in the input and half-open ranges.")
  var json = false

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
  }

  func run() async throws {
    try await CommandRun.toExit {
      let kind: MessageKind? =
        kind.map { $0 == .request ? .request : .response } ?? (requestMethod.isEmpty ? nil : .response)
      let inspected = InspectedInput(kind: kind, requestMethods: requestMethod, writesJSON: json)
      var output = Output.standard()
      return try inspected.run(InputBytes(file), to: &output) ? .success : .malformed
    }
  }
}
