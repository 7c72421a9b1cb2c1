import BenchmarkSupport
import Glibc
import Workspaces

/// From a key to the screen in the built program, while it receives as fast as it can, beside `cat`.
///
/// Each key is a letter that is typed once only, so that its bytes can come from nothing else. What `cat` needs to
/// echo in another terminal meanwhile is what the machine itself takes.
struct KeyBenchmark: Benchmark {
  let name = "keys"
  let summary = "key to screen, during a download and without"

  /// Cyrillic, without its combining marks.
  private static let letters = (0x400...0x4FF).compactMap(Unicode.Scalar.init).filter { $0.properties.isAlphabetic }
    .prefix(160).map { String(Character($0)) }

  /// Bytes of the download: seconds for any machine.
  private static let size = 4 << 30

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let root = try folder.folder("root")
    try folder.sparseFile("root/big", size: Self.size)
    let nginx = try Nginx(root: root, in: folder)
    let directory = try folder.folder("workspaces")
    try SampleWorkspaces.write(to: directory)

    // Each with a home of its own: the second one would be asked about the drafts of the first.
    let idle = try session(nginx, directory, try folder.inside("idle"), isDownloading: false)
    let busy = try session(nginx, directory, try folder.inside("busy"), isDownloading: true)
    guard busy.keys.values.count >= 50 else { throw MeasurementFailure("The download ended before enough keys.") }
    return [
      Report.Row(
        what: "key to screen", barewire: Self.text(idle.keys), beside: "cat \(Self.text(idle.echoes))",
        goal: "p99 ≤ 16 ms", isMet: idle.keys.percentile(0.99) <= 16),
      Report.Row(
        what: "key to screen during a download", barewire: Self.text(busy.keys),
        beside: "cat \(Self.text(busy.echoes))", goal: "p99 ≤ 16 ms", isMet: busy.keys.percentile(0.99) <= 16),
      Report.Row(
        what: "the program's peak memory after \(Text.number(busy.received / 1e9)) GB",
        barewire: Text.mebibytes(busy.peak),
        goal: "< 100 MB", isMet: busy.peak < 100e6),
    ]
  }

  private struct Session {
    var keys = Samples()
    var echoes = Samples()
    var peak = 0.0
    var received = 0.0
  }

  private func session(
    _ nginx: Nginx, _ directory: String, _ folder: TemporaryFolder, isDownloading: Bool
  ) throws -> Session {
    var session = Session()
    let terminal = try PseudoTerminal(width: 160, height: 50)
    let child = try Child(
      try Programs.barewire(), ["--workspaces", directory, nginx.url("big")], environment: folder.environment,
      terminal: terminal.path)
    defer {
      child.end()
      _ = try? child.wait()
    }
    let echo = try PseudoTerminal(width: 80, height: 24)
    let cat = try Child("cat", [], environment: folder.environment, terminal: echo.path)
    defer {
      cat.end()
      _ = try? cat.wait()
    }
    try terminal.wait(for: ["GET", "big"])
    try terminal.drain(milliseconds: 100)
    if isDownloading {
      try terminal.type("\u{12}")
      try terminal.wait(for: ["200"])
    }
    for (index, letter) in Self.letters.enumerated() {
      // Not in step with frames.
      try terminal.drain(milliseconds: Double(5 + index * 7 % 20))
      let key = Moment.now
      try terminal.type(letter)
      try terminal.wait(for: [letter])
      let time = key.milliseconds
      session.received = try ProcessCounters.written(by: child.pid)
      if session.received >= Double(Self.size) { break }
      session.keys.add(time)
      // The line discipline echoes when it gets a key, `cat` when it gets a line: the second one is the program.
      let line = Moment.now
      try echo.type("\(index)=\n")
      try echo.wait(for: ["\(index)=\r\n\(index)=\r\n"])
      session.echoes.add(line.milliseconds)
    }
    session.peak = try PeakMemory.bytes(of: "\(child.pid)")
    return session
  }

  private static func text(_ samples: Samples) -> String {
    "p50 \(Text.number(samples.median)), p99 \(Text.number(samples.percentile(0.99))) ms"
  }
}
