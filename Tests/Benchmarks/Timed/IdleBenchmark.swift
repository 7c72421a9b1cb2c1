import BenchmarkSupport

/// The built program while nobody presses a key and nothing comes: what it uses of the machine, and what it writes to
/// the terminal.
struct IdleBenchmark: Benchmark {
  let name = "idle"
  let summary = "CPU time and bytes written while nothing changes"

  private static let seconds = 10.0
  /// Seconds for which the age of a connection is told.
  private static let youth = 10.0

  /// A program that does nothing, and what it had done before.
  private struct Idler {
    var what: String
    var process: Int32
    var terminal: PseudoTerminal
    var counters: ProcessCounters
    var written: Int

    init(_ what: String, _ child: Child, _ terminal: PseudoTerminal) throws {
      try terminal.settle(milliseconds: 90)
      self.what = what
      self.terminal = terminal
      process = child.pid
      counters = try ProcessCounters(of: child.pid)
      written = terminal.written
    }
  }

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let root = try folder.folder("root")
    _ = try BodyFile(.json, size: 1_000_000, at: "\(root)/1m.json")
    let types = "types { application/json json; }"
    let closing = try Nginx(root: root, in: try folder.inside("closing"), more: types + " keepalive_timeout 0;")
    let keeping = try Nginx(root: root, in: try folder.inside("keeping"), more: types + " keepalive_timeout 600;")

    let fresh = try WorkbenchSession(url: closing.url("1m.json"), in: try folder.inside("fresh"))
    let answered = try WorkbenchSession(url: closing.url("1m.json"), in: try folder.inside("answered"))
    try Self.send(answered)
    let open = try WorkbenchSession(url: keeping.url("1m.json"), in: try folder.inside("open"))
    try Self.send(open)
    let wuzz = try PseudoTerminal(width: 160, height: 50)
    let peer = try Child("wuzz", [], environment: folder.environment, terminal: wuzz.path)
    defer {
      peer.end()
      _ = try? peer.wait()
    }
    try wuzz.wait(for: ["URL", "Response"])
    // All of them end with the measurement, not before.
    defer { withExtendedLifetime((closing, keeping, fresh, answered, open)) {} }

    let opened = Moment.now
    while opened.seconds < Self.youth {
      for session in [fresh, answered, open] { try session.terminal.drain(milliseconds: 10) }
    }
    let idlers = [
      try Idler("after its start", fresh.child, fresh.terminal),
      try Idler("after an answer", answered.child, answered.terminal),
      try Idler("with an open connection", open.child, open.terminal), try Idler("wuzz", peer, wuzz),
    ]
    let began = Moment.now
    while began.seconds < Self.seconds {
      for idler in idlers { try idler.terminal.drain(milliseconds: 10) }
    }
    let used = try idlers.map { idler in
      (counters: try ProcessCounters(of: idler.process) - idler.counters, bytes: idler.terminal.written - idler.written)
    }
    let texts = used.map { counters, bytes in
      "\(counters.ticks) ticks (\(Text.milliseconds(counters.milliseconds))), \(counters.wakeups) wake-ups, \(bytes) B"
    }
    return idlers.indices.dropLast().map { index in
      Report.Row(
        what: "idle for \(Text.number(Self.seconds, digits: 0)) s \(idlers[index].what): CPU; written to the terminal",
        barewire: texts[index], beside: index == 0 ? "wuzz \(texts[idlers.count - 1])" : "", goal: "0 ticks, 0 B",
        isMet: used[index].counters.ticks == 0 && used[index].bytes == 0)
    }
  }

  private static func send(_ session: WorkbenchSession) throws {
    try session.terminal.type(WorkbenchSession.Key.send)
    try session.terminal.wait(for: "the answer") { $0.hasReceived && $0.bodyPlace?.isComplete == true }
  }
}
