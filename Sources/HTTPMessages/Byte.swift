/// Bytes with a meaning in HTTP's grammar.
enum Byte {
  static let tab: UInt8 = 0x09
  static let verticalTab: UInt8 = 0x0b
  static let formFeed: UInt8 = 0x0c
  static let lineFeed: UInt8 = 0x0a
  static let carriageReturn: UInt8 = 0x0d
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let numberSign: UInt8 = 0x23
  static let percent: UInt8 = 0x25
  static let asterisk: UInt8 = 0x2a
  static let comma: UInt8 = 0x2c
  static let hyphen: UInt8 = 0x2d
  static let period: UInt8 = 0x2e
  static let slash: UInt8 = 0x2f
  static let zero: UInt8 = 0x30
  static let colon: UInt8 = 0x3a
  static let semicolon: UInt8 = 0x3b
  static let equals: UInt8 = 0x3d
  static let question: UInt8 = 0x3f
  static let at: UInt8 = 0x40
  static let openingBracket: UInt8 = 0x5b
  static let backslash: UInt8 = 0x5c
  static let closingBracket: UInt8 = 0x5d
  static let delete: UInt8 = 0x7f

  /// True for SP and HTAB.
  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// True for SP, HTAB, VT and FF, which a lenient reader of start lines takes for white space (RFC 9112 §3).
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { isWhitespace(byte) || byte == verticalTab || byte == formFeed }

  /// True for CR and LF.
  @inline(__always)
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == carriageReturn || byte == lineFeed }

  /// True for a control byte other than HTAB.
  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool { (byte < space && byte != tab) || byte == delete }

  /// The byte with an ASCII capital made small.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
