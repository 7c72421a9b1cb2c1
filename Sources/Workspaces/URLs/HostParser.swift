import Foundation
import HTTPMessages

/// Reads the host of a URL by WHATWG's URL standard, section 3.5: names by IDNA, IPv4 in all its spellings, IPv6.
enum HostParser {
  /// The host as it goes into the Host field: a name in ASCII lower case, "127.0.0.1", "[::1]".
  static func host(_ bytes: [UInt8]) throws(RequestURLError) -> String {
    let typed = String(decoding: bytes, as: UTF8.self)
    if bytes.first == UInt8(ascii: "[") {
      guard bytes.last == UInt8(ascii: "]"), bytes.count > 1 else { throw .unclosedBracket(typed) }
      let inner = String(decoding: bytes[1..<bytes.count - 1], as: UTF8.self)
      if inner.utf8.contains(UInt8(ascii: "%")) { throw .zoneIdentifier(inner) }
      guard let address = IPv6Text(inner) else { throw .invalidIPv6(inner) }
      return "[\(address)]"
    }
    let name = try ascii(String(decoding: PercentDecoding.decode(bytes), as: UTF8.self))
    try check(name, typed)
    if name.isEmpty { throw .missingHost }
    guard IPv4Text.endsInNumber(name) else { return name }
    guard let address = IPv4Text(name) else { throw .invalidIPv4(typed) }
    return "\(address)"
  }

  /// Domain to ASCII: what is all ASCII is only lowered, the rest goes through Foundation's UTS 46 (nontransitional).
  private static func ascii(_ name: String) throws(RequestURLError) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: name.utf8.map(lowered), as: UTF8.self)
    }
    // Foundation reads a whole URL: nothing in the name may end the host early.
    try check(name, name)
    guard let encoded = URLComponents(string: "http://\(name)/")?.encodedHost,
      encoded.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "%") })
    else { throw .invalidName(name) }
    return String(decoding: encoded.utf8.map(lowered), as: UTF8.self)
  }

  /// Refuses the forbidden domain code points.
  private static func check(_ name: String, _ typed: String) throws(RequestURLError) {
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{20}", "\u{7F}", "#", "/", ":", "<", ">", "?", "@", "[", "\\", "]", "^", "|", "%":
        throw .forbiddenHostCharacter(scalar, host: typed)
      default: break
      }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
