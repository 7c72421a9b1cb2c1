/// Frames that come, other than those with content and header blocks (RFC 9113 §6).
extension HTTP2Machine {
  mutating func take(_ frame: Frame) {
    switch frame.content {
    case .data: endData(frame)
    case .resetStream(let code): takeReset(frame, code)
    case .settings(let settings):
      guard spendControl(frame) else { return }
      if frame.flags.contains(.acknowledgement) { takeAcknowledgement(frame) } else { take(settings, frame) }
    case .ping(let data):
      guard spendControl(frame) else { return }
      takePing(data, frame)
    case .goAway(let last, let code, let debugData): takeGoAway(last, code, debugData, frame)
    case .windowUpdate(let increment): takeWindowUpdate(increment, frame)
    case .priority, .priorityUpdate, .alternativeService, .origin, .unknown: _ = spendControl(frame)
    case .continuation(let fragment):
      if fragment.isEmpty, !emptyFrames.spend(now: now) {
        report(.emptyFramesTooMany, frame.header.range, stream: frame.stream)
      }
    case .headers, .pushPromise, .unreadable: break
    }
  }

  private mutating func spendControl(_ frame: Frame) -> Bool {
    if controlFrames.spend(now: now) { return true }
    report(.controlFramesTooMany, frame.header.range)
    return false
  }

  /// An answer was written since the output had `count` bytes.
  mutating func answered(since count: Int, _ range: Range<Int>) {
    answerCount += writer.bytes.count - count
    if answerCount > configuration.limits.unreadAnswers { report(.answersUnread, range) }
  }

  private mutating func takePing(_ data: [UInt8], _ frame: Frame) {
    let range = frame.header.offset..<frame.header.end
    if frame.flags.contains(.acknowledgement) {
      guard let index = pings.firstIndex(of: data) else { return report(.pingAcknowledgementUnexpected, range) }
      pings.remove(at: index)
      events.append(.pingAcknowledged(data))
    } else {
      let before = writer.bytes.count
      writer.ping(data, isAcknowledgement: true)
      answered(since: before, range)
    }
  }

  private mutating func takeWindowUpdate(_ increment: Int, _ frame: Frame) {
    let stream = frame.stream
    // That nothing was opened has been told.
    guard increment > 0 else { return }
    guard !stream.isConnection else {
      sendWindow += increment
      guard sendWindow <= 0x7fff_ffff else { return report(.flowWindowOverflow, frame.header.range) }
      for id in streams.keys.sorted() { unblock(id) }
      return
    }
    guard let window = streams[stream]?.sendWindow else {
      if state(of: stream) == .idle { report(.streamIdle, frame.header.range, stream: stream) }
      return
    }
    guard window + increment <= 0x7fff_ffff else {
      return report(.flowWindowOverflow, frame.header.range, stream: stream)
    }
    streams[stream]?.sendWindow = window + increment
    unblock(stream)
  }

  /// Tells the owner that a stream can send again, if it waits and can.
  mutating func unblock(_ stream: StreamID) {
    guard let open = streams[stream], open.isBlocked, min(open.sendWindow, sendWindow) > 0 else { return }
    streams[stream]?.isBlocked = false
    events.append(.sendWindowOpened(stream))
  }

  private mutating func takeReset(_ frame: Frame, _ code: HTTP2ErrorCode) {
    let stream = frame.stream
    guard streams[stream] != nil else {
      if state(of: stream) == .idle {
        report(.streamIdle, frame.header.range, stream: stream)
      } else {
        _ = spendControl(frame)
      }
      return
    }
    if !role.opens(stream), !resets.spend(now: now) { return report(.resetsTooMany, frame.header.range) }
    forget(stream, .resetByPeer)
    let mayRetry = role.opens(stream) && code == .refusedStream
    events.append(.streamReset(stream, code, by: role.other, mayRetry: mayRetry))
  }

  private mutating func takeGoAway(
    _ last: StreamID, _ code: HTTP2ErrorCode, _ debugData: [UInt8], _ frame: Frame
  ) {
    if let earlier = goAwayReceived, last > earlier {
      return report(.goAwayLastStreamRaised, frame.header.payloadStart..<(frame.header.payloadStart + 4))
    }
    goAwayReceived = last
    for stream in streams.keys.sorted() where role.opens(stream) && stream > last {
      forget(stream, .resetByPeer)
      events.append(.streamReset(stream, .refusedStream, by: role.other, mayRetry: true))
    }
    events.append(.goAway(last: last, code, debugData: debugData))
  }
}
