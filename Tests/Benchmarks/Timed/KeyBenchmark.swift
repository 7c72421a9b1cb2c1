import BenchmarkSupport
import Foundation

/// From a key to the screen of the built program in tmux, while a body streams in as fast as it can and without, beside
/// `cat` in another tmux.
///
/// Each key is a letter that is typed once only, so that its bytes can come from nothing else.
struct KeyBenchmark: Benchmark {
  let name = "keys"
  let summary = "key to screen in tmux, while 1 GB of JSON streams in and without"

  /// Cyrillic, without its combining marks.
  private static let letters = (0x400...0x4FF).compactMap(Unicode.Scalar.init).filter { $0.properties.isAlphabetic }
    .prefix(160).map { String(Character($0)) }
  private static let size = 1_000_000_000
  private static let downloads = 3

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let root = try folder.folder("root")
    let file = try BodyFile(.json, size: Self.size, at: "\(root)/1g.json")
    let nginx = try Nginx(root: root, in: folder, more: "types { application/json json; }")
    var (idle, busy) = (Keys(), Keys())
    // Each with a home of its own: the second one would be asked about the drafts of the first.
    try press(nginx, try folder.inside("idle"), until: nil, &idle)
    for download in 1...Self.downloads {
      try press(nginx, try folder.inside("busy \(download)"), until: Double(file.size), &busy)
    }
    guard busy.barewire.values.count >= 50 else { throw MeasurementFailure("The downloads ended before enough keys.") }
    return [
      Self.row("key to screen in tmux", idle),
      Self.row("key to screen in tmux while 1 GB of JSON streams in", busy),
      Report.Row(
        what: "… the program's peak memory meanwhile", barewire: Text.mebibytes(busy.peak), goal: "< 100 MB",
        isMet: busy.peak < 100e6),
    ]
  }

  /// Milliseconds of keys, and the program's peak memory.
  private struct Keys {
    var barewire = Samples()
    var cat = Samples()
    var peak = 0.0
  }

  /// Types letters into the URL; while a body of so many bytes is received, if there is one.
  private func press(_ nginx: Nginx, _ folder: TemporaryFolder, until size: Double?, _ keys: inout Keys) throws {
    let workspaces = try folder.folder("workspaces")
    let barewire = try TmuxSession(
      [try Programs.barewire(), "--workspaces", workspaces, nginx.url("1g.json")], in: folder, name: "barewire",
      marks: ["GET", "1g.json", "Response"])
    let cat = try TmuxSession(
      ["sh", "-c", "stty -echo; echo ready; exec cat"], in: folder, name: "cat", marks: ["ready"])
    try barewire.terminal.settle()
    if size != nil {
      try barewire.terminal.type(WorkbenchSession.Key.send)
      try barewire.terminal.wait(for: ["200"])
    }
    for (index, letter) in Self.letters.enumerated() {
      // Not in step with frames.
      try barewire.terminal.drain(milliseconds: Double(5 + index * 7 % 20))
      let time = try Self.time(letter, typing: letter, at: barewire.terminal)
      if let size, try ProcessCounters.written(by: barewire.program) >= size { break }
      keys.barewire.add(time)
      keys.cat.add(try Self.time(letter, typing: letter + "\n", at: cat.terminal))
    }
    keys.peak = max(keys.peak, try PeakMemory.bytes(of: "\(barewire.program)"))
  }

  private static func time(_ letter: String, typing text: String, at terminal: PseudoTerminal) throws -> Double {
    let key = Moment.now
    try terminal.type(text)
    try terminal.wait(for: [letter])
    return key.milliseconds
  }

  private static func row(_ what: String, _ keys: Keys) -> Report.Row {
    Report.Row(
      what: what, barewire: text(keys.barewire), beside: "`cat` \(text(keys.cat))", goal: "p99 ≤ 16 ms",
      isMet: keys.barewire.percentile(0.99) <= 16)
  }

  private static func text(_ samples: Samples) -> String {
    "p50 \(Text.number(samples.median)), p99 \(Text.number(samples.percentile(0.99))) ms"
  }
}
