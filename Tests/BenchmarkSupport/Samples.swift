/// Figures of the same thing, measured again and again.
package struct Samples {
  package private(set) var values: [Double] = []

  package init(_ values: [Double] = []) {
    self.values = values
  }

  package mutating func add(_ value: Double) {
    values.append(value)
  }

  package var median: Double { percentile(0.5) }
  package var least: Double { values.min() ?? 0 }
  package var most: Double { values.max() ?? 0 }

  /// The smallest value that `share` (0 to 1) of all values do not exceed.
  package func percentile(_ share: Double) -> Double {
    if values.isEmpty { return 0 }
    let rank = (Double(values.count) * share).rounded(.up)
    return values.sorted()[min(values.count, max(1, Int(rank))) - 1]
  }
}
