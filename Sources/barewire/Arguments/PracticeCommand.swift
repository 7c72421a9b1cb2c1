import ArgumentParser
import Headless

/// Runs the practice server on its own.
struct PracticeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Run the practice server, with endpoints that behave and endpoints that are broken on purpose.",
    discussion: "It listens on the loopback address only, until Ctrl-C. Exit status: 0, or 2 where a port is taken.")

  @Option(help: ArgumentHelp("The port for http; 0 takes a free one.", valueName: "number"))
  var port = 0

  @Option(help: ArgumentHelp("The port for good https; 0 takes a free one.", valueName: "number"))
  var tlsPort = 0

  @Flag(help: "Print the certificate of the server's authority too, as PEM, for clients that are to trust it.")
  var certificate = false

  func validate() throws {
    for (name, port) in [("--port", port), ("--tls-port", tlsPort)] where !(0...65535).contains(port) {
      throw ValidationError("\(name) \(port) is not a port: give a number from 0 (any free one) to 65535.")
    }
    if port != 0, port == tlsPort {
      throw ValidationError("--port and --tls-port are the same: give two different ones.")
    }
  }

  func run() async throws {
    try await CommandRun.toExit {
      let signals = EndingSignals()
      let session = try await PracticeSession(port: port, tlsPort: tlsPort)
      var output = Output.standard()
      try output.write(session.greeting)
      if certificate { try output.write("\n" + session.certificatePEM) }
      try output.finish()
      await session.run(until: signals)
      return .success
    }
  }
}
