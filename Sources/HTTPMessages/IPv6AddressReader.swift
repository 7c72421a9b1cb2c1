/// Checks an IPv6 address byte by byte: groups of hexadecimal digits, once "::" for groups of zero, perhaps an IPv4
/// address at the end (RFC 3986 §3.2.2).
struct IPv6AddressReader: Sendable {
  private var groupCount: UInt8 = 0
  /// Of the group, or the part of an IPv4 address, under way.
  private var digitCount: UInt8 = 0
  private var decimal: UInt16 = 0
  private var isDecimal = true
  private var colonCount: UInt8 = 0
  private var periodCount: UInt8 = 0
  private var isCompressed = false
  private var isInvalid = false

  mutating func take(_ byte: UInt8) {
    switch byte {
    case Byte.colon: takeColon()
    case Byte.period: takePeriod()
    default: takeDigit(byte)
    }
  }

  private mutating func takeDigit(_ byte: UInt8) {
    let isDigit = ByteClass.contains(byte, .digit)
    if !ByteClass.contains(byte, .hexDigit) || digitCount == 4 || periodCount > 0 && !isDigit { isInvalid = true }
    // One colon cannot begin the address.
    if colonCount == 1, groupCount == 0 { isInvalid = true }
    guard !isInvalid else { return }
    // A part of an IPv4 address has no zeros before its number.
    if !isDigit || digitCount > 0 && decimal == 0 { isDecimal = false }
    if isDigit { decimal = decimal * 10 + UInt16(byte &- Byte.zero) }
    digitCount += 1
    colonCount = 0
  }

  private mutating func takeColon() {
    if periodCount > 0 { isInvalid = true }
    if digitCount > 0 {
      groupCount += groupCount < 9 ? 1 : 0
      beginGroup()
      colonCount = 1
    } else if colonCount < 2 {
      colonCount += 1
      if colonCount == 2 {
        if isCompressed { isInvalid = true }
        isCompressed = true
      }
    } else {
      isInvalid = true
    }
  }

  private mutating func takePeriod() {
    if !isPartOfIPv4 || periodCount == 3 { isInvalid = true }
    periodCount = min(3, periodCount + 1)
    beginGroup()
  }

  private mutating func beginGroup() {
    digitCount = 0
    decimal = 0
    isDecimal = true
  }

  private var isPartOfIPv4: Bool { isDecimal && digitCount > 0 && decimal < 256 }

  /// True where the address is complete and right.
  var isValid: Bool {
    guard !isInvalid else { return false }
    let endsInCompression = digitCount == 0 && periodCount == 0
    if endsInCompression, colonCount != 2 { return false }
    if periodCount > 0, periodCount != 3 || !isPartOfIPv4 { return false }
    let count = groupCount + (periodCount > 0 ? 2 : endsInCompression ? 0 : 1)
    return isCompressed ? count < 8 : count == 8
  }
}
