/// Bytes with a meaning in HTTP's grammar.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0a
  static let carriageReturn: UInt8 = 0x0d
  static let space: UInt8 = 0x20
  static let comma: UInt8 = 0x2c
  static let slash: UInt8 = 0x2f
  static let zero: UInt8 = 0x30
  static let colon: UInt8 = 0x3a
  static let at: UInt8 = 0x40
  static let delete: UInt8 = 0x7f

  static func isWhitespace(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// NUL, LF and CR, which no value may have (RFC 9113 §8.2.1).
  static func isForbiddenInValues(_ byte: UInt8) -> Bool { byte == 0 || byte == lineFeed || byte == carriageReturn }

  static func lowercased(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }
}

extension Collection where Element == UInt8 {
  /// True where these are the bytes of a text.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && text.withUTF8Buffer { elementsEqual($0) }
  }

  /// The number that decimal digits write; nil where other bytes stand, or where it is too large to count.
  var decimalNumber: Int? {
    guard !isEmpty else { return nil }
    var number = 0
    for byte in self {
      guard Byte.isDigit(byte) else { return nil }
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeToo) = tens.addingReportingOverflow(Int(byte - Byte.zero))
      guard !isTooLarge, !isTooLargeToo else { return nil }
      number = sum
    }
    return number
  }
}

extension BidirectionalCollection where Element == UInt8 {
  /// The bytes without white space at both ends.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !Byte.isWhitespace($0) }),
      let last = lastIndex(where: { !Byte.isWhitespace($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
