/// A number of JSON as it was sent, for exact comparison: no digit is rounded, however many there are.
///
/// Two are equal when they are the same number: `1`, `1.0` and `10e-1` are.
struct JSONDecimal: Sendable, Hashable {
  /// -1, 0 or 1.
  private let sign: Int
  /// The digits from the first to the last that is not zero, ASCII.
  private let digits: [UInt8]
  /// Of ten, with the point before the first digit; exponents of more than 30 digits count as ones of 30.
  private let exponent: Int128

  /// A number of JSON's form, which must be one.
  init(_ text: some Sequence<UInt8>) {
    var digits: [UInt8] = []
    var isNegative = false
    var pointShift: Int128 = 0
    var exponent: Int128 = 0
    var exponentIsNegative = false
    var place = Place.integer
    for byte in text {
      switch byte {
      case UInt8(ascii: "-"):
        if place == .exponent { exponentIsNegative = true } else { isNegative = true }
      case UInt8(ascii: "."): place = .fraction
      case UInt8(ascii: "e"), UInt8(ascii: "E"): place = .exponent
      case 0x30...0x39:
        switch place {
        case .integer:
          if !digits.isEmpty || byte != 0x30 {
            digits.append(byte)
            pointShift += 1
          }
        case .fraction:
          if digits.isEmpty, byte == 0x30 { pointShift -= 1 } else { digits.append(byte) }
        case .exponent:
          exponent = min(exponent * 10 + Int128(byte - 0x30), Self.exponentLimit)
        }
      default: break
      }
    }
    while digits.last == 0x30 { digits.removeLast() }
    self.digits = digits
    sign = digits.isEmpty ? 0 : isNegative ? -1 : 1
    self.exponent = digits.isEmpty ? 0 : pointShift + (exponentIsNegative ? -exponent : exponent)
  }

  init(_ number: Int) {
    self.init(String(number).utf8)
  }

  static func < (left: JSONDecimal, right: JSONDecimal) -> Bool {
    if left.sign != right.sign { return left.sign < right.sign }
    return left.sign < 0 ? right.isNearerZero(than: left) : left.isNearerZero(than: right)
  }

  private func isNearerZero(than other: JSONDecimal) -> Bool {
    if exponent != other.exponent { return exponent < other.exponent }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  private enum Place { case integer, fraction, exponent }

  private static let exponentLimit: Int128 = 999_999_999_999_999_999_999_999_999_999
}
