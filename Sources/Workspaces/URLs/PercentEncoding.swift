/// Percent-encoding by the sets of WHATWG's URL standard, section 1.3.
package enum PercentEncoding {
  /// Bytes that are written as %XX.
  package struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ characters: StaticString) {
      // The C0 control percent-encode set: controls, DEL and all that is not ASCII.
      for byte in 0...0x1F { insert(UInt8(byte)) }
      insert(0x7F)
      for index in 0..<characters.utf8CodeUnitCount { insert(characters.utf8Start[index]) }
    }

    private mutating func insert(_ byte: UInt8) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }

    package func contains(_ byte: UInt8) -> Bool {
      switch byte {
      case 0..<64: low & (1 << UInt64(byte)) != 0
      case 64..<128: high & (1 << UInt64(byte - 64)) != 0
      default: true
      }
    }

    /// The path percent-encode set.
    package static let path = ByteSet(" \"#<>?^`{}")
    /// The special-query percent-encode set: that of http and https.
    package static let query = ByteSet(" \"#<>'")
    /// What a parameter's name or value must not have bare in a query.
    package static let parameter = ByteSet(" \"#<>'&+%=")
    /// The application/x-www-form-urlencoded percent-encode set; a space is a plus there, not in this set.
    package static let form = ByteSet("!\"#$%&'()+,/:;<=>?@[\\]^`{|}~")
  }

  /// The bytes with those of `set` as %XX.
  package static func encode(_ bytes: some Sequence<UInt8>, _ set: ByteSet) -> [UInt8] {
    var encoded: [UInt8] = []
    for byte in bytes {
      if set.contains(byte) {
        encoded += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      } else {
        encoded.append(byte)
      }
    }
    return encoded
  }

  /// A name or value of a body of form fields (WHATWG URL, section 5.2).
  package static func encodeForm(_ text: String) -> [UInt8] {
    encode(text.utf8, .form).map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "+") : $0 }
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
  }
}
