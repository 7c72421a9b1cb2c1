import BenchmarkSupport
import Glibc

/// Measures the parser beside others in one run: time, instructions and allocations.
///
/// `swift run -c release barewire-parser-benchmarks`; `--help` tells the options. It fails where something cannot be
/// measured or Barewire allocates, never by a time.
@main
enum ParserBenchmarks {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.contains("--help") {
      print(Options.usage)
      return
    }
    do {
      let options = try Options(arguments)
      try await TemporaryFolder.with { try run(options, in: $0) }
    } catch {
      print(error)
      exit(1)
    }
  }

  private static func run(_ options: Options, in folder: TemporaryFolder) throws {
    let contestants = try Contestants(options, in: folder)
    let spin = Calibration.spinMilliseconds()
    let gigahertz = 6 * Double(Calibration.spinSteps) / spin / 1e6
    print(
      """
      machine: \(Calibration.cores) cores, load \(Text.number(Calibration.load, digits: 2)); a fixed spin takes \
      \(Text.milliseconds(spin)), so about \(Text.number(gigahertz)) GHz; copies \(Text.number(Calibration.copyRate())) GB/s
      \(AllocationCount.control())
      """)
    for peer in contestants.absent { print("absent: \(peer)") }
    print()
    var summary = Summary()
    for input in options.inputs {
      let comparison = try Comparison(input, contestants.all, options)
      print(comparison.text)
      fflush(nil)
      summary.add(comparison)
    }
    print(summary.text)
    if let failure = summary.failure { throw failure }
  }
}
