import ArgumentParser
import ContentCodings
import HTTPMessages
import Headless
import Workspaces

/// The parts of a request to a URL.
struct RequestFormOptions: ParsableArguments {
  @Option(
    name: [.customShort("X"), .customLong("request")],
    help: ArgumentHelp("The method; without one GET, or POST with --data.", valueName: "method"))
  var method: String?

  @Option(
    name: [.customShort("H"), .customLong("header")],
    help: ArgumentHelp(
      "A field: 'Name: value'. 'Name:' drops one that Barewire adds by itself, 'Name;' sends one without a value.",
      valueName: "field"))
  var fields: [String] = []

  @Option(
    name: [.customShort("d"), .customLong("data")], parsing: .unconditional,
    help: ArgumentHelp(
      "The content: text (as application/json where it is a JSON object or array), @FILE, or - for standard input.",
      valueName: "data"))
  var data: String?

  func validate() throws {
    guard let method, !Token.isToken(method) else { return }
    throw ValidationError("“\(method)” is not a method: it is one word such as GET, without spaces.")
  }

  var isUsed: Bool { method != nil || !fields.isEmpty || data != nil }

  /// The request; `input` keeps the bytes of standard input where they are the content.
  func request(url: String, input: inout StandardInputFile?) throws -> SavedRequest {
    let form = URLRequestForm(url: url, method: method, fields: fields, data: data)
    return try form.request { () throws(URLRequestFormError) in
      let file = try StandardInputFile()
      let path = file.path
      input = consume file
      return path
    }
  }
}

/// Where saved requests are, and with which values.
struct SavedRequestOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of workspaces; else ./Workspaces, else your own.", valueName: "dir"))
  var workspaces: String?

  @Option(help: ArgumentHelp("The environment; else the workspace's first.", valueName: "name"))
  var environment: String?

  @Option(
    name: .customLong("variable"),
    help: ArgumentHelp(
      "A variable for {{name}}, also in a URL; before those of the environment.", valueName: "name=value"))
  var variables: [String] = []

  func parsedVariables() throws -> [NamedValue] {
    try variables.map { text in
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
        throw ValidationError("“\(text)” is no variable: write it as --variable NAME=VALUE.")
      }
      return NamedValue(String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
  }
}

/// What is printed, and where to.
struct DisplayOptions: ParsableArguments {
  enum Display: String, EnumerableFlag {
    case wire, json

    static func help(for value: Display) -> ArgumentHelp? {
      switch value {
      case .wire: "Print the timeline instead: each write and read with its bytes, and what happened."
      case .json: "Print one JSON object instead: messages, content, timings, connection, diagnostics, outcome."
      }
    }
  }

  enum Coding: String, EnumerableFlag {
    case decoded, encoded

    static func help(for value: Coding) -> ArgumentHelp? {
      value == .decoded
        ? "Undo gzip, deflate, br and zstd, also into a pipe or a file."
        : "Print the content as it was sent, also on a terminal."
    }
  }

  @Flag(help: "Print the heads of the responses too.")
  var include = false

  @Flag(exclusivity: .exclusive) var display: Display?
  @Flag(exclusivity: .exclusive) var coding: Coding?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  func apply(to order: inout SendOrder) throws {
    order.includesHeads = include
    order.decodesContent = coding.map { $0 == .decoded }
    switch display {
    case .wire: order.display = .wire
    case .json: order.display = .json
    case nil: break
    }
  }

  func openOutput() throws -> Output {
    let standard = Output.standard()
    guard let output, output != "-" else { return standard }
    return try Output.file(output)
  }
}

extension ContentCoding: ExpressibleByArgument {
  package init?(argument: String) { self.init(token: argument) }
}
