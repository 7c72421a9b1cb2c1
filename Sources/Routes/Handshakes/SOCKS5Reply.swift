/// A reply to a request of SOCKS5 (RFC 1928 §6).
struct SOCKS5Reply {
  /// 0 for success.
  let code: UInt8
  /// Where the proxy's own connection begins, in words.
  let bound: String
  let byteCount: Int

  /// Reads the reply that bytes begin with.
  ///
  /// Nil while it is incomplete; after a failure nobody waits for the address, which some proxies leave out. The version
  /// was looked at before.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return nil }
    code = bytes[1]
    guard code == 0 else {
      bound = ""
      byteCount = 2
      return
    }
    guard bytes.count >= 5 else { return nil }
    let start = bytes[3] == 3 ? 5 : 4
    let length: Int
    switch bytes[3] {
    case 1: length = 4
    case 3: length = Int(bytes[4])
    case 4: length = 16
    default:
      // Where such an address ends nobody knows.
      return nil
    }
    byteCount = start + length + 2
    guard bytes.count >= byteCount else { return nil }
    let host = bytes[start..<(start + length)]
    let port = Int(bytes[byteCount - 2]) << 8 | Int(bytes[byteCount - 1])
    bound = Destination(host: IPLiteral(bytes: host)?.description ?? PrintableText.text(host), port: port).description
  }

  /// Whether the bytes begin with a success whose address is of no known type.
  static func hasUnknownAddress(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4 && bytes[1] == 0 && ![1, 3, 4].contains(bytes[3])
  }

  /// The code in words.
  var words: String {
    switch code {
    case 0: "connected; the proxy's own end is \(bound)"
    case 1: "general failure of the proxy"
    case 2: "its rules do not allow this connection"
    case 3: "the network cannot be reached from it"
    case 4: "the host cannot be reached from it, or has no address there"
    case 5: "the host refused the connection"
    case 6: "the way to the host is too long (TTL expired)"
    case 7: "it knows no connections by command (command not supported)"
    case 8: "it does not support this kind of address"
    default: "it answered with the unknown code \(code)"
    }
  }
}
