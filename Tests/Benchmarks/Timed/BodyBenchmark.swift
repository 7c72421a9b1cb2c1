import BenchmarkSupport
import Foundation
import PracticeServer

/// Bodies of all sizes and shapes in the built program: how soon the first rows are there, how long a key waits, what
/// is kept in memory, and how fast a text is found that is not there.
struct BodyBenchmark: Benchmark {
  let name = "bodies"
  let summary = "bodies of 1 MB to 1 GB received, read and searched, with keys pressed all the while"

  private static let sizes = [1_000_000, 10_000_000, 100_000_000, 1_000_000_000]
  private static let absent = "no such text"

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let root = try folder.folder("root")
    // A connection that stays open tells its age at first.
    let nginx = try Nginx(
      root: root, in: folder,
      more: "types { application/json json; text/plain txt; application/octet-stream bin; } keepalive_timeout 0;")
    var rows: [Report.Row] = []
    let wuzz = try Self.wuzz(nginx, root, folder)
    for shape in BodyShape.allCases {
      var visits: [BodyVisit.Figures] = []
      var grep = Samples()
      for (index, size) in Self.sizes.enumerated() {
        let name = "\(index).\(shape.ending)"
        let file = try BodyFile(shape, size: size, at: "\(root)/\(name)")
        let isLast = index == Self.sizes.count - 1
        visits.append(
          try BodyVisit(
            nginx.url(name), searching: isLast ? Self.absent : nil, in: try folder.inside("\(shape) \(index)")
          ).figures)
        if isLast { grep = try Self.grep(file, folder) }
        try FileManager.default.removeItem(atPath: file.path)
      }
      let first = rows.count
      rows += Self.rows("\(shape.rawValue), 1 MB / 10 MB / 100 MB / 1 GB", visits)
      if shape == .json { rows[first].beside = "wuzz, 1 MB: \(Text.number(wuzz)) ms" }
      if let search = visits.last?.search {
        rows.append(
          Report.Row(
            what: "\(shape.rawValue), 1 GB: searched to its end", barewire: Text.milliseconds(search),
            beside: "`grep -c -F` \(Text.milliseconds(grep.median))", ratio: search / grep.median))
      }
    }
    let server = try await PracticeServer.start()
    let url = "http://127.0.0.1:\(server.port)/chunked?count=1000000&size=10"
    rows += Self.rows(
      "a million chunks of 10 bytes", [try BodyVisit(url, searching: nil, in: try folder.inside("chunks")).figures])
    await server.stop()
    return rows
  }

  private static func rows(_ what: String, _ visits: [BodyVisit.Figures]) -> [Report.Row] {
    func row(
      _ name: String, _ text: (BodyVisit.Figures) -> String, goal: String = "",
      isMet: ((BodyVisit.Figures) -> Bool)? = nil
    ) -> Report.Row {
      Report.Row(
        what: "\(what): \(name)", barewire: visits.map(text).joined(separator: " / "), goal: goal,
        isMet: isMet.map { visits.allSatisfy($0) })
    }
    var whileItComes = row("a key while it comes: p99 (longest), ms", { keys($0.keysBefore) }, goal: "≤ 16 ms") {
      $0.keysBefore.most <= 16
    }
    whileItComes.beside = "`cat` all the while " + visits.map { keys($0.echoes) }.joined(separator: " / ")
    return [
      row("request to a screen of rows, ms", { Text.number($0.first) }, goal: "≤ 100 ms") { $0.first <= 100 },
      whileItComes,
      row("a key afterwards: p99 (longest), ms", { keys($0.keysAfter) }, goal: "≤ 16 ms") { $0.keysAfter.most <= 16 },
      row("received, s") { Text.number($0.received / 1000) },
      row("last row shown, s") { Text.number($0.read / 1000) },
      row("peak resident, MB", { Text.number($0.peak / 1e6) }, goal: "< 100 MB") { $0.peak < 100e6 },
    ]
  }

  private static func keys(_ keys: Samples) -> String {
    keys.values.isEmpty ? "–" : "\(Text.number(keys.percentile(0.99))) (\(Text.number(keys.most)))"
  }

  /// From the request to the first rows in wuzz, milliseconds; of JSON it takes a megabyte in seconds, ten in half a
  /// minute.
  private static func wuzz(_ nginx: Nginx, _ root: String, _ folder: TemporaryFolder) throws -> Double {
    _ = try BodyFile(.json, size: sizes[0], at: "\(root)/wuzz.json")
    let terminal = try PseudoTerminal(width: 160, height: 50)
    let child = try Child("wuzz", [nginx.url("wuzz.json")], environment: folder.environment, terminal: terminal.path)
    defer {
      child.end()
      _ = try? child.wait()
    }
    try terminal.wait(for: ["URL", "Response"])
    try terminal.settle()
    let began = Moment.now
    try terminal.type(WorkbenchSession.Key.send)
    try terminal.wait(for: ["Katherine Johnson"], seconds: 60)
    return began.milliseconds
  }

  /// `grep` over the same file, milliseconds; it ends with 1 because it finds nothing.
  private static func grep(_ file: BodyFile, _ folder: TemporaryFolder) throws -> Samples {
    var times = Samples()
    for _ in 0..<3 {
      let child = try Child("grep", ["-c", "-F", absent, file.path], environment: folder.environment)
      let usage = try child.wait()
      guard usage.status == 1 else { throw MeasurementFailure("grep found what is not there.") }
      times.add(usage.milliseconds)
    }
    return times
  }
}
