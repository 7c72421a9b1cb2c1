/// One end of a connection: an IP address and a port, or the path of a socket.
package enum NetworkAddress: Sendable, Hashable {
  /// An IP address as text, without brackets, and a port.
  case internet(ip: String, port: Int)
  /// A Unix-domain socket; the client's end of one has no path.
  case socket(path: String)

  package init(ip: String, port: Int) {
    self = .internet(ip: ip, port: port)
  }

  /// The IP address as text; nil where it is a path.
  package var ip: String? {
    if case .internet(let ip, _) = self { ip } else { nil }
  }

  package var isIPv6: Bool { ip?.contains(":") == true }
}

extension NetworkAddress: CustomStringConvertible {
  package var description: String {
    switch self {
    case .internet(let ip, let port): isIPv6 ? "[\(ip)]:\(port)" : "\(ip):\(port)"
    case .socket(let path): path.isEmpty ? "a socket without a path" : path
    }
  }
}
