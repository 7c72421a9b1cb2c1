/// Application protocol names as they stand in the handshake (RFC 7301 §3.1).
enum ApplicationProtocols {
  /// Each name after a byte with its length.
  static func encode(_ names: [String]) throws(TLSError) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in names {
      guard (1...255).contains(name.utf8.count) else { throw .invalidProtocolName(name) }
      bytes.append(UInt8(name.utf8.count))
      bytes.append(contentsOf: name.utf8)
    }
    return bytes
  }

  /// Where in the client's list the first of the server's names stands, without its length byte.
  static func select(_ names: [String], from offered: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    for name in names {
      var start = 0
      while start < offered.count {
        let range = (start + 1)..<(start + 1 + Int(offered[start]))
        guard range.upperBound <= offered.count else { break }
        if offered[range].elementsEqual(name.utf8) { return range }
        start = range.upperBound
      }
    }
    return nil
  }
}
