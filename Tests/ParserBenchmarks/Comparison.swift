import BenchmarkSupport

/// One input read by all who can, as a table.
struct Comparison {
  struct Line {
    var name: String
    /// Nanoseconds of one pass.
    var samples: Samples
    /// For a head or chunk; nil where not counted.
    var allocations: Double?
    /// For a byte; nil where not counted.
    var instructions: Double?
  }

  let input: Input
  let lines: [Line]

  init(_ input: Input, _ contestants: [any Contestant], _ options: Options) throws {
    self.input = input
    var names: [String] = []
    var readings: [any Reading] = []
    var instructions: [Double?] = []
    for contestant in contestants {
      guard let reading = try contestant.reading(input) else { continue }
      names.append(contestant.name)
      readings.append(reading)
      instructions.append(options.countsInstructions ? try InstructionCount.perByte(input, contestant) : nil)
    }
    let samples = Slices.measure(readings, seconds: options.seconds)
    lines = names.indices.map {
      Line(
        name: names[$0], samples: samples[$0], allocations: AllocationCount.perUnit(input, readings[$0]),
        instructions: instructions[$0])
    }
  }

  /// The line that the ratios are to.
  var yardstick: Line? {
    Contestants.yardsticks.lazy.compactMap { name in lines.first { $0.name == name } }.first
  }

  var text: String {
    let yardstick = yardstick
    var table = MarkdownTable(heads: [
      "parser", "ns a \(input.unit), least", "median", "GB/s", "instructions a byte", "allocations a \(input.unit)",
      yardstick.map { "time ÷ \($0.name)" } ?? "ratio",
    ])
    for line in lines {
      table.add([
        line.name, nanoseconds(line.samples.least), nanoseconds(line.samples.median), gigabytes(line),
        instructions(line), line.allocations.map { $0 == 0 ? "0" : $0 < 0.001 ? "<0.001" : Text.number($0) } ?? "–",
        yardstick.map { Text.number(line.samples.least / $0.samples.least) } ?? "–",
      ])
    }
    let size = input.unitCount == 1 ? "\(input.bytes.count) bytes" : "\(input.bytes.count) bytes in all"
    return "\(input.name): \(input.title), \(size)\n\n\(table.text)\n"
  }

  /// A line's time, rate and instructions in one cell.
  func figures(_ line: Line) -> String {
    "\(nanoseconds(line.samples.least)) ns · \(gigabytes(line)) GB/s · \(instructions(line))"
  }

  private func nanoseconds(_ pass: Double) -> String {
    Text.number(pass / Double(input.unitCount))
  }

  private func gigabytes(_ line: Line) -> String {
    Text.number(Double(input.bytes.count) / line.samples.least)
  }

  private func instructions(_ line: Line) -> String {
    line.instructions.map { Text.number($0, digits: $0 < 1 ? 4 : 2) } ?? "–"
  }
}
