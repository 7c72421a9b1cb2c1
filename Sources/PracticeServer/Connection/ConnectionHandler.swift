import Glibc
import NIOCore

/// Takes the actions of a ``PracticeConnection`` on its socket: writes only while the socket takes it, and reads HTTP/1 only
/// when there is nothing to write.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum Phase {
    case working, waiting, holding, lingering, closed
  }

  /// Steps of at most this many bytes are gathered into one write.
  private static let smallStep = 4 << 10
  private static let gatheredLimit = 64 << 10
  /// Bytes written before other connections get their turn.
  private static let turn = 4 << 20
  /// How long a closing connection drops what still comes, so that no reset destroys the response on its way.
  private static let lingering = TimeAmount.seconds(2)

  private var connection: PracticeConnection
  private var phase = Phase.working
  private var isPumping = false
  private var gathered = ByteBuffer()
  private var timer: Scheduled<Void>?

  init(_ connection: PracticeConnection) {
    self.connection = connection
  }

  func channelActive(context: ChannelHandlerContext) {
    pump(context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard phase != .lingering, phase != .closed else { return }
    unwrapInboundIn(data).withUnsafeReadableBytes { connection.receive($0, now: .now()) }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if phase == .lingering { context.read() } else { pump(context) }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    pump(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let agreed = event as? ApplicationProtocol {
      connection.agree(on: agreed, now: .now())
      return pump(context)
    }
    guard case .some(.inputClosed) = event as? ChannelEvent else { return context.fireUserInboundEventTriggered(event) }
    connection.receiveEnd(now: .now())
    switch phase {
    case .holding: finish(context)
    case .lingering: context.close(promise: nil)
    default: pump(context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    phase = .closed
    timer?.cancel()
    timer = nil
  }

  private func pump(_ context: ChannelHandlerContext) {
    guard phase == .working, !isPumping else { return }
    isPumping = true
    defer { isPumping = false }
    timer?.cancel()
    if connection.readsAlways { context.read() }
    var written = 0
    while phase == .working {
      guard context.channel.isWritable else {
        context.flush()
        guard context.channel.isWritable else { return }
        continue
      }
      guard written < Self.turn else {
        context.flush()
        return context.eventLoop.assumeIsolated().execute { self.pump(context) }
      }
      switch connection.next(now: .now()) {
      case .write(let bytes):
        written += bytes.readableBytes
        write(bytes, context)
      case .wait(let milliseconds):
        flush(context)
        wait(.milliseconds(Int64(milliseconds)), context)
      case .read(let moment):
        flush(context)
        if let moment { pump(at: moment, context) }
        return context.read()
      case .hold:
        flush(context)
        phase = .holding
      case .finish: finish(context)
      case .reset: reset(context)
      }
    }
  }

  private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    if bytes.readableBytes <= Self.smallStep {
      gathered.writeImmutableBuffer(bytes)
      if gathered.readableBytes >= Self.gatheredLimit { writeGathered(context) }
    } else {
      writeGathered(context)
      context.write(wrapOutboundOut(bytes), promise: nil)
    }
  }

  private func writeGathered(_ context: ChannelHandlerContext) {
    guard gathered.readableBytes > 0 else { return }
    context.write(wrapOutboundOut(gathered), promise: nil)
    gathered = ByteBuffer()
  }

  private func flush(_ context: ChannelHandlerContext) {
    writeGathered(context)
    context.flush()
  }

  private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    phase = .waiting
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
      guard self.phase == .waiting else { return }
      self.phase = .working
      self.pump(context)
    }
  }

  private func pump(at moment: NIODeadline, _ context: ChannelHandlerContext) {
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: moment) { self.pump(context) }
  }

  /// Closes the sending side once everything has left, then the rest when the other side has closed too.
  private func finish(_ context: ChannelHandlerContext) {
    phase = .lingering
    writeGathered(context)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
      guard self.phase == .lingering else { return }
      if self.connection.inputHasEnded { return context.close(promise: nil) }
      context.close(mode: .output, promise: nil)
      context.read()
      self.timer = context.eventLoop.assumeIsolated().scheduleTask(in: Self.lingering) {
        if self.phase == .lingering { context.close(promise: nil) }
      }
    }
  }

  private func reset(_ context: ChannelHandlerContext) {
    phase = .closed
    let close = { context.close(promise: nil) }
    guard let options = context.channel as? any SocketOptionProvider else { return close() }
    // Closing with a linger time of 0 sends a reset.
    options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in close() }
  }
}
