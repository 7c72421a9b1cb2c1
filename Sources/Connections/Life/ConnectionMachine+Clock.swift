import Exchanges
import Recordings

/// What waits for the clock, and what becomes of it when its time has come.
extension ConnectionMachine {
  private enum Wait {
    /// An open connection without an exchange.
    case idle
    case farewell
    case lostFraming
    /// The content of a request for 100 (Continue).
    case content
    case firstByte
    /// No byte in either direction.
    case silence
    /// The whole exchange.
    case total
  }

  /// When `timerFired` is to be called; nil while nothing waits for the clock.
  var deadline: Timestamp? { next?.time }

  /// Ends what has waited too long.
  mutating func timerFired(now: Timestamp) -> [Action] {
    guard let next, now >= next.time else { return [] }
    switch next.wait {
    case .idle:
      let words = "Nothing happened for \(Length.words(nanoseconds: limits.idle)): the connection is closed."
      return [.note(.timedOut(words))] + end(.closed(.idle))
    case .farewell:
      return end(.closed(.byUs))
    case .lostFraming, .content, .firstByte, .silence, .total:
      return run.map { runOut($0, next.wait) } ?? []
    }
  }

  private mutating func runOut(_ run: Run, _ wait: Wait) -> [Action] {
    let terms = run.terms
    switch wait {
    case .lostFraming:
      return abandon(run, .malformed, .closed(.byUs))
    case .content:
      self.run?.content = .free
      return [.note(.contentUnasked), .resumeSending]
    case .firstByte:
      return giveUp(run, ConnectionEndWords.noFirstByte(nanoseconds: terms.firstByte ?? 0), .timeLimit)
    case .silence:
      let words = ConnectionEndWords.timeout(
        Length.words(nanoseconds: terms.patience ?? 0), hasBytes: run.hasAnswer, isSent: run.isRequestSent)
      return giveUp(run, words, .idle)
    case .total:
      return giveUp(run, ConnectionEndWords.tookTooLong(nanoseconds: terms.end?.nanoseconds ?? 0), .timeLimit)
    case .idle, .farewell:
      return []
    }
  }

  private mutating func giveUp(_ run: Run, _ words: String, _ reason: CloseReason) -> [Action] {
    let note = Action.note(.timedOut(words))
    guard isUp else { return [note] + failed(.timedOut(words)) }
    return [note] + abandon(run, run.responseOutcome ?? .failed(.timedOut(words)), .closed(reason))
  }

  private var next: (wait: Wait, time: Timestamp)? {
    switch phase {
    case .establishing, .ended: nil
    case .shared(let count) where count > 0: nil
    case .idle, .shared: (.idle, lastActivity.adding(limits.idle))
    case .leaving: (.farewell, lastActivity.adding(limits.farewell))
    case .running(let run): next(of: run)
    }
  }

  /// What comes first of all that a running exchange waits for; asked for at each step, so that no list is made.
  private func next(of run: Run) -> (wait: Wait, time: Timestamp)? {
    let terms = run.terms
    var next: (wait: Wait, time: Timestamp)?
    func take(_ wait: Wait, _ time: Timestamp) {
      if next.map({ time < $0.time }) ?? true { next = (wait, time) }
    }
    if let end = terms.end { take(.total, end.time) }
    // What comes before has limits of its own.
    guard isUp else { return next }
    if run.isFramingLost {
      take(.lostFraming, lastActivity.adding(limits.lostFraming))
      return next
    }
    if case .waiting(let time) = run.content { take(.content, time) }
    if let firstByte = terms.firstByte, let sent = run.requestSent, !run.hasAnswer {
      take(.firstByte, sent.adding(firstByte))
    }
    if let patience = terms.patience { take(.silence, lastActivity.adding(patience)) }
    return next
  }
}
