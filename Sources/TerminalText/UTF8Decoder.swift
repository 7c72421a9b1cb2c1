/// Turns bytes, cut anywhere, into scalars; what is not UTF-8 becomes U+FFFD, one for each maximal ill-formed part.
///
/// The rule is Unicode's (section 3.9, "U+FFFD Substitution of Maximal Subparts"), the one that Swift's own
/// `String(decoding:as:)` follows.
package struct UTF8Decoder: Sendable, Equatable {
  private var value: UInt32 = 0
  private var missing: UInt8 = 0
  /// The range in which the next continuation byte must be, so that overlong forms and surrogates fail at once.
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  package init() {}

  /// True in the middle of a scalar.
  package var isWaiting: Bool { missing > 0 }

  /// Takes one byte and calls `body` for each scalar that it completes or that it shows to be ill-formed: 0, 1 or 2.
  @inline(__always)
  package mutating func decode(_ byte: UInt8, _ body: (Unicode.Scalar) -> Void) {
    if missing > 0 {
      if byte >= lowest && byte <= highest {
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        (lowest, highest) = (0x80, 0xBF)
        if missing == 0 { body(Unicode.Scalar(value) ?? TerminalFilter.replacement) }
        return
      }
      missing = 0
      body(TerminalFilter.replacement)
    }
    if byte < 0x80 { body(Unicode.Scalar(byte)) } else if !begin(byte) { body(TerminalFilter.replacement) }
  }

  /// Ends the stream: gives U+FFFD for a scalar that was cut off.
  package mutating func finish(_ body: (Unicode.Scalar) -> Void) {
    if missing > 0 { body(TerminalFilter.replacement) }
    missing = 0
  }

  /// Takes the first byte of a longer form; false when no form begins so.
  private mutating func begin(_ byte: UInt8) -> Bool {
    (lowest, highest) = (0x80, 0xBF)
    switch byte {
    case 0xC2...0xDF: (missing, value) = (1, UInt32(byte & 0x1F))
    case 0xE0...0xEF:
      (missing, value) = (2, UInt32(byte & 0x0F))
      if byte == 0xE0 { lowest = 0xA0 }
      if byte == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      (missing, value) = (3, UInt32(byte & 0x07))
      if byte == 0xF0 { lowest = 0x90 }
      if byte == 0xF4 { highest = 0x8F }
    default: return false
    }
    return true
  }
}
