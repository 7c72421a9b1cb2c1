import Dispatch
import Exchanges
import Glibc

/// A server on loopback that does on each connection exactly what its script says, whatever the client does.
///
/// The first connection gets the first script and so on; the last script serves all that follow.
final class ScriptedServer: Sendable {
  enum Step: Sendable {
    /// Reads to the end of a head.
    case readHead
    /// Reads that many bytes.
    case read(Int)
    /// Reads until the client closes.
    case readToEnd
    case send(String)
    case sendBytes(count: Int)
    /// FIN, and the client can go on.
    case shutDownSending
    case reset
    /// Waits until the client has closed, without reading before.
    case hold
    /// Waits for a signal of the test.
    case wait(DispatchSemaphore)
  }

  struct Failed: Error {}

  let port: Int
  private let listener: Int32

  convenience init(ipv6: Bool = false, port: Int = 0, scripts: [[Step]]) throws {
    let listener = socket(ipv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
    try self.init(listener, port: try Self.bind(listener, ipv6: ipv6, port: port), scripts: scripts)
  }

  /// A server on a Unix-domain socket, which it makes.
  convenience init(path: String, scripts: [[Step]]) throws {
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafeBytes(of: &address) {
      Glibc.bind(listener, $0.assumingMemoryBound(to: sockaddr.self).baseAddress, length)
    }
    guard result == 0 else { throw Failed() }
    try self.init(listener, port: 80, scripts: scripts)
  }

  private init(_ listener: Int32, port: Int, scripts: [[Step]]) throws {
    self.listener = listener
    self.port = port
    guard Glibc.listen(listener, 128) == 0 else { throw Failed() }
    try Self.onThread {
      var next = 0
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        // A test's process of its own would hold it open.
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        let script = scripts[min(next, scripts.count - 1)]
        next += 1
        try? Self.onThread {
          Self.run(script, on: connection)
          Glibc.close(connection)
        }
      }
      Glibc.close(listener)
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  func endpoint(host: String = "127.0.0.1") -> Endpoint {
    Endpoint(scheme: .http, host: host, port: port)
  }

  /// A port on which nothing listens.
  static func refusedPort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { Glibc.close(descriptor) }
    return try bind(descriptor, ipv6: false, port: 0)
  }

  /// Runs blocking work on a thread of its own: the threads of tasks and queues are few, and others need them.
  static func onThread(_ body: @escaping @Sendable () -> Void) throws {
    final class Work: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let result = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      work.release()
      throw Failed()
    }
    pthread_detach(thread)
  }

  private static func bind(_ descriptor: Int32, ipv6: Bool, port: Int) throws -> Int {
    if ipv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = in_port_t(port).bigEndian
      address.sin6_addr = in6addr_loopback
      return try bind(descriptor, &address, port: \.sin6_port)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return try bind(descriptor, &address, port: \.sin_port)
  }

  private static func bind<A>(_ descriptor: Int32, _ address: inout A, port: KeyPath<A, in_port_t>) throws -> Int {
    var length = socklen_t(MemoryLayout<A>.size)
    let result = withUnsafeMutableBytes(of: &address) { bytes -> Int32 in
      let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
      let bound = Glibc.bind(descriptor, address, length)
      return bound == 0 ? getsockname(descriptor, address, &length) : bound
    }
    guard result == 0 else { throw Failed() }
    return Int(in_port_t(bigEndian: address[keyPath: port]))
  }

  private static func run(_ script: [Step], on connection: Int32) {
    for step in script {
      switch step {
      case .readHead:
        var tail: [UInt8] = []
        while tail != [13, 10, 13, 10] {
          var byte: UInt8 = 0
          guard recv(connection, &byte, 1, 0) == 1 else { return }
          tail = (tail + [byte]).suffix(4)
        }
      case .read(let count):
        var left = count
        var space = [UInt8](repeating: 0, count: 1 << 16)
        while left > 0 {
          let got = recv(connection, &space, min(left, space.count), 0)
          guard got > 0 else { return }
          left -= got
        }
      case .readToEnd:
        var space = [UInt8](repeating: 0, count: 1 << 16)
        while recv(connection, &space, space.count, 0) > 0 {}
      case .send(let text):
        guard send(Array(text.utf8), on: connection) else { return }
      case .sendBytes(let count):
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        var left = count
        while left > 0 {
          let size = min(left, piece.count)
          guard send(size == piece.count ? piece : Array(piece.prefix(size)), on: connection) else { return }
          left -= size
        }
      case .shutDownSending:
        shutdown(connection, Int32(SHUT_WR))
      case .reset:
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        return
      case .wait(let semaphore): semaphore.wait()
      case .hold:
        var entry = pollfd(fd: connection, events: 0x2000 /* POLLRDHUP, which Glibc hides */, revents: 0)
        poll(&entry, 1, 30_000)
      }
    }
  }

  private static func send(_ bytes: [UInt8], on connection: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress.map { $0 + offset }, bytes.count - offset, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }
}
