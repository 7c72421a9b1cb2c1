/// Which characters one place of a regular expression takes.
struct ScalarSet: Sendable, Hashable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var isNegated = false
  /// One bit for each of ASCII.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let digit = ScalarSet([0x30...0x39])
  static let space = ScalarSet([0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x2028...0x2029])
  static let any = ScalarSet([0...0x10FFFF])

  init(_ ranges: [ClosedRange<UInt32>], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
    for code in 0..<UInt32(128) where ranges.contains(where: { $0.contains(code) }) != isNegated {
      if code < 64 { low |= 1 << UInt64(code) } else { high |= 1 << UInt64(code - 64) }
    }
  }

  /// One character, in either case where that does not matter.
  init(_ scalar: Unicode.Scalar, isCaseSensitive: Bool) {
    var ranges = [scalar.value...scalar.value]
    if !isCaseSensitive {
      for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
        guard let other = mapping.unicodeScalars.first, mapping.unicodeScalars.count == 1 else { continue }
        ranges.append(other.value...other.value)
      }
    }
    self.init(ranges)
  }

  /// The characters of others, or all but those; ASCII letters in either case where that does not matter.
  init(union sets: [ScalarSet], isNegated: Bool, isCaseSensitive: Bool) {
    var ranges: [ClosedRange<UInt32>] = []
    for set in sets { ranges += set.isNegated ? Self.complement(of: set.ranges) : set.ranges }
    if !isCaseSensitive {
      for range in ranges {
        let capitals = range.clamped(to: 0x41...0x5A)
        if range.overlaps(0x41...0x5A) { ranges.append(capitals.lowerBound + 32...capitals.upperBound + 32) }
        let small = range.clamped(to: 0x61...0x7A)
        if range.overlaps(0x61...0x7A) { ranges.append(small.lowerBound - 32...small.upperBound - 32) }
      }
    }
    self.init(ranges, isNegated: isNegated)
  }

  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low & (1 << UInt64(scalar)) != 0 }
    if scalar < 128 { return high & (1 << UInt64(scalar - 64)) != 0 }
    for range in ranges where range.contains(scalar) { return !isNegated }
    return isNegated
  }

  private static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var rest: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound >= next {
      if range.lowerBound > next { rest.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { rest.append(next...0x10FFFF) }
    return rest
  }
}
