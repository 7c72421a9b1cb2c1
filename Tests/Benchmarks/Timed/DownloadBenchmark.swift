import BenchmarkSupport
import Glibc

/// A gibibyte from nginx: into a recording, beside curl into a file.
struct DownloadBenchmark: Benchmark {
  let name = "download"
  let summary = "1 GiB from nginx into a recording, beside curl -o FILE"

  private static let rounds = 4

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let size = 1 << 30
    let root = try folder.folder("root")
    try folder.sparseFile("root/big", size: size)
    let nginx = try Nginx(root: root, in: folder)
    var own = (times: Samples(), cpu: Samples(), peak: Samples())
    var curl = (times: Samples(), cpu: Samples())
    for round in 0..<Self.rounds {
      let file = folder.file("curl-\(round)")
      let child = try Child("curl", ["-s", "-f", "-o", file, nginx.url("big")], environment: folder.environment)
      let usage = try child.wait()
      guard usage.status == 0 else { throw MeasurementFailure("curl failed: is it installed?") }
      unlink(file)
      curl.times.add(usage.milliseconds)
      curl.cpu.add(usage.cpuMilliseconds)

      let answer = try Worker.measure(DownloadWork.name, ["\(nginx.port)", "/big"], in: folder)
      guard try answer("bytes") == Double(size) else { throw MeasurementFailure("The download was not whole.") }
      own.times.add(answer.usage.milliseconds)
      own.cpu.add(answer.usage.cpuMilliseconds)
      own.peak.add(try answer("peak"))
    }
    func throughput(_ times: Samples) -> Double { Double(size) / times.median / 1000 }
    let speed = throughput(own.times) / throughput(curl.times)
    let cpu = own.cpu.median / curl.cpu.median
    return [
      Report.Row(
        what: "download of 1 GiB: throughput", barewire: "\(Text.number(throughput(own.times))) MB/s",
        beside: "curl -o \(Text.number(throughput(curl.times))) MB/s", ratio: speed, goal: "≥ 1.0 (never < 0.8)",
        isMet: speed >= 1),
      Report.Row(
        what: "download of 1 GiB: CPU time", barewire: Text.milliseconds(own.cpu.median),
        beside: "curl -o \(Text.milliseconds(curl.cpu.median))", ratio: cpu, goal: "≤ 1.3", isMet: cpu <= 1.3),
      Report.Row(
        what: "download of 1 GiB: peak memory", barewire: Text.mebibytes(own.peak.most), goal: "< 100 MB",
        isMet: own.peak.most < 100e6),
    ]
  }
}
