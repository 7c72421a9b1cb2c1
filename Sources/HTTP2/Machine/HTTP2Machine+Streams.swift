/// Streams from their beginning to their end (RFC 9113 §5.1).
extension HTTP2Machine {
  func newStream(_ id: StreamID, answering method: [UInt8]?) -> HTTP2Stream {
    HTTP2Stream(
      id: id, sendWindow: peerSettings.initialWindowSize,
      receiveWindow: ReceiveWindow(target: announcedSettings.initialWindowSize),
      inbound: InboundMessage(role, answering: method))
  }

  /// The other side has said all on a stream, by DATA that ended at `offset`.
  mutating func endReceiving(_ stream: StreamID, at offset: Int) {
    if let code = streams[stream]?.inbound.end() {
      report(code, offset..<offset, stream: stream)
      guard streams[stream] != nil, failure == nil else { return }
    }
    finishReceiving(stream)
  }

  mutating func finishReceiving(_ stream: StreamID) {
    streams[stream]?.isReceiving = false
    events.append(.messageEnded(stream))
    closeIfEnded(stream)
  }

  mutating func finishSending(_ stream: StreamID) {
    streams[stream]?.isSending = false
    closeIfEnded(stream)
  }

  private mutating func closeIfEnded(_ stream: StreamID) {
    guard let open = streams[stream], !open.isSending, !open.isReceiving else { return }
    streams[stream] = nil
    closed.insert(stream, .ended)
    if open.unconsumed > 0 { draining[stream] = open.unconsumed }
    events.append(.streamClosed(stream))
  }

  /// Drops a stream that ended too early; nobody will consume what came on it.
  mutating func forget(_ stream: StreamID, _ end: ClosedStreams.End) {
    let unconsumed = streams.removeValue(forKey: stream)?.unconsumed ?? 0
    closed.insert(stream, end)
    if let increment = receiveWindow.consume(unconsumed) { writer.windowUpdate(.connection, increment: increment) }
  }

  /// Resets a stream because of what the other side did on it.
  mutating func refuse(_ stream: StreamID, _ code: HTTP2ErrorCode, _ range: Range<Int>) {
    guard failure == nil, !stream.isConnection else { return }
    let before = writer.bytes.count
    let isOpen = streams[stream] != nil
    writer.resetStream(stream, code)
    answered(since: before, range)
    guard failure == nil else { return }
    // A peer can make this side reset its streams as fast as it could reset them itself.
    if !role.opens(stream), !resets.spend(now: now) { return report(.resetsTooMany, range) }
    forget(stream, .resetHere)
    if isOpen { events.append(.streamReset(stream, code, by: role, mayRetry: false)) }
  }
}
