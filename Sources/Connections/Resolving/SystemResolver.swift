package import Exchanges
import Glibc
import NIOPosix

/// The system's resolver (`getaddrinfo`), on threads of its own because it blocks, at worst for minutes.
///
/// `threadCount` look-ups run at once and later ones wait; the threads start with the first look-up.
package actor SystemResolver: NameResolver {
  private static let threadCount = 8
  private var threads: NIOThreadPool?

  /// A resolver without threads yet.
  package init() {}

  /// Looks up on a thread of its own; see `NameResolver`.
  package nonisolated func lookUp(
    _ host: String, port: Int, family: AddressFamily,
    answer: @escaping @Sendable (Result<[NetworkAddress], LookupFailure>) -> Void
  ) {
    Task {
      await pool().submit { _ in answer(Self.addresses(of: host, port: port, family: family)) }
    }
  }

  private func pool() -> NIOThreadPool {
    if let threads { return threads }
    let made = NIOThreadPool(numberOfThreads: Self.threadCount)
    made.start()
    threads = made
    return made
  }

  isolated deinit {
    // Threads that still wait for a name server end by themselves once it answers.
    threads?.shutdownGracefully { _ in }
  }

  private static func addresses(
    of host: String, port: Int, family: AddressFamily
  ) -> Result<[NetworkAddress], LookupFailure> {
    var hints = addrinfo()
    hints.ai_family = family == .ipv6 ? AF_INET6 : AF_INET
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &list)
    guard code == 0 else { return .failure(failure(code)) }
    defer { freeaddrinfo(list) }
    var addresses: [NetworkAddress] = []
    var next = list
    while let entry = next?.pointee {
      next = entry.ai_next
      guard let ip = IPAddress.text(of: entry.ai_addr, length: entry.ai_addrlen) else { continue }
      let address = NetworkAddress(ip: ip, port: port)
      if !addresses.contains(address) { addresses.append(address) }
    }
    return addresses.isEmpty ? .failure(.noSuchName) : .success(addresses)
  }

  private static func failure(_ code: Int32) -> LookupFailure {
    // -5 and -9 are EAI_NODATA and EAI_ADDRFAMILY, which Glibc hides without GNU extensions.
    switch code {
    case EAI_NONAME, -5, -9: .noSuchName
    case EAI_AGAIN: .noAnswer
    case EAI_SYSTEM: .other(SystemError.words(for: errno))
    default: .other(gai_strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
  }
}
