/// Counts of bytes as curl's `--limit-rate` reads them.
enum ByteCountText {
  /// More is never meant, and all sums stay far below what an `Int` holds.
  static let limit = 1 << 40

  private static let units: [(letter: Character, shift: Int)] = [("G", 30), ("M", 20), ("K", 10), ("B", 0)]

  /// Digits, then perhaps B, K, M or G for powers of 1024; nil for all else and beyond `limit`.
  static func count(_ text: some StringProtocol) -> Int? {
    let unit = text.last.flatMap { last in units.first { "\($0.letter)" == last.uppercased() } }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard 1...13 ~= digits.utf8.count, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let number = Int(digits), number <= limit >> (unit?.shift ?? 0)
    else { return nil }
    return number << (unit?.shift ?? 0)
  }

  /// The shortest text for a count that is exact.
  static func text(_ count: Int) -> String {
    for (letter, shift) in units where shift > 0 && count > 0 && count % (1 << shift) == 0 {
      return "\(count >> shift)\(shift == 10 ? "k" : "\(letter)")"
    }
    return "\(count)"
  }
}
