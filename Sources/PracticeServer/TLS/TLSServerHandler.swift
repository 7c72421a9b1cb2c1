import NIOCore
import TLSEngine

/// Puts a TLS session between the socket and the connection: cipher bytes below, plain bytes above.
final class TLSServerHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let session: TLSSession
  private var inputHasEnded = false

  init(_ session: TLSSession) {
    self.session = session
  }

  func channelActive(context: ChannelHandlerContext) {
    session.start()
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    unwrapInboundIn(data).withUnsafeReadableBytes { session.receive($0) }
    advance(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case .some(.inputClosed) = event as? ChannelEvent else { return context.fireUserInboundEventTriggered(event) }
    session.receiveEnd()
    advance(context)
    endInput(context)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    do {
      try unwrapOutboundIn(data).withUnsafeReadableBytes { bytes throws(TLSError) in try session.write(bytes) }
      context.write(wrapOutboundOut(takeCipher(context)), promise: promise)
    } catch {
      promise?.fail(error)
    }
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    session.closeNotify()
    if session.hasCipher { context.writeAndFlush(wrapOutboundOut(takeCipher(context)), promise: nil) }
    context.close(mode: mode, promise: promise)
  }

  /// Sends what the session has to send, hands up what it has decrypted, and closes after a failure.
  private func advance(_ context: ChannelHandlerContext) {
    if session.hasCipher { context.writeAndFlush(wrapOutboundOut(takeCipher(context)), promise: nil) }
    for case .established(let facts) in session.takeEvents() {
      context.fireUserInboundEventTriggered(ApplicationProtocol(name: facts.alpn))
    }
    if session.hasPlain {
      var plain = ByteBuffer()
      session.drainPlain { bytes in _ = plain.writeBytes(bytes) }
      context.fireChannelRead(wrapInboundOut(plain))
    }
    if session.hasReceivedClose { endInput(context) }
    if case .failed = session.phase { context.close(promise: nil) }
  }

  private func endInput(_ context: ChannelHandlerContext) {
    guard !inputHasEnded else { return }
    inputHasEnded = true
    context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
  }

  private func takeCipher(_ context: ChannelHandlerContext) -> ByteBuffer {
    var cipher = ByteBuffer()
    session.drainCipher { bytes in _ = cipher.writeBytes(bytes) }
    return cipher
  }
}
