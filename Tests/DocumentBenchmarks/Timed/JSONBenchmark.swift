import BenchmarkSupport
import Glibc

/// JSON divided into rows, beside jq.
struct JSONBenchmark: Benchmark {
  let name = "json"
  let summary = "64 MiB of JSON of several kinds divided into pretty rows, beside jq ."

  private static let size = 64 << 20

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    try JSONInput.allCases.flatMap { input in
      let path = folder.file(input.rawValue)
      try input.write(path, size: Self.size)
      defer { unlink(path) }
      let bytes = try Memory.size(of: path)
      let answer = try Worker.measure(IndexWork.name, [path, "application/json", "pretty", "0"], in: folder)
      let time = try answer("milliseconds")
      let scanned = try Memory.scanMilliseconds(path)
      let peer = try Child.run("jq", [".", path], environment: folder.environment)
      return [
        Report.Row(
          what: "\(input.title): rows", barewire: Memory.rate(bytes, time),
          beside: "jq \(Memory.rate(bytes, peer.milliseconds)), memory read \(Memory.rate(bytes, scanned))",
          ratio: peer.milliseconds / time, goal: "≥ 10", isMet: peer.milliseconds / time >= 10),
        Report.Row(
          what: "\(input.title): peak memory", barewire: Text.mebibytes(try answer("peak")),
          beside: "\(Text.number(try answer("rows"), digits: 0)) rows", goal: "< 100 MB",
          isMet: try answer("peak") < 100e6),
      ]
    }
  }
}
