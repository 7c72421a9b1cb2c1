import BenchmarkSupport

/// A text that is not there, looked for in a gibibyte, beside grep.
struct SearchBenchmark: Benchmark {
  let name = "search"
  let summary = "1 GiB of text searched as text and as bytes, beside grep -c -F"

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let needle = "no such text"
    try folder.textFile("text", size: 1 << 30)
    let path = folder.file("text")
    let exact = try Child.run("grep", ["-c", "-F", needle, path], environment: folder.environment, status: 1)
    let folded = try Child.run("grep", ["-c", "-i", "-F", needle, path], environment: folder.environment, status: 1)
    return try ["text", "hex"].flatMap { view in
      let answer = try Worker.measure(SearchWork.name, [path, view, needle], in: folder)
      return try [("in the same case", "exact", exact), ("in either case", "folded", folded)].map {
        let time = try answer($0.1)
        return Report.Row(
          what: "1 GiB searched in \(view), \($0.0)", barewire: Memory.rate(1 << 30, time),
          beside: "grep \(Memory.rate(1 << 30, $0.2.milliseconds)), peak \(Text.mebibytes(try answer("peak")))",
          ratio: $0.2.milliseconds / time, goal: "≥ 1 GB/s", isMet: time <= 1074)
      }
    }
  }
}
