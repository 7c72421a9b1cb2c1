import Glibc
import NIOCore
import NIOPosix
import TLSEngine

/// Accepts connections for the server on one event loop, where its state lives too.
struct Listener: Sendable {
  private let loop: any EventLoop
  private let host: String
  private let router = Router(PracticeServer.endpoints)
  private let state: NIOLoopBoundBox<ServerState>

  init(loop: any EventLoop, host: String) {
    self.loop = loop
    self.host = host
    state = NIOLoopBoundBox.makeBoxSendingValue(ServerState(), eventLoop: loop)
  }

  /// Listens on a port for plain HTTP, 0 for a free one, and tells the port.
  func listen(port: Int) async throws(PracticeServerError) -> Int {
    try await listen(port: port) { _ in }
  }

  /// Listens on a port for each kind of TLS, and tells them; `port` is for the good one, the others are free ones.
  func listenTLS(port: Int, contexts: sending TLSContexts) async throws(PracticeServerError) -> [PracticeTLSPort: Int] {
    let contexts = NIOLoopBoundBox.makeBoxSendingValue(contexts, eventLoop: loop)
    var ports: [PracticeTLSPort: Int] = [:]
    for kind in PracticeTLSPort.allCases {
      ports[kind] = try await listen(port: kind == .good ? port : 0) { pipeline in
        try pipeline.addHandler(TLSServerHandler(contexts.value.session(for: kind)))
      }
    }
    return ports
  }

  private func listen(
    port: Int, secure: @escaping @Sendable (ChannelPipeline.SynchronousOperations) throws -> Void
  ) async throws(PracticeServerError) -> Int {
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
          try secure(pipeline)
          try pipeline.addHandler(ConnectionHandler(PracticeConnection(router: router, state: state.value)))
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
