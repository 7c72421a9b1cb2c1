import TestSupport
import Testing

@testable import Differences

@Suite("Differences of sequences")
struct SequenceDifferenceTests {
  /// The length of a longest common subsequence, by the table.
  private func commonCount(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }

  /// What the changes leave is the same on both sides; how much that is.
  private func kept(_ left: [UInt64], _ right: [UInt64], _ changes: [SequenceChange]) -> Int? {
    var (x, y, kept) = (0, 0, 0)
    for change in changes + [.init(left: left.count..<left.count, right: right.count..<right.count)] {
      guard change.left.lowerBound - x == change.right.lowerBound - y, change.left.lowerBound >= x else { return nil }
      guard left[x..<change.left.lowerBound] == right[y..<change.right.lowerBound] else { return nil }
      kept += change.left.lowerBound - x
      (x, y) = (change.left.upperBound, change.right.upperBound)
    }
    return kept
  }

  @Test("the changes are the fewest, for short sequences of few elements")
  func fewest() {
    var random = SplitMix(seed: 1)
    for size in 1...40 {
      for alphabet in [2, 3, 8, 30] {
        for _ in 0..<8 {
          let left = (0..<Int.random(in: 0...size, using: &random)).map { _ in
            UInt64.random(in: 0..<UInt64(alphabet), using: &random)
          }
          let right = (0..<Int.random(in: 0...size, using: &random)).map { _ in
            UInt64.random(in: 0..<UInt64(alphabet), using: &random)
          }
          let changes = SequenceDifference.changes(left, right)
          #expect(kept(left, right, changes) == commonCount(left, right), "\(left) \(right)")
        }
      }
    }
  }

  @Test("long sequences are compared in steps of bounded work, and the changes are right")
  func long() {
    var random = SplitMix(seed: 2)
    var left = (0..<20_000).map { _ in UInt64.random(in: 0..<5000, using: &random) }
    let right = left
    for _ in 0..<4000 {
      let place = Int.random(in: 0..<left.count, using: &random)
      if Bool.random(using: &random) {
        left.remove(at: place)
      } else {
        left.insert(UInt64.random(in: 0..<5000, using: &random), at: place)
      }
    }
    let changes = SequenceDifference.changes(left, right)
    let same = kept(left, right, changes) ?? 0
    #expect(same > 12_000, "\(same)")
  }

  @Test("two sequences with nothing in common are one change")
  func nothingInCommon() {
    let changes = SequenceDifference.changes(Array(0..<50_000), Array(50_000..<90_000))
    #expect(changes == [SequenceChange(left: 0..<50_000, right: 0..<40_000)])
  }

  @Test("the same elements in a reversed order end in bounded time")
  func reversed() {
    let left = (0..<30_000).map { UInt64($0) }
    let right = Array(left.reversed())
    #expect(kept(left, right, SequenceDifference.changes(left, right)) ?? 0 >= 1)
  }
}

@Suite("Hashes of rows")
struct HashedRowsTests {
  private func rows(_ hashes: [UInt64], limit: Int) -> HashedRows {
    var rows = HashedRows(limit: limit)
    for hash in hashes { rows.append(hash) }
    return rows
  }

  @Test("few rows are units of their own")
  func few() {
    let rows = rows([5, 6, 7], limit: 8)
    #expect(rows.level == 0 && rows.hashes == [5, 6, 7])
    #expect(rows.rows(ofUnits: 1..<3) == 1..<3)
  }

  @Test("many rows become units that depend on what is in them, not on where they stand")
  func many() {
    var random = SplitMix(seed: 3)
    let hashes = (0..<10_000).map { _ in UInt64.random(in: 0..<UInt64.max, using: &random) }
    let left = rows(hashes, limit: 256)
    var right = rows([1, 2, 3] + hashes[..<5000] + [9] + hashes[5000...], limit: 256)
    #expect(left.hashes.count <= 256 && left.level > 0 && left.rowCount == 10_000)
    right.coarsen(to: left.level)
    var same = left
    same.coarsen(to: right.level)
    let changes = SequenceDifference.changes(same.hashes, right.hashes)
    #expect((1...2).contains(changes.count))
    let rowsAgain = changes.map { right.rows(ofUnits: $0.right) }
    #expect(rowsAgain.contains { $0.contains(0) } && rowsAgain.contains { $0.contains(5003) })
  }

  @Test("rows that are all the same are one unit at last")
  func same() {
    let rows = rows([UInt64](repeating: 12, count: 1000), limit: 16)
    #expect(rows.hashes.count == 1)
    #expect(rows.rows(ofUnits: 0..<1) == 0..<1000)
  }
}
