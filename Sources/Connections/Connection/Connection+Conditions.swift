import Exchanges
import NIOCore
import Recordings
import Routes

/// The network condition: bytes pass later, or the connection ends.
extension Connection {
  /// Keeps a write until the line lets it through.
  func hold(cipher: ByteBuffer, plain: ByteBuffer?) -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    held?.hold(HeldTraffic.Write(cipher: cipher, plain: plain, promise: promise, isPlain: plain != nil && tls == nil))
    releaseWrites()
    return promise.futureResult
  }

  /// Keeps bytes that came until the line lets them through.
  func hold(received buffer: ByteBuffer) {
    held?.received.writeImmutableBuffer(buffer)
    releaseReceived()
  }

  /// Keeps the socket's end behind the bytes before it; false where none are held back.
  func holds(_ end: HeldTraffic.End) -> Bool {
    guard let held, held.received.readableBytes > 0 else { return false }
    self.held?.ends.append(end)
    return true
  }

  /// Lets through what is due.
  func releaseHeld(now: Timestamp) {
    if let due = held?.upDue, now >= due { releaseWrites() }
    if let due = held?.downDue, now >= due {
      releaseReceived()
      if wantsRead { channel?.read() }
    }
  }

  /// What is held back is lost.
  func dropHeld() {
    let lost = held
    held = nil
    var writes = lost
    while let (_, _, whole) = writes?.takePiece(atMost: .max) { whole?.promise.fail(ChannelError.alreadyClosed) }
  }

  private func releaseWrites() {
    held?.upDue = nil
    while let waiting = held?.waitingToGo, waiting > 0 {
      switch held?.up.admit(waiting, now: .now()) {
      case .pass(let count)? where count > 0: write(pieces: count)
      case .wait(let moment)?:
        held?.upDue = moment
        return schedule()
      case .drop(let kind)?: return breakLine(kind)
      case .pass?, nil: return
      }
    }
    if held?.closesSending == true { channel?.close(mode: .output, promise: nil) }
  }

  private func write(pieces count: Int) {
    var left = count
    while left > 0, let (piece, plain, whole) = held?.takePiece(atMost: left) {
      left -= piece.readableBytes
      let written = writeNow(cipher: piece, plain: plain)
      if let whole { written.cascade(to: whole.promise) }
    }
  }

  private func releaseReceived() {
    held?.downDue = nil
    while let waiting = held?.received.readableBytes, waiting > 0 {
      switch held?.down.admit(waiting, now: .now()) {
      case .pass(let count)? where count > 0:
        if let piece = held?.received.readSlice(length: count) { take(piece) }
      case .wait(let moment)?:
        held?.downDue = moment
        return schedule()
      case .drop(let kind)?: return breakLine(kind)
      case .pass?, nil: return
      }
    }
    held?.received.discardReadBytes()
    while let end = held?.ends.first {
      held?.ends.removeFirst()
      switch end {
      case .peerEnded: socketEnded()
      case .broke(let error): socketBroke(error)
      case .closed: socketClosed()
      }
    }
  }

  private func breakLine(_ kind: ConnectionDrop.Kind) {
    let how = kind == .reset ? "reset" : "closed"
    let sentence = "The network condition \(options.condition) \(how) the connection, as you asked."
    note(.lineBroken(sentence))
    if kind == .reset, let channel { SocketFacts.lingerForReset(channel) }
    apply(machine.broke(.error(sentence)))
  }
}
