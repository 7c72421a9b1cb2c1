/// One end of a TCP connection: an IP address and a port.
package struct NetworkAddress: Sendable, Hashable {
  /// The address as text, without brackets.
  package var ip: String
  package var port: Int

  package init(ip: String, port: Int) {
    self.ip = ip
    self.port = port
  }

  package var isIPv6: Bool { ip.contains(":") }
}

extension NetworkAddress: CustomStringConvertible {
  package var description: String { isIPv6 ? "[\(ip)]:\(port)" : "\(ip):\(port)" }
}
