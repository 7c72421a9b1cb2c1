/// The hashes of a text's rows, in bounded room however many rows there are.
///
/// Where there are too many rows, several count as one *unit*: a unit ends at a row whose hash ends in enough zero bits,
/// so that the same text is divided in the same way wherever it stands. Two texts are compared by units first, then by
/// rows within the units that differ.
package struct HashedRows: Sendable {
  /// The most units that are kept.
  package static let unitLimit = 1 << 18

  /// Several rows that are compared as one.
  private struct Unit {
    var hash: UInt64
    /// One past its last row.
    var end: Int
    /// Zero bits at the end of its last row's hash.
    var strength: UInt8
  }

  private var units: [Unit] = []
  /// Zero bits that end a unit; 0 while each row is one.
  package private(set) var level: UInt8 = 0
  private let limit: Int

  /// No rows yet, and never more than `limit` units.
  package init(limit: Int = Self.unitLimit) {
    self.limit = max(2, limit)
  }

  /// Rows so far.
  package var rowCount: Int { units.last?.end ?? 0 }
  /// Each unit's hash.
  package var hashes: [UInt64] { units.map(\.hash) }

  /// Adds the next row.
  package mutating func append(_ hash: UInt64) {
    let row = Unit(hash: hash % Self.prime, end: rowCount + 1, strength: UInt8(hash.trailingZeroBitCount))
    add(row)
    while units.count > limit, level < 60 { coarsen(to: level + 1) }
  }

  /// Makes units that end at rows with so many zero bits.
  package mutating func coarsen(to level: UInt8) {
    guard level > self.level else { return }
    self.level = level
    let finer = units
    units.removeAll(keepingCapacity: true)
    var start = 0
    for unit in finer {
      add(unit, rows: unit.end - start)
      start = unit.end
    }
  }

  /// The rows that some units are made of.
  package func rows(ofUnits range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound == 0 ? 0 : units[range.lowerBound - 1].end
    return start..<(range.isEmpty ? start : units[range.upperBound - 1].end)
  }

  /// Puts rows into the last unit if that has not ended.
  private mutating func add(_ next: Unit, rows: Int = 1) {
    guard let last = units.last, last.strength < level else { return units.append(next) }
    // The hash of a row after row is a polynomial's value: it does not matter in which steps rows come together.
    let shifted = Self.times(last.hash, Self.power(rows))
    units[units.count - 1] = Unit(
      hash: (shifted + next.hash) % Self.prime, end: next.end, strength: next.strength)
  }

  /// 2⁶¹ - 1.
  private static let prime: UInt64 = (1 << 61) - 1
  /// Not known to whoever sends a text.
  private static let base = UInt64.random(in: 1 << 32..<prime)

  private static func times(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return ((product.high << 3 | product.low >> 61) + (product.low & prime)) % prime
  }

  private static func power(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    var factor = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = times(result, factor) }
      factor = times(factor, factor)
      rest >>= 1
    }
    return result
  }
}
