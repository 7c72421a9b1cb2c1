import Exchanges
import HTTP2
import HTTPMessages
import Recordings

/// What comes on streams.
extension Connection {
  /// Takes recorded bytes, of which the first one has the offset `start`.
  func receiveFrames(_ bytes: UnsafeRawBufferPointer, from start: Int, now: Timestamp) {
    machine.moved(now: now)
    http2?.machine.received(bytes, now: now.nanoseconds)
    takeFrameEvents(bytes, from: start, now: now)
  }

  /// Does what the protocol found, in its order.
  func takeFrameEvents(_ bytes: UnsafeRawBufferPointer, from start: Int, now: Timestamp) {
    while let events = http2?.machine.takeEvents(), !events.isEmpty {
      for event in events { take(event, bytes, from: start, now: now) }
    }
    flushFrames()
    if let http2, http2.machine.isFinished, http2.runs.isEmpty, machine.state.isAlive {
      apply(machine.close(http2.machine.failure.map { .error($0.message) } ?? .byUs))
    }
    changed()
    schedule()
  }

  private func take(_ event: HTTP2Event, _ bytes: UnsafeRawBufferPointer, from start: Int, now: Timestamp) {
    switch event {
    case .frame(let frame): tell(frame, now: now)
    case .headerBlock(let block): tell(FrameFacts(block), now: now)
    case .diagnostic(let diagnostic): tell(diagnostic, now: now)
    case .head(let stream, let kind, let fields, endStream: _): takeHead(fields, kind, on: stream, now: now)
    case .content(let stream, let range):
      let content = UnsafeRawBufferPointer(rebasing: bytes[range.lowerBound - start..<range.upperBound - start])
      takeText(content, recordedAt: range, on: stream, now: now)
      // The recording has taken it: more may come.
      http2?.machine.consumed(stream, range.count)
    case .messageEnded(let stream): endMessage(on: stream)
    case .streamReset(let stream, let code, let role, let mayRetry):
      guard let id = http2?.exchange(of: stream), let run = http2?.runs[id] else { return }
      let words =
        role == .server
        ? "The server gave the stream up with \(code.name): \(code.sentence)"
        : run.finding ?? "The stream broke a rule of HTTP/2 and was reset with \(code.name)."
      loseStream(id, run.loss(words, isUntouched: mayRetry))
    case .failed(let failure):
      flushFrames()
      apply(machine.broke(.error("The connection broke a rule of HTTP/2. \(failure.message)")))
    case .sendWindowOpened, .streamClosed, .peerSettings, .goAway: wake()
    case .preface, .leftover, .settingsAcknowledged, .pingAcknowledged: break
    }
  }

  private func tell(_ frame: Frame, now: Timestamp) {
    // A header block is told as a whole.
    guard ![.headers, .continuation, .pushPromise].contains(frame.kind) else { return }
    tell(FrameFacts(frame), now: now)
  }

  private func tell(_ facts: FrameFacts, now: Timestamp) {
    note(.frame(.received, facts), at: now, of: exchange(of: facts))
  }

  private func tell(_ diagnostic: HTTP2Diagnostic, now: Timestamp) {
    let id = http2?.exchange(of: diagnostic.stream)
    let words = "\(diagnostic.message) (\(diagnostic.rule))"
    for run in id.map({ [$0] }) ?? Array((http2?.runs ?? [:]).keys) { exchanges[run]?.frames?.take(diagnostic) }
    if let id, diagnostic.severity == .error { http2?.runs[id]?.finding = words }
    note(.finding(words), at: now, of: id)
  }

  private func takeHead(_ fields: [HeaderField], _ kind: HeadKind, on stream: StreamID, now: Timestamp) {
    guard let id = http2?.exchange(of: stream) else { return }
    // An empty section ends the stream and says nothing.
    if kind == .trailers, fields.isEmpty || !contentEnded(of: id) { return }
    let head = HTTP1Text(fields, as: kind, version: "HTTP/1.1")
    head.bytes.withUnsafeBytes { takeText($0, on: stream, now: now) }
    let isContinue = kind == .interim && fields.first(":status") == Array("100".utf8)
    takeAnswerToExpectation(of: id, isContinue: isContinue, isFinal: kind == .response, now: now)
    guard kind == .response else { return }
    http2?.runs[id]?.hasStatus = true
    note(.headReceived, at: now, of: id)
  }

  /// Trailers follow; false where the response has no place for them.
  private func contentEnded(of id: ExchangeID) -> Bool {
    guard let text = texts[id] else { return false }
    return exchanges[id]?.contentEnded { text.bytes(.received, $0, of: plain.snapshot) } ?? false
  }

  private func takeText(
    _ bytes: UnsafeRawBufferPointer, recordedAt range: Range<Int>? = nil, on stream: StreamID, now: Timestamp
  ) {
    guard let id = http2?.exchange(of: stream) else { return }
    http2?.runs[id]?.lastActivity = now
    if http2?.runs[id]?.hasAnswer == false {
      http2?.runs[id]?.hasAnswer = true
      note(.firstByte, at: now, of: id)
    }
    recordText(.received, bytes, recordedAt: range, of: id)
  }

  private func endMessage(on stream: StreamID) {
    guard let id = http2?.exchange(of: stream), let run = http2?.runs[id], let text = texts[id] else { return }
    exchanges[id]?.receivedEnd { text.bytes(.received, $0, of: plain.snapshot) }
    // What the server did not wait for need not be sent.
    if run.requestSent == nil { http2?.machine.reset(stream, .cancel) }
    let isMalformed = run.finding != nil || exchanges[id]?.responseTracker?.hasErrors == true
    finishStream(id, isMalformed ? .malformed : .complete)
  }
}
