import BenchmarkSupport

/// Measures Barewire beside its peers, and against its budgets beside a calibration of the machine.
///
/// `swift run -c release barewire-benchmarks` runs all of it, `--only NAME` a part. Only a failure to measure fails.
@main
enum Benchmarks {
  static func main() async {
    await BenchmarkProgram(
      "barewire-benchmarks",
      [
        StartBenchmark(), KeyBenchmark(), WrittenBenchmark(), IdleBenchmark(), FrameBenchmark(), WorkspaceBenchmark(),
        EditingBenchmark(), BodyBenchmark(),
      ],
      works: [FrameWork.self]
    ).run()
  }
}
