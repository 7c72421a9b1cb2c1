/// What all versions of SOCKS can fail with.
enum SOCKSFailure {
  /// The first byte of an answer is none of this version.
  static func foreignAnswer(_ byte: UInt8, version: String) -> HandshakeFailure {
    switch byte {
    case UInt8(ascii: "H"):
      HandshakeFailure("The proxy seems to answer in HTTP, not in \(version): give it as http://host:port.")
    case 0x15, 0x16:
      HandshakeFailure("The proxy seems to answer in TLS, not in \(version): give it as https://host:port.")
    default:
      HandshakeFailure(
        "The proxy's answer is not \(version): it begins with the byte \(byte). Check the proxy's kind and port.")
    }
  }

  /// The proxy went away before the handshake was over.
  static func closed(before step: String) -> HandshakeFailure {
    HandshakeFailure(
      "The proxy closed the connection before \(step): check the proxy's kind, its port and whether it lets you in.")
  }
}
