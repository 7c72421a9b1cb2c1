/// The server's name as TLS needs it.
enum ServerName: Equatable {
  /// A host name in ASCII without a dot at its end.
  case host(String)
  /// An IP literal without brackets and zone.
  case address(String)

  init(_ text: String) throws(TLSError) {
    var name = text[...]
    if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
    let address = name.prefix { $0 != "%" }
    if IPAddressText.bytes(of: String(address)) != nil, address.count == name.count || address.contains(":") {
      self = .address(String(address))
      return
    }
    if name.hasSuffix(".") { name = name.dropLast() }
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isName, (1...255).contains(name.utf8.count) else { throw .invalidServerName(text) }
    self = .host(String(name))
  }
}
