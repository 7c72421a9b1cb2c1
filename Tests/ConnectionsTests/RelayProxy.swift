import Glibc
import TLSEngine

/// An HTTP proxy on loopback for one connection: it answers one CONNECT with 200, whatever it asks for, and carries
/// bytes to and from one port from then on.
final class RelayProxy: Sendable {
  struct Failed: Error {}

  let port: Int
  private let listener: Int32

  /// With `tls` the proxy itself speaks TLS, and what it carries lies inside.
  init(to target: Int, tls: TLSServerContext? = nil) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = Self.loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutableBytes(of: &address) { bytes -> Int32 in
      let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
      return Glibc.bind(listener, address, length) == 0 ? getsockname(listener, address, &length) : -1
    }
    guard bound == 0, Glibc.listen(listener, 8) == 0 else { throw Failed() }
    port = Int(in_port_t(bigEndian: address.sin_port))
    try ScriptedServer.onThread {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { return }
      let answer = Array("HTTP/1.1 200 Connection established\r\n\r\n".utf8)
      let other = Self.connected(to: target)
      if let tls {
        guard let session = try? TLSSession(server: tls) else { return }
        return SecuredRelay(client, other, session, answer).run()
      }
      Self.readHead(client)
      _ = Glibc.send(client, answer, answer.count, Int32(MSG_NOSIGNAL))
      Self.relay(client, other)
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return address
  }

  private static func connected(to port: Int) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let address = loopback(port)
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeBytes(of: address) {
      Glibc.connect(descriptor, $0.assumingMemoryBound(to: sockaddr.self).baseAddress, length)
    }
    return descriptor
  }

  private static func readHead(_ connection: Int32) {
    var tail: [UInt8] = []
    var byte: UInt8 = 0
    while tail != [13, 10, 13, 10], recv(connection, &byte, 1, 0) == 1 { tail = (tail + [byte]).suffix(4) }
  }

  /// Carries bytes both ways until one side ends.
  private static func relay(_ one: Int32, _ other: Int32) {
    var entries = [one, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var space = [UInt8](repeating: 0, count: 1 << 16)
    relaying: while poll(&entries, 2, 30_000) > 0 {
      for (from, to) in [(0, 1), (1, 0)] where entries[from].revents != 0 {
        let count = recv(entries[from].fd, &space, space.count, 0)
        guard count > 0, Glibc.send(entries[to].fd, space, count, Int32(MSG_NOSIGNAL)) == count else {
          break relaying
        }
      }
    }
    close(one)
    close(other)
  }
}
