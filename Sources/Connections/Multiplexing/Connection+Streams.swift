import Exchanges
import HTTP2
import NIOCore
import Recordings

/// Exchanges over HTTP/2: each on a stream of its own, several at once (RFC 9113 §5).
extension Connection {
  /// Takes up HTTP/2 where that was wanted, and the server agrees or need not be asked.
  func chooseVersion() {
    let isWanted = options.httpVersion != .http1
    switch endpoint.scheme {
    // What was agreed on is spoken, whoever proposed it.
    case .https where tlsSummary?.applicationProtocol == "h2": beginHTTP2("HTTP/2, as agreed on by ALPN")
    case .https where isWanted: note(.versionChosen("HTTP/1.1: the server did not agree on HTTP/2"))
    case .http where options.httpVersion == .http2: beginHTTP2("HTTP/2, without asking the server (prior knowledge)")
    case .http, .https: return
    }
    // Others may have waited to know whether they need a connection of their own.
    freed()
  }

  private func beginHTTP2(_ why: String) {
    let now = Timestamp.now()
    note(.versionChosen(why), at: now)
    let carrier = HTTP2Carrier(now: now.nanoseconds)
    if let terms = machine.share(now: now) {
      carrier.runs[terms.id] = StreamRun(terms, endpoint.scheme, now: now)
    }
    http2 = carrier
    for id in carrier.runs.keys { beginText(of: id) }
    current = nil
    flushFrames()
  }

  /// Carries one exchange to its end; cancelling the task resets its stream.
  func carryOnStream(_ order: Order) async -> Carried {
    let id = order.id
    if http2?.runs[id] == nil {
      let now = Timestamp.now()
      exchanges[id] = CarriedExchange(
        id: id, method: order.request.method, target: order.request.target, started: order.started, sentStart: 0,
        receivedStart: 0)
      tellOrigin(of: order)
      http2?.runs[id] = StreamRun(terms(of: order), endpoint.scheme, now: now)
      machine.sharedBegan(now: now)
      beginText(of: id)
      tellBeginning(of: order)
    }
    http2?.runs[id]?.isSecondTry = order.sentBeforeOn != nil
    await withTaskCancellationHandler {
      if http2?.runs[id]?.isUpgraded == false { await send(order.request, of: id) }
      await wait { $0.http2?.runs[id] == nil }
    } onCancel: {
      loop.execute { self.assumeIsolated { $0.cancel(id) } }
    }
    if movedOn.remove(id) != nil { return .movedOn }
    return summary(of: id).map { .ended($0) } ?? .refused
  }

  /// Begins to keep what is said on a stream; `start` is where the exchange began before there were streams.
  func beginText(of id: ExchangeID, since start: (sent: Int, received: Int)? = nil) {
    texts[id] = StreamText(configuration.spool)
    http2?.watch(id)
    exchanges[id]?.version = "HTTP/2"
    exchanges[id]?.beginStream()
    exchanges[id]?.frames = http2.map { CarriedFrames(sent: $0.sent, received: $0.machine.reader, start: start) }
  }

  /// Gives a stream up because the user wants it no more; the connection and the other streams go on.
  func cancelStream(_ id: ExchangeID) {
    if let stream = http2?.runs[id]?.stream { http2?.machine.reset(stream, .cancel) }
    finishStream(id, .cancelled)
  }

  /// The exchange of a stream has ended.
  func finishStream(_ id: ExchangeID, _ outcome: ExchangeOutcome) {
    // What ends it on the wire is told as its own.
    flushFrames()
    guard http2?.runs[id] != nil else { return }
    let now = Timestamp.now()
    http2?.end(id)
    machine.sharedEnded(now: now)
    sampleTCP(now: now, isLast: true)
    exchanges[id]?.outcome = outcome
    exchanges[id]?.freeze()
    // What was handed over is recorded once the kernel has taken it.
    exchanges[id]?.frames?.end(
      sentCount: http2?.sent.offset ?? plain.sentCount, receivedCount: plain.receivedCount)
    note(.exchangeFinished, at: now, of: id)
    schedule()
    wake()
    if isByHand(id) { freed() }
  }

  /// The stream ended before its response was whole.
  func loseStream(_ id: ExchangeID, _ loss: StreamRun.Loss) {
    guard http2?.runs[id] != nil else { return }
    switch loss {
    case .failed(let failure): finishStream(id, .failed(failure))
    case .malformed: finishStream(id, .malformed)
    case .moveOn:
      http2?.end(id)
      machine.sharedEnded(now: .now())
      texts[id] = nil
      moveOn(id)
    }
  }

  /// The connection has ended, and all streams with it.
  func endStreams() {
    for (id, run) in http2?.runs.sorted(by: { $0.key < $1.key }) ?? [] {
      switch machine.state {
      case .closed(.byUs), .closed(.abortedByUs): finishStream(id, .cancelled)
      case .closed(.byPeer): loseStream(id, run.loss(ConnectionEndWords.closed(hasBytes: run.hasAnswer)))
      case .closed(let reason): loseStream(id, run.loss(ConnectionEndWords.broken(reason, hasBytes: run.hasAnswer)))
      default: loseStream(id, run.loss("The connection has ended."))
      }
    }
  }

  /// Ends the streams whose time has run out.
  func streamTimerFired(now: Timestamp) {
    guard let deadline = http2?.deadline, now.nanoseconds >= deadline else { return }
    http2?.machine.timerFired(now: now.nanoseconds)
    releaseContent(now: now)
    for (id, run) in http2?.runs ?? [:] {
      guard let words = run.timedOut(now: now) else { continue }
      note(.timedOut(words), of: id)
      if let stream = run.stream { http2?.machine.reset(stream, .cancel) }
      finishStream(id, run.hasStatus ? .malformed : .failed(.timedOut(words)))
    }
    http2?.renewDeadline()
    takeFrameEvents(UnsafeRawBufferPointer(start: nil, count: 0), from: plain.receivedCount, now: now)
  }
}
