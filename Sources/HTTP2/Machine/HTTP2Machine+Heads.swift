/// Header blocks that come (RFC 9113 §8.1).
extension HTTP2Machine {
  mutating func take(_ block: HeaderBlock) {
    // A block that cannot be read has closed the connection already.
    guard block.isReadable else { return }
    if block.promised != nil { return report(.pushPromiseRefused, block.range, stream: block.stream) }
    guard streams[block.stream] != nil || acceptStream(block) else { return }
    guard streams[block.stream]?.isReceiving == true else {
      return report(.streamHalfClosed, block.range, stream: block.stream)
    }
    // With fields missing, those that are there say nothing about the whole; the diagnostic that follows refuses it.
    if !block.isCut { takeHead(block) }
  }

  private mutating func takeHead(_ block: HeaderBlock) {
    let stream = block.stream
    let fields = block.fields.map(\.field)
    guard let kind = streams[stream]?.inbound.kind(of: fields) else { return }
    let check = HeadCheck(
      fields, as: kind, allowsProtocol: role == .client || announcedSettings.enablesConnectProtocol)
    for finding in check.findings {
      report(finding.code, finding.field.map { block.fields[$0].range } ?? block.range, stream: stream)
      guard streams[stream] != nil, failure == nil else { return }
    }
    let misplaced = streams[stream]?.inbound.take(fields, kind, endStream: block.endStream)
    if let misplaced {
      report(misplaced, block.range, stream: stream)
      guard streams[stream] != nil else { return }
    }
    events.append(.head(stream, kind, fields, endStream: block.endStream))
    if block.endStream { finishReceiving(stream) }
  }

  /// A head for a stream that is not open: a new one of the client, or one too late.
  private mutating func acceptStream(_ block: HeaderBlock) -> Bool {
    let stream = block.stream
    guard !role.opens(stream), stream > highestOfPeer else {
      reportClosed(stream, block.range, isHead: true)
      return false
    }
    // Servers open streams by promises alone, which are refused.
    guard role == .server else {
      report(.streamIdle, block.range, stream: stream)
      return false
    }
    highestOfPeer = stream
    if let last = goAwaySent, stream > last {
      report(.streamAfterGoAway, block.range, stream: stream)
      return false
    }
    let limit = announcedSettings.maxConcurrentStreams ?? .max
    guard streams.keys.count(where: { !role.opens($0) }) < limit else {
      report(.streamLimit, block.range, stream: stream)
      return false
    }
    streams[stream] = newStream(stream, answering: nil)
    return true
  }

  /// Tells what it means that a frame is for a stream that is not open.
  mutating func reportClosed(_ stream: StreamID, _ range: Range<Int>, isHead: Bool = false) {
    let highest = role.opens(stream) ? highestOwn : highestOfPeer
    if stream > highest {
      let isParityWrong = isHead && role == .server && role.opens(stream)
      return report(isParityWrong ? .streamNumberParity : .streamIdle, range, stream: stream)
    }
    switch closed[stream] {
    case .resetHere: report(.streamAfterReset, range, stream: stream)
    case .ended, .resetByPeer: report(.streamClosed, range, stream: stream)
    case nil: report(isHead && !role.opens(stream) ? .streamNumberUsed : .streamClosed, range, stream: stream)
    }
  }
}
