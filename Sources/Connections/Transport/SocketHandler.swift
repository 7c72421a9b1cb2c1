import NIOCore

/// Carries what the socket does to the connection, and nothing else.
///
/// It runs on the event loop, which is the connection's executor: the calls are direct.
final class SocketHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data)
    connection.assumeIsolated { $0.socketRead(buffer) }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // The bytes are recorded by now; not reading before is what reaches the peer as back-pressure.
    if connection.assumeIsolated({ $0.wantsRead }) { context.read() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent {
      connection.assumeIsolated { $0.socketEnded() }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    connection.assumeIsolated { $0.socketBroke(error) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    connection.assumeIsolated { $0.socketClosed() }
  }
}
