import BenchmarkSupport
import Glibc

/// A gibibyte from nginx: into recordings, in files as far as they are long, beside curl into a file.
struct DownloadBenchmark: Benchmark {
  let name = "download"
  let summary = "1 GiB over TCP, TLS and HTTP/2 into recordings, beside curl -o FILE"

  private static let rounds = 5
  private static let size = 1 << 30

  private struct Rounds {
    var times = Samples()
    var cpu = Samples()

    mutating func add(_ usage: Child.Usage) {
      times.add(usage.milliseconds)
      cpu.add(usage.cpuMilliseconds)
    }

    /// MB/s.
    var throughput: Double { Double(DownloadBenchmark.size) / times.median / 1000 }
  }

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let site = try Site(in: folder)
    try folder.sparseFile("root/big", size: Self.size)
    return try [(Carriage.tcp, "TCP", 1), (.tls, "TLS", 0.8), (.http2, "HTTP/2 over TLS", 0.8)].flatMap {
      try rows($0, "1 GiB over \($1)", share: $2, site, folder)
    }
  }

  private func rows(
    _ carriage: Carriage, _ title: String, share: Double, _ site: Site, _ folder: TemporaryFolder
  ) throws -> [Report.Row] {
    var own = Rounds()
    var peak = Samples()
    var curl = Rounds()
    for _ in 0..<Self.rounds {
      let file = folder.file("curl")
      curl.add(
        try Child.output(
          of: "curl", site.curlArguments("/big", carriage) + ["-o", file], environment: folder.environment
        ).usage)
      unlink(file)
      let answer = try Worker.measure(DownloadWork.name, site.arguments("/big", carriage), in: folder)
      guard try answer("bytes") == Double(Self.size) else { throw MeasurementFailure("The download was not whole.") }
      own.add(answer.usage)
      peak.add(try answer("peak"))
    }
    let speed = own.throughput / curl.throughput
    let cpu = own.cpu.median / curl.cpu.median
    return [
      Report.Row(
        what: "\(title): throughput", barewire: "\(Text.number(own.throughput)) MB/s",
        beside: "curl \(Text.number(curl.throughput)) MB/s", ratio: speed,
        goal: "≥ \(Text.number(share, digits: 1))", isMet: speed >= share),
      Report.Row(
        what: "\(title): CPU time", barewire: Text.milliseconds(own.cpu.median),
        beside: "curl \(Text.milliseconds(curl.cpu.median))", ratio: cpu, goal: "≤ 1.3", isMet: cpu <= 1.3),
      Report.Row(
        what: "\(title): peak memory", barewire: Text.mebibytes(peak.most), goal: "< 100 MB",
        isMet: peak.most < 100e6),
    ]
  }
}
