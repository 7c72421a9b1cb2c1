import BenchmarkSupport

/// Queries through a body of a gigabyte, beside the tokenizer alone.
struct QueryBenchmark: Benchmark {
  let name = "queries"
  let summary = "JSONPath through 1 GiB of records, beside the tokenizer alone"

  private static let queries = [
    "$..name", "$.data[*].name", "$..*", "$.data[?@.id == 77].name", "$.data[-1]", "$.data[*]['name','id']",
  ]

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let alone = try rate([], folder)
    return try Self.queries.map { query in
      let own = try rate([query], folder)
      let isMet = query == "$..name" ? own.rate >= 400 : nil
      return Report.Row(
        what: "`\(query)` in 1 GiB of JSON", barewire: "\(Text.number(own.rate, digits: 0)) MB/s",
        beside: "tokens alone \(Text.number(alone.rate, digits: 0)) MB/s; peak \(Text.mebibytes(own.peak))",
        ratio: own.rate / alone.rate, goal: isMet == nil ? "" : "≥ 400 MB/s", isMet: isMet)
    }
  }

  /// Megabytes a second, and the peak of memory.
  private func rate(_ query: [String], _ folder: TemporaryFolder) throws -> (rate: Double, peak: Double) {
    let answer = try Worker.measure(QueryWork.name, ["\(1 << 30)"] + query, in: folder)
    return (try answer("bytes") / answer("milliseconds") / 1000, try answer("peak"))
  }
}
