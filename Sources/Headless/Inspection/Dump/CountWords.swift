/// Counts and places in the words of a dump.
enum CountWords {
  /// An exact count of bytes, such as "1,234 bytes".
  static func bytes(_ count: Int) -> String { words(count, "byte") }

  /// An exact count of things.
  static func words(_ count: Int, _ thing: String) -> String {
    "\(grouped(count)) \(thing)\(count == 1 ? "" : "s")"
  }

  /// A range of offsets, such as "bytes 12..<14".
  static func place(_ range: Range<Int>) -> String {
    range.isEmpty ? "byte \(range.lowerBound)" : "bytes \(range.lowerBound)..<\(range.upperBound)"
  }

  private static func grouped(_ count: Int) -> String {
    var digits = "\(count)"
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return digits
  }
}
