/// Bytes as hexadecimal digits.
enum Hexadecimal {
  /// Two digits a byte in capitals, with `separator` between.
  static func text(_ bytes: some Collection<UInt8>, separator: String = "") -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: separator)
  }
}
