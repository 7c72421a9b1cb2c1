/// An IPv4 address out of any spelling that WHATWG's URL standard reads: parts may be few, octal or hexadecimal.
struct IPv4Text: CustomStringConvertible, Equatable {
  private let address: UInt32

  /// Nil where the text is no address.
  init?(_ text: String) {
    var parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard (1...4).contains(parts.count) else { return nil }
    var numbers: [UInt64] = []
    for part in parts {
      guard let number = Self.number(part) else { return nil }
      numbers.append(number)
    }
    let last = numbers.removeLast()
    guard numbers.allSatisfy({ $0 <= 255 }), last < 1 << UInt64(8 * (4 - numbers.count)) else { return nil }
    var address = last
    for (index, number) in numbers.enumerated() { address += number << UInt64(8 * (3 - index)) }
    self.address = UInt32(address)
  }

  /// Whether a name's last label is a number, so that the name must be an address.
  static func endsInNumber(_ name: String) -> Bool {
    var labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if labels.last?.isEmpty == true {
      if labels.count == 1 { return false }
      labels.removeLast()
    }
    guard let last = labels.last, !last.isEmpty else { return false }
    return last.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } || number(last) != nil
  }

  /// A part's value; one too great for any address counts as the greatest.
  private static func number(_ part: some Collection<UInt8>) -> UInt64? {
    let text = String(decoding: part, as: UTF8.self)
    if text.isEmpty { return nil }
    let (digits, radix) =
      if text.hasPrefix("0x") || text.hasPrefix("0X") {
        (text.dropFirst(2), 16)
      } else if text.utf8.count > 1, text.hasPrefix("0") {
        (text.dropFirst(1), 8)
      } else {
        (text[...], 10)
      }
    if digits.isEmpty { return 0 }
    guard digits.unicodeScalars.allSatisfy({ isDigit($0, radix) }) else { return nil }
    return UInt64(digits, radix: radix).map { min($0, 1 << 40) } ?? 1 << 40
  }

  private static func isDigit(_ scalar: Unicode.Scalar, _ radix: Int) -> Bool {
    guard scalar.isASCII, let value = Character(scalar).hexDigitValue else { return false }
    return value < radix
  }

  var description: String {
    [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }.joined(separator: ".")
  }
}
