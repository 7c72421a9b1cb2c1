import BenchmarkSupport
import Glibc
import Workspaces

/// From the start of the program to the first screen that can be used, beside wuzz.
struct StartBenchmark: Benchmark {
  let name = "start"
  let summary = "start to the first usable screen, beside wuzz"

  private static let rounds = 25

  private struct Program {
    var path: String
    /// What is on the screen when it can be used.
    var marks: [String]
    var times = Samples()
    var cpu = Samples()
  }

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    // As a new user starts it: without arguments, where the samples are.
    try SampleWorkspaces.write(to: try folder.folder("Workspaces"))
    guard chdir(folder.path) == 0 else { throw MeasurementFailure.system("chdir", errno) }
    var own = Program(
      path: try Programs.barewire(),
      marks: ["Workspaces", "practice", "notes", "Response"])
    var wuzz = Program(path: "wuzz", marks: ["URL", "Method", "Response", "body"])
    for _ in 0..<Self.rounds {
      try run(&own, folder)
      try run(&wuzz, folder)
    }
    let time = own.times.median / wuzz.times.median
    let cpu = own.cpu.median / wuzz.cpu.median
    return [
      Report.Row(
        what: "start to first usable screen", barewire: Text.milliseconds(own.times.median),
        beside: "wuzz \(Text.milliseconds(wuzz.times.median))", ratio: time, goal: "≤ 1.0", isMet: time <= 1),
      Report.Row(
        what: "start to first usable screen: CPU time", barewire: Text.milliseconds(own.cpu.median),
        beside: "wuzz \(Text.milliseconds(wuzz.cpu.median))", ratio: cpu),
    ]
  }

  private func run(_ program: inout Program, _ folder: TemporaryFolder) throws {
    let terminal = try PseudoTerminal(width: 120, height: 40)
    let child = try Child(
      program.path, [], environment: folder.environment, terminal: terminal.path)
    defer { child.end() }
    try terminal.wait(for: program.marks)
    program.times.add(child.age)
    child.end()
    program.cpu.add(try child.wait().cpuMilliseconds)
  }
}
