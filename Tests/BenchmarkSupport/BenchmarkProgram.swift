import Foundation
import Glibc

/// A program that measures Barewire beside its peers, and prints one table.
package struct BenchmarkProgram {
  private let name: String
  private let benchmarks: [any Benchmark]
  private let works: [any Work.Type]

  /// A program by its name, what it measures, and what its workers do.
  package init(_ name: String, _ benchmarks: [any Benchmark], works: [any Work.Type]) {
    self.name = name
    self.benchmarks = benchmarks
    self.works = works
  }

  /// Runs all of it, with `--only NAME` a part; only a failure to measure ends it with 1.
  package func run() async {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments.first == Worker.flag {
        try await Worker.run(Array(arguments.dropFirst()), of: works)
      } else {
        try await measure(try chosen(arguments))
      }
    } catch {
      progress("\(name): \(error)")
      exit(1)
    }
  }

  private func chosen(_ arguments: [String]) throws -> [any Benchmark] {
    if arguments.isEmpty { return benchmarks }
    guard arguments.count == 2, arguments[0] == "--only",
      let one = benchmarks.first(where: { $0.name == arguments[1] })
    else {
      let names = benchmarks.map { "  \($0.name)  \($0.summary)" }.joined(separator: "\n")
      throw MeasurementFailure("Usage: \(name) [--only NAME], where NAME is one of\n\(names)")
    }
    return [one]
  }

  private func measure(_ benchmarks: [any Benchmark]) async throws {
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
  private func progress(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}
