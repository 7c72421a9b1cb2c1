/// A number of JSON text by its value, in decimal and exact.
struct JSONNumber: Hashable {
  /// Digits without zeros at either end; none for zero.
  private var digits: [UInt8] = []
  /// What the digits, as a whole number, are to be multiplied with: a power of ten.
  private var exponent = 0
  private var isNegative = false

  /// Reads a number as RFC 8259 writes it; nil where its exponent is out of all reason.
  init?(_ bytes: some Sequence<UInt8>) {
    var isInFraction = false
    var written: [UInt8]?
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-") where written == nil: isNegative = true
      case UInt8(ascii: "."): isInFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): written = []
      case _ where written != nil: written?.append(byte)
      default:
        digits.append(byte)
        if isInFraction { exponent -= 1 }
      }
    }
    if let written {
      guard written.count < 18, let power = Int(String(decoding: written, as: UTF8.self)) else { return nil }
      exponent += power
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    if digits.isEmpty { (exponent, isNegative) = (0, false) }
  }
}
