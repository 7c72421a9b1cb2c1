/// A user and a password for a proxy; neither is ever shown.
package struct ProxyCredentials: Sendable, Hashable {
  /// Bytes, because a URL may have any behind its percent signs.
  package let user: Secret<[UInt8]>
  package let password: Secret<[UInt8]>

  package init(user: some Sequence<UInt8>, password: some Sequence<UInt8>) {
    self.user = Secret(Array(user))
    self.password = Secret(Array(password))
  }

  /// The value of a Proxy-Authorization field by the Basic scheme (RFC 7617 §2).
  package var basic: String { "Basic " + Self.base64(user.value + Array(":".utf8) + password.value) }

  var hasControlByte: Bool { (user.value + password.value).contains { $0 < 0x20 || $0 == 0x7F } }

  /// RFC 4648 §4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(letters[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(letters[Int(bits << UInt32(6 - count) & 63)]) }
    return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
  }
}
