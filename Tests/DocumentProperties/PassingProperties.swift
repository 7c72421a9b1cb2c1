import ParserProperties
import Recordings

@testable import Documents

/// What holds of JSON that nobody looks at: passed over by whole tokens, it is what taking byte by byte makes of it.
extension RowProperties<JSONRows> {
  /// The walker stands at the start of each row as if it had come there byte by byte.
  func holdPassing(_ random: inout Random) throws(BrokenProperty) {
    let taken = try walkers(passing: false, budget: .max >> 1).map(Self.place)
    // Nothing is passed over in pieces of a few bytes.
    for budget in [.max >> 1, 60 + random.below(200)] {
      let passed = try walkers(passing: true, budget: budget).map(Self.place)
      let same = zip(taken, passed).prefix { $0 == $1 }.count
      let (wanted, found) = (taken.dropFirst(same).first ?? "none", passed.dropFirst(same).first ?? "none")
      try input.hold(
        taken == passed, "passed over in pieces of \(budget): row \(same) is \(found) instead of \(wanted)")
    }
  }

  /// Rows behind others that were passed over are the same.
  func holdSkipping(_ random: inout Random) throws(BrokenProperty) {
    guard !whole.isEmpty else { return }
    let first = random.below(whole.count)
    let some = try Self.drafts(from: start, skipping: first, limit: 3, budget: .max >> 1, encoding, source, input)
    try same(some.map(\.row), whole[first..<min(whole.count, first + 3)].map(\.row), "behind \(first) rows")
  }

  /// Names are told to stand twice however the content is cut.
  func holdRepeatedNames(_ random: inout Random) throws(BrokenProperty) {
    func found(budget: Int) throws(BrokenProperty) -> [[Int]] {
      try input.hold("names") { () throws(RecordingError) in
        let names = RepeatedNames(start.form)
        while try names.advance(source, budget: budget) {}
        return names.found.map { [$0.first, $0.second] }
      }
    }
    let taken = try found(budget: 7)
    let passed = try found(budget: 60 + random.below(1000))
    try input.hold(taken == passed, "names that stand twice are \(taken), passed over \(passed)")
  }

  /// Where a walker stands, in full.
  private static func place(of walker: JSONRows) -> String {
    let levels = (0..<min(walker.depth, JSONRows.placedDepth)).map { level in
      "\(walker.starts[level])/\(walker.members[level])"
    }
    let kinds = (0..<min(walker.depth, JSONRows.checkedDepth)).map { level in
      walker.kinds[level >> 6] >> UInt64(level & 63) & 1
    }
    return """
      \(walker.position) \(walker.depth) \(walker.expectation) \(walker.rowStart) \(walker.isContinuation) \
      \(walker.token) \(walker.problems) \(walker.told) \(walker.texts) \(walker.fold.last) \(levels) \(kinds)
      """
  }
}
