import BenchmarkSupport

/// How many bytes a key costs on the way to the terminal: what counts where that is far away.
struct WrittenBenchmark: Benchmark {
  let name = "written"
  let summary = "bytes written to the terminal for a key"

  private static let rounds = 60

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let root = try folder.folder("root")
    _ = try BodyFile(.json, size: 1_000_000, at: "\(root)/1m.json")
    let nginx = try Nginx(root: root, in: folder, more: "types { application/json json; } keepalive_timeout 0;")
    let session = try WorkbenchSession(url: nginx.url("1m.json"), in: folder, width: 120, height: 40)
    let terminal = session.terminal
    let screen = terminal.screen.width * terminal.screen.height
    var rows: [Report.Row] = []
    func row(_ what: String, _ keys: [String]) throws {
      var bytes = Samples()
      for round in 0..<Self.rounds {
        let before = terminal.written
        try terminal.type(keys[round % keys.count])
        try terminal.wait(for: "anything after \(what)") { _ in terminal.written > before }
        try terminal.settle()
        bytes.add(Double(terminal.written - before))
      }
      rows.append(
        Report.Row(
          what: "written for a key at 120×40: \(what)",
          barewire: "p50 \(Text.number(bytes.median, digits: 0)), most \(Text.number(bytes.most, digits: 0)) B",
          beside: rows.isEmpty ? "the screen has \(screen) cells" : ""))
    }
    try terminal.settle()
    try row("a letter in the URL, or one taken back", ["x", "\u{7F}"])
    try row("the next tab of the request", [WorkbenchSession.Key.nextTab])
    try session.focusBody()
    try terminal.type(WorkbenchSession.Key.send)
    try terminal.wait(for: "the answer") { $0.hasReceived && $0.isBodyFull && $0.bodyPlace?.isComplete == true }
    try terminal.settle()
    try row("`j` in the body", ["j"])
    try row("`PgDn` in the body", [WorkbenchSession.Key.pageDown])
    try row("the next view of the body", ["2", "3", "1"])
    return rows
  }
}
