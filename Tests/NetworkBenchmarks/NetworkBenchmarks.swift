import BenchmarkSupport

/// Measures the connection service beside clients that show nothing of what they do, at an nginx on this machine.
///
/// `swift run -c release barewire-network-benchmarks` runs all of it, `--only NAME` a part. Only a failure to measure
/// fails.
@main
enum NetworkBenchmarks {
  static func main() async {
    await BenchmarkProgram(
      "barewire-network-benchmarks", [RequestsBenchmark(), DownloadBenchmark(), FirstByteBenchmark()],
      works: [RequestsWork.self, DownloadWork.self, FirstByteWork.self]
    ).run()
  }
}
