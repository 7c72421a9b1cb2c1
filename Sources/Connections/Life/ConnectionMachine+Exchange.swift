import Exchanges
import Recordings

/// The course of an exchange.
extension ConnectionMachine {
  /// Takes on an exchange; false when the connection cannot carry one now.
  mutating func begin(_ terms: Terms, now: Timestamp) -> Bool {
    switch phase {
    case .establishing, .idle: break
    case .running, .shared, .leaving, .ended: return false
    }
    phase = .running(Run(terms: terms))
    unaskedCount = 0
    exchangeCount += 1
    lastActivity = now
    return true
  }

  /// From now on exchanges share the connection; returns what the running one asks of it.
  mutating func share(now: Timestamp) -> Terms? {
    let terms = run?.terms
    phase = .shared(terms == nil ? 0 : 1)
    lastActivity = now
    return terms
  }

  /// Another exchange shares the connection.
  mutating func sharedBegan(now: Timestamp) {
    guard case .shared(let count) = phase else { return }
    phase = .shared(count + 1)
    exchangeCount += 1
    lastActivity = now
  }

  /// An exchange no longer shares it.
  mutating func sharedEnded(now: Timestamp) {
    guard case .shared(let count) = phase else { return }
    phase = .shared(count - 1)
    lastActivity = now
  }

  /// Bytes were handed to the kernel, or came for exchanges that have ends of their own.
  mutating func moved(now: Timestamp) {
    lastActivity = now
  }

  /// The last byte of the request was handed to the kernel.
  mutating func requestSent(now: Timestamp) -> [Action] {
    lastActivity = now
    guard var run, !run.isRequestSent else { return [] }
    run.requestSent = now
    self.run = run
    if let outcome = run.responseOutcome { return finish(run, outcome, now: now) }
    return []
  }

  /// Bytes came; they are recorded.
  mutating func received(_ count: Int, now: Timestamp) -> [Action] {
    lastActivity = now
    guard var run else {
      unaskedCount += count
      let isTooMuch = unaskedCount > limits.unaskedBytes && !isByHand
      return isTooMuch ? end(.closed(.error("The server went on sending what nobody asked for."))) : []
    }
    run.hasAnswer = true
    if run.responseOutcome != nil { unaskedCount += count }
    self.run = run
    return []
  }

  /// The head of a request that asks for 100 (Continue) was handed to the kernel; its content waits for so long.
  mutating func contentWaits(nanoseconds: UInt64, now: Timestamp) -> [Action] {
    guard var run else { return [] }
    defer { self.run = run }
    if run.isContinued { return [.note(.contentAsked)] }
    if run.statusCode != nil {
      run.content = .withheld
      return [.note(.contentWithheld)]
    }
    run.content = .waiting(until: now.adding(nanoseconds))
    return [.note(.contentWaits(nanoseconds: nanoseconds))]
  }

  /// 100 (Continue) came.
  mutating func continued() -> [Action] {
    guard let run, !run.isContinued else { return [] }
    self.run?.isContinued = true
    guard case .waiting = run.content else { return [] }
    self.run?.content = .free
    return [.note(.contentAsked), .resumeSending]
  }

  /// The status code of the final response is known.
  mutating func statusReceived(_ code: Int) -> [Action] {
    guard let run else { return [] }
    self.run?.statusCode = code
    guard case .waiting = run.content else { return [] }
    self.run?.content = .withheld
    return [.note(.contentWithheld), .resumeSending]
  }

  /// The head of the final response is complete; after one that opens a tunnel, HTTP is over.
  mutating func headReceived(staysOpen: Bool, isTunnel: Bool = false) {
    run?.staysOpen = staysOpen
    run?.isTunnel = isTunnel
  }

  /// It cannot be known any more where the response ends.
  mutating func framingLost() {
    run?.isFramingLost = true
    run?.staysOpen = false
  }

  /// The final response is whole: `isMalformed` if it broke rules on the way, and `leftover` bytes came after it.
  mutating func responseEnded(isMalformed: Bool, leftover: Int = 0, now: Timestamp) -> [Action] {
    guard var run, run.responseOutcome == nil else { return [] }
    unaskedCount = leftover
    let outcome: ExchangeOutcome = isMalformed ? .malformed : .complete
    run.responseOutcome = outcome
    // A server that answers early and does not refuse reads on (RFC 9112 §9.5): the request is sent to its end.
    let readsOn =
      run.staysOpen && (run.statusCode ?? 0) < 300 && !run.terms.isByHand && run.content != .withheld
    self.run = run
    return run.isRequestSent || !readsOn ? finish(run, outcome, now: now) : []
  }

  /// The user no longer wants the exchange: its connection goes with it, because bytes would still come.
  mutating func cancel(_ id: ExchangeID) -> [Action] {
    guard let run, run.terms.id == id else { return [] }
    return abandon(run, .cancelled, .closed(.byUs))
  }

  /// The exchange cannot go on for a reason of ours: a body file, or the recording.
  mutating func giveUp(_ failure: ExchangeFailure) -> [Action] {
    if let run { return abandon(run, .failed(failure), .closed(.error(failure.message))) }
    return end(.closed(.error(failure.message)))
  }

  /// The exchange is whole; the connection stays, leaves or goes.
  private mutating func finish(_ run: Run, _ outcome: ExchangeOutcome, now: Timestamp) -> [Action] {
    let finish = Action.finish(run.terms.id, outcome)
    guard run.isRequestSent || run.terms.isByHand else { return [finish] + end(.closed(.byUs)) }
    lastActivity = now
    isSpent = !run.staysOpen || !run.isRequestSent
    phase = isByHand || run.isTunnel || (state == .open && !isSpent) ? .idle : .leaving
    return [finish]
  }
}
