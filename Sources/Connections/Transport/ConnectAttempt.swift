import Exchanges
import Glibc
import NIOCore
import NIOPosix
import Routes

/// One try to connect to one address.
enum ConnectAttempt {
  /// What one read takes, bytes: little at first, for a large buffer is memory that the system has to find, and more
  /// where that was full.
  private static let receiveBuffers = AdaptiveRecvByteBufferAllocator(
    minimum: 16 << 10, initial: 16 << 10, maximum: 256 << 10)

  /// Begins to connect; the channel reads nothing before it is told to.
  ///
  /// - Parameters:
  ///   - address: Where to.
  ///   - binding: The IP address or the interface to come from, and the ports, of which the first that is free is used.
  ///   - loop: The loop that it is called on, and that the channel lives on.
  ///   - made: Takes the channel as soon as there is one, so that it can be closed before it is connected.
  /// - Returns: The connected channel.
  static func begin(
    to address: NetworkAddress, from binding: LocalBinding?, on loop: any EventLoop,
    made: @escaping @Sendable (any Channel) -> Void
  ) -> EventLoopFuture<any Channel> {
    guard let ports = binding?.ports else {
      return begin(to: address, from: binding?.source, port: 0, on: loop, made: made)
    }
    @Sendable func attempt(_ port: Int) -> EventLoopFuture<any Channel> {
      begin(to: address, from: binding?.source, port: port, on: loop, made: made).flatMapError { error in
        SystemError.number(in: error) == EADDRINUSE && port < ports.upperBound
          ? attempt(port + 1) : loop.makeFailedFuture(error)
      }
    }
    return attempt(ports.lowerBound)
  }

  /// One try from one port; 0 is any.
  private static func begin(
    to address: NetworkAddress, from source: LocalBinding.Source?, port: Int, on loop: any EventLoop,
    made: @escaping @Sendable (any Channel) -> Void
  ) -> EventLoopFuture<any Channel> {
    do {
      var sourceAddress = try source?.address().map { NetworkAddress(ip: "\($0)", port: port) }
      if sourceAddress == nil, port > 0, let ip = address.ip {
        sourceAddress = NetworkAddress(ip: ip.contains(":") ? "::" : "0.0.0.0", port: port)
      }
      let interface = source?.interface
      var bootstrap = ClientBootstrap(group: loop)
        .channelOption(.allowRemoteHalfClosure, value: true)
        .channelOption(.autoRead, value: false)
        // What one read brought is dealt with before more is taken.
        .channelOption(.maxMessagesPerRead, value: 1)
        .channelOption(.recvAllocator, value: receiveBuffers)
        // Our own deadlines are the ones that count; NIO's own would be ten seconds.
        .connectTimeout(.hours(24))
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            made(channel)
            if let interface { try SocketFacts.bind(channel, toInterface: interface) }
          }
        }
      if let sourceAddress { bootstrap = bootstrap.bind(to: try IPAddress.socketAddress(sourceAddress)) }
      return bootstrap.connect(to: try IPAddress.socketAddress(address))
    } catch {
      return loop.makeFailedFuture(error)
    }
  }
}
