import Subprocess

/// A program that was run to its end.
struct Command {
  var status: Int32?
  var output: [UInt8]
  var error: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs a program of the search path with nothing of this process's environment.
  static func run(
    _ arguments: [String], environment: [String: String], in directory: String? = nil, input: [UInt8] = []
  ) async throws -> Command {
    let place = directory.map { ["-C", $0] } ?? []
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(place + arguments),
      environment: .custom(Dictionary(uniqueKeysWithValues: environment.map { (.init(stringLiteral: $0), $1) })),
      input: .array(input), output: .bytes(limit: 256 << 20), error: .string(limit: 16 << 20))
    var status: Int32?
    if case .exited(let code) = result.terminationStatus { status = code }
    return Command(status: status, output: result.standardOutput, error: result.standardError)
  }
}

extension Sandbox {
  /// Runs the built program in the sandbox's work directory.
  func barewire(_ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]) async throws
    -> Command
  {
    try await barewire(arguments, input: input, environment: environment)
  }

  func barewire(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) async throws
    -> Command
  {
    try await Command.run(
      [try BuiltProgram.path()] + arguments,
      environment: self.environment.merging(environment) { $1 }, in: file("work"), input: input)
  }
}
