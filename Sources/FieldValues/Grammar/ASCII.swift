/// Bytes by what they are in ASCII.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let percent: UInt8 = 0x25
  static let apostrophe: UInt8 = 0x27
  static let open: UInt8 = 0x28
  static let close: UInt8 = 0x29
  static let star: UInt8 = 0x2A
  static let comma: UInt8 = 0x2C
  static let dash: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let at: UInt8 = 0x40
  static let question: UInt8 = 0x3F
  static let backslash: UInt8 = 0x5C

  static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// A character of a token (RFC 9110 §5.6.2).
  static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5E...0x7A, 0x7C, 0x7E: true
    default: false
    }
  }

  /// A character of the base64-like word after an authentication scheme (RFC 9110 §11.2), padding left aside.
  static func isToken68Byte(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || [dash, dot, 0x5F, 0x7E, 0x2B, slash].contains(byte)
  }

  static func lowered(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The value of a hexadecimal digit.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }

  /// The number that digits write; nil where there is another byte or none, `Int.max / 40` where it is larger.
  static func number(_ bytes: some Sequence<UInt8>) -> Int? {
    var value: Int?
    for byte in bytes {
      guard isDigit(byte) else { return nil }
      value = min((value ?? 0) * 10 + Int(byte - 0x30), Int.max / 40)
    }
    return value
  }
}
