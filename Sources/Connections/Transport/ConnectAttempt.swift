import Exchanges
import NIOCore
import NIOPosix
import Routes

/// One try to connect to one address.
enum ConnectAttempt {
  /// What one read takes at most, bytes.
  private static let receiveBufferSize = 256 << 10

  /// Begins to connect; the channel reads nothing before it is told to.
  ///
  /// - Parameters:
  ///   - address: Where to.
  ///   - source: The IP address, the interface or both to come from.
  ///   - loop: The loop that it is called on, and that the channel lives on.
  ///   - made: Takes the channel as soon as there is one, so that it can be closed before it is connected.
  /// - Returns: The connected channel.
  static func begin(
    to address: NetworkAddress, from source: LocalBinding.Source?, on loop: any EventLoop,
    made: @escaping @Sendable (any Channel) -> Void
  ) -> EventLoopFuture<any Channel> {
    do {
      let sourceAddress = try source?.address().map { NetworkAddress(ip: "\($0)", port: 0) }
      let interface = source?.interface
      var bootstrap = ClientBootstrap(group: loop)
        .channelOption(.allowRemoteHalfClosure, value: true)
        .channelOption(.autoRead, value: false)
        .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: receiveBufferSize))
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
