/// Base64 (RFC 4648 §4).
enum Base64 {
  /// The bytes that a text stands for; nil where it is none.
  ///
  /// Padding may be missing, as RFC 9651 §4.2.7 allows.
  static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var letters = 0
    var padding = 0
    for byte in text {
      if byte == ASCII.equals {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(byte) else { return nil }
      letters += 1
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    guard letters % 4 != 1, padding == 0 || (letters + padding) % 4 == 0 && padding < 3 else { return nil }
    return bytes
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
