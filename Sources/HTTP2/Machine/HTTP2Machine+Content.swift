/// DATA frames that come, and the windows for them (RFC 9113 §5.2 and §6.1).
extension HTTP2Machine {
  /// The header of a DATA frame came: all of its payload counts.
  mutating func beginData(_ header: FrameHeader) {
    dataTarget = nil
    dataDelivered = 0
    let (stream, range) = (header.stream, header.range)
    guard receiveWindow.take(header.length) else { return report(.flowConnectionExceeded, range) }
    if header.length == 0, !header.flags.contains(.endStream), !emptyFrames.spend(now: now) {
      return report(.emptyFramesTooMany, range, stream: stream)
    }
    guard var open = streams[stream] else { return reportClosed(stream, range) }
    guard open.isReceiving else { return report(.streamHalfClosed, range, stream: stream) }
    let isInWindow = open.receiveWindow.take(header.length, slack: windowSlack)
    streams[stream] = open
    guard isInWindow else { return report(.flowStreamExceeded, range, stream: stream) }
    dataTarget = stream
  }

  mutating func takeData(_ stream: StreamID, _ range: Range<Int>) {
    guard dataTarget == stream, streams[stream] != nil, !range.isEmpty else { return }
    if let (code, count) = streams[stream]?.inbound.take(range.count) {
      let first = range.upperBound - count
      report(code, first..<(first + 1), stream: stream)
      guard failure == nil, streams[stream] != nil else { return }
    }
    streams[stream]?.unconsumed += range.count
    dataDelivered += range.count
    events.append(.content(stream, range))
  }

  mutating func endData(_ frame: Frame) {
    let stream = frame.stream
    // Padding, and what no one gets, is used up at once.
    let unused = frame.header.length - dataDelivered
    if let increment = receiveWindow.consume(unused) {
      writer.windowUpdate(.connection, increment: increment)
    }
    guard dataTarget == stream, streams[stream] != nil else { return }
    if frame.flags.contains(.endStream) {
      endReceiving(stream, at: frame.header.end)
    } else {
      consumeStream(stream, unused)
    }
  }

  /// The owner has used content of a stream; the other side may send as much again.
  ///
  /// Also of streams that have closed meanwhile. What was not told cannot be consumed.
  package mutating func consumed(_ stream: StreamID, _ count: Int) {
    guard failure == nil, count > 0 else { return }
    var used = 0
    if let unconsumed = streams[stream]?.unconsumed {
      used = min(count, unconsumed)
      streams[stream]?.unconsumed -= used
      consumeStream(stream, used)
    } else if let unconsumed = draining[stream] {
      used = min(count, unconsumed)
      draining[stream] = unconsumed > used ? unconsumed - used : nil
    }
    if let increment = receiveWindow.consume(used) {
      writer.windowUpdate(.connection, increment: increment)
    }
  }

  private mutating func consumeStream(_ stream: StreamID, _ count: Int) {
    guard streams[stream]?.isReceiving == true, let increment = streams[stream]?.receiveWindow.consume(count) else {
      return
    }
    writer.windowUpdate(stream, increment: increment)
  }

  /// Bytes that the other side may send beyond our newest settings, because it may not know them yet.
  private var windowSlack: Int {
    guard let newest = unacknowledged.last?.settings.initialWindowSize else { return 0 }
    let older = unacknowledged.dropLast().map(\.settings.initialWindowSize) + [acknowledged.initialWindowSize]
    return max(0, (older.max() ?? newest) - newest)
  }
}
