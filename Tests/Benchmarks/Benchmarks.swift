import BenchmarkSupport
import Foundation
import Glibc

/// Measures Barewire beside its peers, and against its budgets beside a calibration of the machine.
///
/// `swift run -c release barewire-benchmarks` runs all of it, `--only NAME` a part. Only a failure to measure fails.
@main
enum Benchmarks {
  private static let all: [any Benchmark] = [
    StartBenchmark(), DownloadBenchmark(), KeyBenchmark(), FrameBenchmark(), WorkspaceBenchmark(), BodyBenchmark(),
  ]

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments.first == Worker.flag {
        try await Worker.run(Array(arguments.dropFirst()))
      } else {
        try await run(try chosen(arguments))
      }
    } catch {
      progress("barewire-benchmarks: \(error)")
      exit(1)
    }
  }

  private static func chosen(_ arguments: [String]) throws -> [any Benchmark] {
    if arguments.isEmpty { return all }
    guard arguments.count == 2, arguments[0] == "--only", let one = all.first(where: { $0.name == arguments[1] }) else {
      let names = all.map { "  \($0.name)  \($0.summary)" }.joined(separator: "\n")
      throw MeasurementFailure("Usage: barewire-benchmarks [--only NAME], where NAME is one of\n\(names)")
    }
    return [one]
  }

  private static func run(_ benchmarks: [any Benchmark]) async throws {
    var report = Report()
    report.add(Calibration.rows())
    for benchmark in benchmarks {
      progress("\(benchmark.name): \(benchmark.summary) …")
      let began = Moment.now
      report.add(try await TemporaryFolder.with { try await benchmark.measure(in: $0) })
      progress("  \(Text.number(began.seconds)) s")
    }
    print(report.table)
  }

  /// Tells the person who waits; the table is alone on standard output.
  private static func progress(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}
