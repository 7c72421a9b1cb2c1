import BenchmarkSupport

/// Times of several parsers on one input, taken in turns, so that whatever else the machine does hits all alike.
struct Slices {
  /// One slice should take as long: short enough to often run undisturbed, long enough for the clock.
  private static let sliceNanoseconds = 500_000.0
  /// Everybody has as many, however long they take.
  private static let fewest = 7

  private let reading: any Reading
  private let passes: Int
  private var spent = 0.0
  /// Nanoseconds of one pass.
  private(set) var samples = Samples()

  /// Finds how many passes make a slice; the parser is warm afterwards.
  private init(_ reading: any Reading) {
    self.reading = reading
    var passes = 1
    while true {
      reading.prepare(passes: passes)
      let began = Moment.now
      _ = reading.read(passes: passes)
      let nanoseconds = began.nanoseconds
      if nanoseconds >= Self.sliceNanoseconds / 2 {
        self.passes = max(1, Int(Double(passes) * Self.sliceNanoseconds / nanoseconds))
        return
      }
      passes *= 2
    }
  }

  /// Measures for some seconds, which are shared out evenly.
  static func measure(_ readings: [any Reading], seconds: Double) -> [Samples] {
    var all = readings.map(Slices.init)
    let share = seconds * 1e9 / Double(max(1, all.count))
    while let first = all.indices.first(where: { all[$0].isUnfinished(share) }) {
      for index in first..<all.count where all[index].isUnfinished(share) { all[index].run() }
    }
    return all.map(\.samples)
  }

  private func isUnfinished(_ share: Double) -> Bool { spent < share || samples.values.count < Self.fewest }

  private mutating func run() {
    reading.prepare(passes: passes)
    let began = Moment.now
    _ = reading.read(passes: passes)
    let nanoseconds = began.nanoseconds
    spent += nanoseconds
    samples.add(nanoseconds / Double(passes))
  }
}
