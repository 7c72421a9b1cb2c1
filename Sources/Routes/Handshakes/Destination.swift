/// Where a proxy is asked to connect to.
package struct Destination: Sendable, Hashable {
  /// A name for the proxy to look up, or an address without brackets.
  package let host: String
  /// 1 to 65535.
  package let port: Int

  /// `host` is the endpoint's own where the proxy looks names up (`Proxy.Kind.resolvesNames`), else one of the
  /// addresses that were found for it.
  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// The address that the host is, if it is one.
  var address: IPLiteral? { IPLiteral(host) }

  /// Why this cannot be said to any proxy; nil where it can.
  var problem: String? {
    if host.isEmpty { return "There is no host to connect to: give the URL one." }
    if host.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
      return "The host has a space or a control character in it, which no proxy can be told: correct the URL."
    }
    if !(1...65535 ~= port) { return "\(port) is not a port: use one from 1 to 65535." }
    return nil
  }

  /// In network byte order.
  var portBytes: [UInt8] { [UInt8(truncatingIfNeeded: port >> 8), UInt8(truncatingIfNeeded: port)] }
}

extension Destination: CustomStringConvertible {
  /// `host:port`, an IPv6 address in brackets (RFC 9112 §3.2.3).
  package var description: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
