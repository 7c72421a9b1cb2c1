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

  /// Runs all of it, with `--only NAME` a part; `--help` tells the names.
  ///
  /// Only a failure to measure, and wrong usage, end it with 1.
  package func run() async {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments.first == Worker.flag {
        try await Worker.run(Array(arguments.dropFirst()), of: works)
      } else if arguments == ["--help"] {
        print(usage)
      } else {
        try await measure(try chosen(arguments))
      }
    } catch {
      progress("\(name): \(error)")
      exit(1)
    }
  }

  private var usage: String {
    let width = benchmarks.map(\.name.count).max() ?? 0
    let names = benchmarks.map { benchmark in
      "  \(benchmark.name)\(String(repeating: " ", count: width + 2 - benchmark.name.count))\(benchmark.summary)"
    }
    return "Usage: \(name) [--only NAME]…, where NAME is one of\n\(names.joined(separator: "\n"))"
  }

  private func chosen(_ arguments: [String]) throws -> [any Benchmark] {
    if arguments.isEmpty { return benchmarks }
    let names = stride(from: 0, to: arguments.count, by: 2).map { index in
      arguments[index] == "--only" && index + 1 < arguments.count ? arguments[index + 1] : ""
    }
    guard names.allSatisfy({ name in benchmarks.contains { $0.name == name } }) else { throw MeasurementFailure(usage) }
    return benchmarks.filter { names.contains($0.name) }
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
