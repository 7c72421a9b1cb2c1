import BenchmarkSupport

/// Measures documents beside programs that do part of it: JSON divided into rows, searches, queries, one long line.
///
/// `swift run -c release barewire-document-benchmarks` runs all of it, `--only NAME` a part. Only a failure to measure
/// fails.
@main
enum DocumentBenchmarks {
  static func main() async {
    await BenchmarkProgram(
      "barewire-document-benchmarks", [JSONBenchmark(), QueryBenchmark(), SearchBenchmark(), LineBenchmark()],
      works: [IndexWork.self, QueryWork.self, SearchWork.self, LineWork.self]
    ).run()
  }
}
