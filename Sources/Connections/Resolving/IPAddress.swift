import Exchanges
import Glibc
import NIOCore

/// IP addresses as text and as the system's structures.
enum IPAddress {
  /// The address that `host` is, if it is one rather than a name; an IPv6 zone (`fe80::1%eth0`) may follow.
  static func literal(_ host: String, port: Int) -> NetworkAddress? {
    let withoutZone = host.prefix { $0 != "%" }
    guard host.utf8.allSatisfy({ $0 != 0 }),
      let address = try? SocketAddress(ipAddress: String(withoutZone), port: port),
      address.protocol == .inet6 || withoutZone.endIndex == host.endIndex
    else { return nil }
    return NetworkAddress(ip: host, port: port)
  }

  /// The address in a system structure, as text without a port; nil for what is not IP.
  static func text(of address: UnsafeMutablePointer<sockaddr>?, length: socklen_t) -> String? {
    guard let address else { return nil }
    var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard getnameinfo(address, length, &host, socklen_t(host.count), nil, 0, NI_NUMERICHOST) == 0 else { return nil }
    return host.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }

  /// What NIO connects to; throws for what is no address, and for a path that is too long for a socket's.
  static func socketAddress(_ address: NetworkAddress) throws -> SocketAddress {
    switch address {
    case .internet(let ip, let port):
      guard let address = numeric(ip, port: port) else { throw IOError(errnoCode: EAFNOSUPPORT, reason: "\(ip)") }
      return address
    case .socket(let path): return try SocketAddress(unixDomainSocketPath: path)
    }
  }

  /// `getaddrinfo` with a numeric host never asks a name server; unlike `inet_pton` it knows zones.
  private static func numeric(_ ip: String, port: Int) -> SocketAddress? {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(ip, String(port), &hints, &list) == 0, let entry = list?.pointee else {
      return nil
    }
    defer { freeaddrinfo(list) }
    return switch entry.ai_family {
    case AF_INET:
      entry.ai_addr.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { SocketAddress($0.pointee, host: "") }
    case AF_INET6:
      entry.ai_addr.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { SocketAddress($0.pointee, host: "") }
    default: nil
    }
  }
}
