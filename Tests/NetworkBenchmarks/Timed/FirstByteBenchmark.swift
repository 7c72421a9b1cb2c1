import BenchmarkSupport

/// From the wish to send a request to the first byte of its answer, look-up, connect and handshake included.
struct FirstByteBenchmark: Benchmark {
  let name = "first-byte"
  let summary = "time to the first byte on new connections, beside curl"

  private static let rounds = 7
  /// Transfers of a round, in one process that connects anew for each.
  private static let count = 100

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let site = try Site(in: folder)
    return try [(Carriage.tcp, "TCP"), (.tls, "TLS")].map { carriage, title in
      var own = Samples()
      var curl = Samples()
      for _ in 0..<Self.rounds {
        curl.add(try Self.curl(site, carriage, folder))
        own.add(
          try Worker.measure(
            FirstByteWork.name, site.arguments(Site.small, carriage) + ["\(Self.count)"], in: folder)("median"))
      }
      let ratio = own.median / curl.median
      return Report.Row(
        what: "time to first byte, \(title)", barewire: Text.milliseconds(own.median),
        beside: "curl \(Text.milliseconds(curl.median))", ratio: ratio, goal: "≤ 1.1", isMet: ratio <= 1.1)
    }
  }

  /// The median of curl's `time_starttransfer`, milliseconds.
  private static func curl(_ site: Site, _ carriage: Carriage, _ folder: TemporaryFolder) throws -> Double {
    let (text, _) = try Child.output(
      of: "curl",
      site.curlArguments("\(Site.small)?[1-\(count)]", carriage) + [
        "--no-sessionid", "-H", "Connection: close", "-o", "/dev/null", "-w", "%{time_starttransfer}\\n",
      ], environment: folder.environment)
    let times = Samples(text.split(separator: "\n").compactMap { Double($0).map { $0 * 1000 } })
    guard times.values.count == count else { throw MeasurementFailure("curl did not tell its times.") }
    return times.median
  }
}
