import Glibc
import NIOCore
import NIOPosix
import TLSEngine

/// Accepts connections for the server on one event loop, where its state lives too.
struct Listener: Sendable {
  private let loop: any EventLoop
  private let router = Router(PracticeServer.endpoints)
  private let state: NIOLoopBoundBox<ServerState>

  init(loop: any EventLoop) {
    self.loop = loop
    state = NIOLoopBoundBox.makeBoxSendingValue(ServerState(), eventLoop: loop)
  }

  /// Listens on a port, 0 for a free one, with TLS where a configuration is given, and tells the port.
  func listen(host: String, port: Int, tls: TLSServerConfiguration?) async throws(PracticeServerError) -> Int {
    let bootstrap = ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 64 << 10))
      .childChannelOption(.writeBufferWaterMark, value: .init(low: 256 << 10, high: 1 << 20))
      .childChannelInitializer { [router, state] channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let tls { try pipeline.addHandler(TLSServerHandler(TLSSession(server: tls))) }
          try pipeline.addHandler(ConnectionHandler(ServerConnection(router: router, state: state.value)))
        }
      }
    do {
      let channel = try await bootstrap.bind(host: host, port: port).get()
      return channel.localAddress?.port ?? port
    } catch let error as IOError {
      throw .cannotListen(host: host, port: port, reason: String(cString: strerror(error.errnoCode)))
    } catch {
      throw .cannotListen(host: host, port: port, reason: "no such address")
    }
  }
}
