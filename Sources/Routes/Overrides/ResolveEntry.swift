/// Addresses to use in place of a look-up, in the form of curl's `--resolve`.
///
/// `[+]HOST:PORT:ADDRESS[,ADDRESS]…` gives addresses, `-HOST:PORT` takes them away again; HOST may be `*`, for any. The
/// plus says in curl that the entry ages like others of its cache; nothing is cached here, and it makes no difference.
package struct ResolveEntry: Sendable, Hashable {
  /// A name in small letters, an address without brackets, or "*".
  package let host: String
  package let port: Int
  /// Empty where the entry takes addresses away.
  package let addresses: [IPLiteral]
  package let isTemporary: Bool

  package init(_ text: String) throws(RouteError) {
    var rest = text[...]
    let isRemoval = rest.hasPrefix("-")
    isTemporary = rest.hasPrefix("+")
    if isRemoval || isTemporary { rest.removeFirst() }
    guard let pieces = HostAndPort.pieces(of: rest, limit: 3), pieces.count == (isRemoval ? 2 : 3),
      let host = HostAndPort.host(pieces[0]), !host.isEmpty
    else { throw .resolveEntry(text) }
    guard let port = PortText.port(pieces[1]) else { throw .resolvePort(pieces[1]) }
    self.host = host
    self.port = port
    addresses = isRemoval ? [] : try Self.addresses(pieces[2])
  }

  private static func addresses(_ text: String) throws(RouteError) -> [IPLiteral] {
    var addresses: [IPLiteral] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let isBracketed = piece.hasPrefix("[") && piece.hasSuffix("]") && piece.utf8.count > 1
      let inner = isBracketed ? piece.dropFirst().dropLast() : piece
      guard let address = IPLiteral(String(inner)), address.isIPv6 || !isBracketed else {
        throw .resolveAddress(String(piece))
      }
      if !addresses.contains(address) { addresses.append(address) }
    }
    return addresses
  }

  /// Whether this entry is about a host and a port.
  func isAbout(_ host: String, _ port: Int) -> Bool {
    port == self.port && HostAndPort.isSame(host, self.host)
  }
}

extension ResolveEntry: CustomStringConvertible {
  /// The entry as it is typed.
  package var description: String {
    let place = "\(host.contains(":") ? "[\(host)]" : host):\(port)"
    if addresses.isEmpty { return "-" + place }
    let list = addresses.map { $0.isIPv6 ? "[\($0)]" : "\($0)" }.joined(separator: ",")
    return "\(isTemporary ? "+" : "")\(place):\(list)"
  }
}
