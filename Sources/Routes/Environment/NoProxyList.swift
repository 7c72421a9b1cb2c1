import HTTPMessages

/// The hosts that no proxy is asked for, as curl reads them from NO_PROXY.
///
/// Entries stand between commas or blanks. A name is meant with all names below it, a dot before it changes nothing; an
/// address is compared by its value, and may be a network (`10.0.0.0/8`); one of IPv6 has no brackets. Ports are not
/// understood, and a `*` stands for all only where it is the whole list.
package struct NoProxyList: Sendable, Hashable {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The first entry that a host is meant by; nil without one.
  ///
  /// `host` is as in an `Endpoint`: without brackets.
  package func entry(for host: String) -> String? {
    if text == "*" { return text }
    if host.isEmpty { return nil }
    let address = IPLiteral(host)
    let name = Self.withoutFinalDot(host.utf8[...])
    return text.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      .first { entry in
        if let address { return Self.isMeant(address, by: String(Substring(entry))) }
        return Self.isMeant(name, by: Self.withoutFinalDot(entry))
      }
      .map { String(Substring($0)) }
  }

  private static func isMeant(_ address: IPLiteral, by entry: String) -> Bool {
    let pieces = entry.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let network = IPLiteral(String(pieces[0])) else { return false }
    if pieces.count == 1 { return network == address }
    guard 1...3 ~= pieces[1].utf8.count, pieces[1].utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let bits = Int(pieces[1])
    else { return false }
    return address.isInNetwork(network, bits: bits)
  }

  private static func isMeant(_ name: Substring.UTF8View, by entry: Substring.UTF8View) -> Bool {
    let domain = entry.first == UInt8(ascii: ".") ? entry.dropFirst() : entry
    if domain.isEmpty || domain.count > name.count { return false }
    let (above, tail) = (name.dropLast(domain.count), name.suffix(domain.count))
    return ASCIICase.equal(tail, domain) && (above.isEmpty || above.last == UInt8(ascii: "."))
  }

  private static func withoutFinalDot(_ text: Substring.UTF8View) -> Substring.UTF8View {
    text.last == UInt8(ascii: ".") ? text.dropLast() : text
  }
}
