import Glibc
import Synchronization

/// TCP ports of 127.0.0.1.
enum LoopbackPort {
  /// Below those that the kernel gives to whoever asks for any port, connections among them.
  private static let range = 12_000..<32_000
  private static let given = Mutex<Set<Int>>([])

  /// A port that nobody has at the moment, and that is given to nobody else.
  static func free() throws -> Int {
    for _ in 0..<1000 {
      let port = Int.random(in: range)
      guard given.withLock({ $0.insert(port).inserted }) else { continue }
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      if withAddress(port, { bind(descriptor, $0, $1) }) == 0 { return port }
    }
    throw HarnessFailure("There is no free port.")
  }

  static func answers(_ port: Int) -> Bool {
    let descriptor = connected(port)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// A connection to the port; -1 where nobody listens.
  static func connected(_ port: Int) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    if withAddress(port, { connect(descriptor, $0, $1) }) == 0 { return descriptor }
    close(descriptor)
    return -1
  }

  static func withAddress<Result>(_ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    var address = address(port)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    return address
  }
}
