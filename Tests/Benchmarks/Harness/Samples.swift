/// Figures of the same thing, measured again and again.
struct Samples {
  private(set) var values: [Double] = []

  init(_ values: [Double] = []) {
    self.values = values
  }

  mutating func add(_ value: Double) {
    values.append(value)
  }

  var median: Double { percentile(0.5) }
  var least: Double { values.min() ?? 0 }
  var most: Double { values.max() ?? 0 }

  /// The smallest value that `share` (0 to 1) of all values do not exceed.
  func percentile(_ share: Double) -> Double {
    if values.isEmpty { return 0 }
    let rank = (Double(values.count) * share).rounded(.up)
    return values.sorted()[min(values.count, max(1, Int(rank))) - 1]
  }
}
