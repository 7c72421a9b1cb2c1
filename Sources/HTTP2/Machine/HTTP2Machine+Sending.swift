/// What the owner sends.
///
/// Fields go out as they are, right or wrong: `HeadCheck` tells what is wrong with them.
extension HTTP2Machine {
  /// Why no stream can be opened now; nil where one can.
  package var refusal: StreamRefusal? {
    if failure != nil || goAwaySent != nil || goAwayReceived != nil { return .connectionEnding }
    guard nextStream != nil else { return .numbersUsedUp }
    let limit = peerSettings.maxConcurrentStreams ?? .max
    return streams.keys.count(where: { role.opens($0) }) < limit ? nil : .tooManyStreams(limit: limit)
  }

  /// Opens a stream with a request; of a client only.
  ///
  /// - Returns: The stream; its response comes in events.
  package mutating func openStream(
    _ fields: [HeaderField], endStream: Bool, priority: StreamPriority? = nil
  ) throws(StreamRefusal) -> StreamID {
    if let refusal { throw refusal }
    guard let id = nextStream else { throw .numbersUsedUp }
    nextStream = id.next
    highestOwn = id
    streams[id] = newStream(id, answering: fields.first(":method"))
    write(fields, on: id, endStream: endStream, priority: priority)
    return id
  }

  /// Sends a header section on an open stream: a response, an interim one, or trailers; false where the stream has
  /// ended for this side.
  @discardableResult
  package mutating func sendHead(_ fields: [HeaderField], on stream: StreamID, endStream: Bool) -> Bool {
    guard failure == nil, streams[stream]?.isSending == true else { return false }
    write(fields, on: stream, endStream: endStream, priority: nil)
    return true
  }

  /// Sends content as far as both windows allow, cut into frames; returns how many bytes were taken.
  ///
  /// Where that is fewer than `content` has, `sendWindowOpened` tells when more can go. `endStream` holds once all is
  /// taken. The bytes are copied into the output: hand over as much as the socket takes.
  package mutating func send(
    _ content: UnsafeRawBufferPointer, on stream: StreamID, endStream: Bool = false
  ) -> Int {
    guard failure == nil, let open = streams[stream], open.isSending else { return 0 }
    let count = max(0, min(content.count, open.sendWindow, sendWindow))
    let ends = endStream && count == content.count
    let size = max(1, min(peerSettings.maxFrameSize, configuration.dataFrameSize))
    var start = 0
    while start < count {
      let end = min(start + size, count)
      writer.data(
        UnsafeRawBufferPointer(rebasing: content[start..<end]), stream: stream, endStream: ends && end == count)
      start = end
    }
    if ends, count == 0 { writer.data(content, stream: stream, endStream: true) }
    sendWindow -= count
    streams[stream]?.sendWindow -= count
    streams[stream]?.isBlocked = count < content.count
    if ends { finishSending(stream) }
    return count
  }

  /// Bytes that `send` would take now.
  package func sendCapacity(of stream: StreamID) -> Int {
    guard let open = streams[stream], open.isSending else { return 0 }
    return max(0, min(open.sendWindow, sendWindow))
  }

  /// Gives a stream up.
  package mutating func reset(_ stream: StreamID, _ code: HTTP2ErrorCode = .cancel) {
    if let unconsumed = draining.removeValue(forKey: stream),
      let increment = receiveWindow.consume(unconsumed)
    {
      writer.windowUpdate(.connection, increment: increment)
    }
    guard failure == nil, streams[stream] != nil else { return }
    writer.resetStream(stream, code)
    forget(stream, .resetHere)
    events.append(.streamReset(stream, code, by: role, mayRetry: false))
  }

  /// Sends a PING with eight bytes; `pingAcknowledged` tells when it came back.
  package mutating func ping(_ number: UInt64) {
    guard failure == nil else { return }
    let data = withUnsafeBytes(of: number.bigEndian) { Array($0) }
    pings.append(data)
    writer.ping(data)
  }

  /// Says that no new streams are taken; those that are open go on to their end (RFC 9113 §6.8).
  ///
  /// - Parameters:
  ///   - code: Why.
  ///   - debugData: Words for a person at the other end.
  ///   - isFinal: A server that says false first, and true a round trip later, loses no request that is under way.
  package mutating func goAway(_ code: HTTP2ErrorCode = .noError, debugData: [UInt8] = [], isFinal: Bool = true) {
    guard failure == nil else { return }
    let last = isFinal ? highestOfPeer : StreamID.last
    writer.goAway(last: min(last, goAwaySent ?? last), code, debugData: debugData)
    goAwaySent = min(last, goAwaySent ?? last)
  }

  private mutating func write(
    _ fields: [HeaderField], on stream: StreamID, endStream: Bool, priority: StreamPriority?
  ) {
    var block: [UInt8] = []
    encoder.encode(fields, into: &block)
    let size = peerSettings.maxFrameSize
    var rest = block[...]
    let first = rest.prefix(size - (priority == nil ? 0 : 5))
    rest = rest.dropFirst(first.count)
    writer.headers(first, stream: stream, endStream: endStream, endHeaders: rest.isEmpty, priority: priority)
    while !rest.isEmpty {
      let next = rest.prefix(size)
      rest = rest.dropFirst(next.count)
      writer.continuation(next, stream: stream, endHeaders: rest.isEmpty)
    }
    if endStream { finishSending(stream) }
  }
}
