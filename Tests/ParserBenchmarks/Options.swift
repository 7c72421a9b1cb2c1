import BenchmarkSupport

/// What the command line asks for.
struct Options {
  static let usage = """
    Usage: barewire-parser-benchmarks [options]

    Reads the same bytes with Barewire's parser and with others, in turns, and prints a table for each input:
    nanoseconds a head or chunk (the least and the median of many slices), GB/s, instructions a byte (counted one
    by one), allocations of a warm parser, and the time divided by that of picohttpparser with SSE4.2. The last
    table has Barewire's figures in short. It fails where Barewire allocates.

      --picohttpparser DIR  a checkout of h2o/picohttpparser, compiled with cc and run beside ours
      --llhttp DIR          a release of nodejs/llhttp, Node's deps/llhttp, or NIO's copy of it:
                            .build/checkouts/swift-nio/Sources/CNIOLLHTTP
      --only NAMES          inputs whose name has one of these words (comma between them):
                            \(inputNames)
      --parsers NAMES       parsers whose name has one of these words, as in `lenient,pico`
      --seconds S           how long each input is measured, 2 where not told
      --no-instructions     counting instructions is left out; it takes most of the time
      --help                this text
    """

  private(set) var picohttpparser: String?
  private(set) var llhttp: String?
  private(set) var seconds = 2.0
  private(set) var countsInstructions = true
  private var inputWords: [String] = []
  private var parserWords: [String] = []

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      if option == "--no-instructions" {
        countsInstructions = false
        continue
      }
      guard let value = rest.popFirst() else { throw MeasurementFailure(Self.usage) }
      switch option {
      case "--picohttpparser": picohttpparser = value
      case "--llhttp": llhttp = value
      case "--only": inputWords = Self.words(value)
      case "--parsers": parserWords = Self.words(value)
      case "--seconds":
        guard let number = Double(value), number > 0 else { throw MeasurementFailure(Self.usage) }
        seconds = number
      default: throw MeasurementFailure(Self.usage)
      }
    }
    if inputs.isEmpty { throw MeasurementFailure("No input has such a name. There are \(Self.inputNames).") }
  }

  var inputs: [Input] {
    if inputWords.isEmpty { return Inputs.all }
    // A name that is told whole means that input alone.
    let whole = Inputs.all.filter { inputWords.contains($0.name) }
    return whole.isEmpty ? Inputs.all.filter { input in inputWords.contains { input.name.contains($0) } } : whole
  }

  func takes(_ contestant: any Contestant) -> Bool {
    parserWords.isEmpty || parserWords.contains { contestant.name.lowercased().contains($0) }
  }

  private static var inputNames: String { Inputs.all.map(\.name).joined(separator: ", ") }

  private static func words(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.lowercased() }
  }
}
