import BenchmarkSupport
import Glibc

/// Measures the parser beside others in one run: time, instructions and allocations.
///
/// `swift run -c release barewire-parser-benchmarks`; `--help` tells the options. Only a failure to measure fails.
@main
enum ParserBenchmarks {
  static func main() async {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      try await TemporaryFolder.with { try run(options, in: $0) }
    } catch {
      print(error)
      exit(1)
    }
  }

  private static func run(_ options: Options, in folder: TemporaryFolder) throws {
    let contestants = try Contestants.all(options, in: folder)
    let spin = Calibration.spinMilliseconds()
    let gigahertz = 6 * Double(Calibration.spinSteps) / spin / 1e6
    print(
      """
      machine: \(Calibration.cores) cores, load \(Text.number(Calibration.load, digits: 2)); a fixed spin takes \
      \(Text.milliseconds(spin)), so about \(Text.number(gigahertz)) GHz; copies \(Text.number(Calibration.copyRate())) GB/s
      \(AllocationCount.control())

      """)
    for input in options.inputs {
      print(try Comparison(input, contestants, options).text)
      fflush(nil)
    }
  }
}
