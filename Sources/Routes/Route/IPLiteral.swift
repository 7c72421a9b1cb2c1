import Glibc

/// An IP address as the bytes that go over the network: 4 of IPv4, 16 of IPv6.
package struct IPLiteral: Sendable, Hashable {
  package let bytes: [UInt8]

  /// Reads four decimal numbers, or RFC 4291 §2.2's forms without brackets and zone; nil for all else.
  package init?(_ text: String) {
    // A NUL would end the text early for the system.
    guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
    let isIPv6 = text.utf8.contains(UInt8(ascii: ":"))
    var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
    guard inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
    self.bytes = bytes
  }

  /// The address of these bytes; nil unless they are 4 or 16.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = Array(bytes)
  }

  package var isIPv6: Bool { bytes.count == 16 }

  /// Whether the first `bits` bits are those of the network; false for addresses of the other kind.
  func isInNetwork(_ network: IPLiteral, bits: Int) -> Bool {
    guard network.bytes.count == bytes.count, 0...(8 * bytes.count) ~= bits else { return false }
    let (whole, rest) = (bits / 8, bits % 8)
    guard bytes.prefix(whole) == network.bytes.prefix(whole) else { return false }
    return rest == 0 || (bytes[whole] ^ network.bytes[whole]) >> UInt8(8 - rest) == 0
  }
}

extension IPLiteral: CustomStringConvertible {
  /// As the system writes it (RFC 5952), without brackets.
  package var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard inet_ntop(isIPv6 ? AF_INET6 : AF_INET, bytes, &text, socklen_t(text.count)) != nil else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
