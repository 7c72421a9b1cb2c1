/// A count of bytes as it stands in a path: digits, then perhaps `k`, `M` or `G` for powers of 1024.
enum ByteCount {
  /// 10 GiB, the longest content the server makes.
  static let limit = 10 << 30

  /// The count, or nil where the text is none or is more than ``limit``.
  static func parse(_ text: String) -> Int? {
    var digits = Array(text.utf8)
    var unit = 1
    switch digits.last {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): unit = 1 << 10
    case UInt8(ascii: "m"), UInt8(ascii: "M"): unit = 1 << 20
    case UInt8(ascii: "g"), UInt8(ascii: "G"): unit = 1 << 30
    default: break
    }
    if unit > 1 { digits.removeLast() }
    guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let count = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return count <= limit / unit ? count * unit : nil
  }
}
