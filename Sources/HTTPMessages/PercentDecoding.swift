/// Bytes that a URI writes as %XX (RFC 3986 §2.1).
package enum PercentDecoding {
  /// The bytes with each %XX as its byte; a % that no two hexadecimal digits follow stays.
  ///
  /// `plusIsSpace` is for the pairs of a form (WHATWG URL, section 5.1), in a query or in content.
  package static func decode(_ bytes: some Sequence<UInt8>, plusIsSpace: Bool = false) -> [UInt8] {
    let bytes = Array(bytes)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.percent, index + 2 < bytes.count,
        let high = value(of: bytes[index + 1]), let low = value(of: bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? Byte.space : byte)
        index += 1
      }
    }
    return decoded
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
