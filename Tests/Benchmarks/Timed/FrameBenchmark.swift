import BenchmarkSupport
import PracticeServer
import Workspaces

/// How long a frame takes, from the state to the terminal.
struct FrameBenchmark: Benchmark {
  let name = "frames"
  let summary = "drawing frames at 200×60"

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let server = try await PracticeServer.start()
    let directory = try folder.folder("workspaces")
    try SampleWorkspaces.write(to: directory)
    let terminal = try PseudoTerminal(width: 200, height: 60)
    let answer = try Worker.measure(
      FrameWork.name, [directory, "http://127.0.0.1:\(server.port)/json/300k?pretty=1"], in: folder,
      terminal: terminal.path
    ) { try terminal.drain(until: $0) }
    await server.stop()
    return try [("first", "everything"), ("page", "a page of the body"), ("key", "a key in the URL")].map {
      kind, what in
      let whole = try answer("\(kind)-whole")
      let worst = try answer("\(kind)-worst")
      return Report.Row(
        what: "frame at 200×60: \(what) changes", barewire: "\(Text.milliseconds(whole)) (p99 \(Text.number(worst)))",
        beside:
          "draw \(Text.number(try answer("\(kind)-draw"))), compare \(Text.number(try answer("\(kind)-changes")))",
        goal: "≤ 16 ms", isMet: worst <= 16)
    }
  }
}
