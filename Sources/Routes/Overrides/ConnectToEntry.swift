/// Another place to connect to, in the form of curl's `--connect-to`: `HOST1:PORT1:HOST2:PORT2`.
///
/// An empty HOST1 or PORT1 stands for any, an empty HOST2 or PORT2 for the one that was asked for. Only the connection
/// goes elsewhere: the request, and the name in the TLS handshake, stay.
package struct ConnectToEntry: Sendable, Hashable {
  /// In small letters and without brackets; nil for any.
  package let host: String?
  package let port: Int?
  package let newHost: String?
  package let newPort: Int?

  package init(_ text: String) throws(RouteError) {
    guard var pieces = HostAndPort.pieces(of: text[...], limit: 4), 3...4 ~= pieces.count else {
      throw .connectTo(text)
    }
    if pieces.count == 3 { pieces.append("") }
    guard let host = HostAndPort.host(pieces[0]), let newHost = HostAndPort.host(pieces[2]) else {
      throw .connectTo(text)
    }
    self.host = host.isEmpty ? nil : host
    self.newHost = newHost.isEmpty ? nil : newHost
    port = try Self.port(pieces[1])
    newPort = try Self.port(pieces[3])
  }

  private static func port(_ text: String) throws(RouteError) -> Int? {
    if text.isEmpty { return nil }
    guard let port = PortText.port(text) else { throw .connectToPort(text) }
    return port
  }

  /// Whether this entry is about a host and a port.
  func isAbout(_ host: String, _ port: Int) -> Bool {
    (self.port ?? port) == port && self.host.map { HostAndPort.isSame($0, host) } ?? true
  }
}

extension ConnectToEntry: CustomStringConvertible {
  /// The entry as it is typed.
  package var description: String {
    func text(_ host: String?) -> String { host.map { $0.contains(":") ? "[\($0)]" : $0 } ?? "" }
    func text(_ port: Int?) -> String { port.map(String.init) ?? "" }
    return "\(text(host)):\(text(port)):\(text(newHost)):\(text(newPort))"
  }
}
