import BenchmarkSupport

/// Barewire beside the yardstick, a line for each input.
struct Summary {
  private var table = MarkdownTable(heads: [
    "ns a head or chunk · GB/s · instructions a byte", "Barewire", "beside", "", "ratio", "goal",
  ])
  private var allocating: [String] = []

  mutating func add(_ comparison: Comparison) {
    let (input, names) = (comparison.input, Barewire.both.map(\.name))
    for line in comparison.lines where names.contains(line.name) {
      guard let count = line.allocations, count > 0 else { continue }
      allocating.append("\(input.name): \(line.name) allocates \(Text.number(count)) times a \(input.unit).")
    }
    guard let ours = comparison.lines.first(where: { $0.name == Barewire.lenient.name }),
      let yardstick = comparison.yardstick
    else { return }
    let ratio = ours.samples.least / yardstick.samples.least
    table.add([
      input.name, comparison.figures(ours), yardstick.name, comparison.figures(yardstick),
      Text.number(ratio), ratio <= 1 ? "≤ 1" : "≤ 1: missed",
    ])
  }

  var text: String { "In short:\n\n\(table.text)\n" }

  /// What must not be, whatever the times are.
  var failure: MeasurementFailure? {
    allocating.isEmpty ? nil : MeasurementFailure("FAILED: " + allocating.joined(separator: "\nFAILED: "))
  }
}
