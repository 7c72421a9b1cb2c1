import Exchanges
import Recordings

/// The life of one HTTP/1 connection as a value: who may use it, what ends an exchange, and what becomes of the
/// connection then.
///
/// What happens goes in, with its time; what to do comes out. It knows no socket, no bytes and no clock: the caller
/// does the actions in their order and calls `timerFired` once `deadline` has passed. One exchange runs at a time.
struct ConnectionMachine: Sendable {
  /// What to do next.
  enum Action: Sendable, Equatable {
    /// The exchange has ended like this.
    case finish(ExchangeID, ExchangeOutcome)
    /// The exchange goes to a new connection: this one was closed before it answered.
    case moveOn(ExchangeID)
    /// Tell what happened.
    case note(ConnectionEvent.Kind)
    /// Close the transport, both ways, at once.
    case close
    /// Close the transport with a reset.
    case reset
    /// Close the sending side.
    case closeSending
  }

  /// How long things may take, nanoseconds.
  struct Limits: Sendable, Equatable {
    /// An open connection that carries no exchange is closed after this.
    var idle: UInt64 = 90_000_000_000
    /// The server has this long to close a connection that is not to be used again.
    var farewell: UInt64 = 1_000_000_000
    /// Bytes have this long to follow when it cannot be known any more where the response ends.
    var lostFraming: UInt64 = 500_000_000
    /// More bytes than this that nobody asked for close a connection that was not opened by hand.
    var unaskedBytes = 1 << 20
  }

  /// What carrying an exchange asks of the connection.
  struct Terms: Sendable, Equatable {
    var id: ExchangeID
    /// The user sends the bytes; the request has no end of its own.
    var isByHand = false
    /// On a connection that was open already the exchange may be sent again on a new one (RFC 9110 §9.2.2).
    var mayMoveOn = false
    /// Nanoseconds without a byte in either direction until it is given up; nil for ever.
    var patience: UInt64?
  }

  private enum Phase: Sendable {
    case establishing
    case idle
    case running(Run)
    /// Open, but only until the server closes it or a moment has passed.
    case leaving
    case ended
  }

  private struct Run: Sendable {
    var terms: Terms
    var isRequestSent = false
    var hasAnswer = false
    var statusCode: Int?
    var staysOpen = false
    var isTunnel = false
    /// The response is whole: malformed or not.
    var responseOutcome: ExchangeOutcome?
    var isFramingLost = false
  }

  let limits: Limits
  /// Whether the user opened the connection by hand: then it stays until the user or the server ends it.
  let isByHand: Bool
  private(set) var state: ConnectionState
  private(set) var exchangeCount = 0
  /// Bytes that came while no exchange ran.
  private(set) var unaskedCount = 0
  private var phase = Phase.establishing
  private var lastActivity: Timestamp
  /// The last exchange left it so that no other may follow by itself.
  private var isSpent = false

  init(limits: Limits = Limits(), isByHand: Bool = false, state: ConnectionState = .resolving, now: Timestamp) {
    self.limits = limits
    self.isByHand = isByHand
    self.state = state
    lastActivity = now
  }

  // MARK: What others ask

  /// The exchange that is being carried.
  ///
  /// Never inlined: inlined in `Connection.takeChanges` it crashes the optimizer of Swift 6.3.1 (CopyPropagation).
  var running: ExchangeID? {
    @inline(never) get { run?.terms.id }
  }

  /// Whether TCP (and TLS) are up, and bytes can be sent.
  var canSend: Bool {
    switch state {
    case .open, .halfClosed(.remote): true
    default: false
    }
  }

  /// Whether a new exchange may use the connection without having been told to.
  var isReusable: Bool {
    if case .idle = phase { return state == .open && !isSpent && unaskedCount == 0 }
    return false
  }

  /// Since when nothing moved.
  var quietSince: Timestamp { lastActivity }

  /// When `timerFired` is to be called; nil while nothing waits for the clock.
  var deadline: Timestamp? {
    switch phase {
    case .establishing, .ended: nil
    case .idle: lastActivity.adding(limits.idle)
    case .leaving: lastActivity.adding(limits.farewell)
    case .running(let run):
      run.isFramingLost ? lastActivity.adding(limits.lostFraming) : run.terms.patience.map { lastActivity.adding($0) }
    }
  }

  private var run: Run? {
    get {
      if case .running(let run) = phase { return run }
      return nil
    }
    set {
      if let newValue { phase = .running(newValue) }
    }
  }

  // MARK: Establishing

  /// The look-up is done, or TCP is up: establishing goes on.
  mutating func progressed(to state: ConnectionState) {
    if case .ended = phase { return }
    self.state = state
  }

  /// TCP (and TLS) are up.
  mutating func established(now: Timestamp) {
    state = .open
    lastActivity = now
    if case .establishing = phase { phase = .idle }
  }

  /// The connection did not come about.
  mutating func failed(_ failure: ExchangeFailure) -> [Action] {
    if case .ended = phase { return [] }
    let run = run
    phase = .ended
    state = .failed(reason: failure.message)
    return (run.map { [.finish($0.terms.id, .failed(failure))] } ?? []) + [.close]
  }

  // MARK: An exchange

  /// Takes on an exchange; false when the connection cannot carry one now.
  mutating func begin(_ terms: Terms, now: Timestamp) -> Bool {
    switch phase {
    case .establishing, .idle: break
    case .running, .leaving, .ended: return false
    }
    phase = .running(Run(terms: terms))
    unaskedCount = 0
    exchangeCount += 1
    lastActivity = now
    return true
  }

  /// Bytes were handed to the kernel.
  mutating func sent(now: Timestamp) {
    lastActivity = now
  }

  /// The last byte of the request was handed to the kernel.
  mutating func requestSent(now: Timestamp) -> [Action] {
    lastActivity = now
    guard var run, !run.isRequestSent else { return [] }
    run.isRequestSent = true
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

  /// The status code of the final response is known.
  mutating func statusReceived(_ code: Int) {
    run?.statusCode = code
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
    let readsOn = run.staysOpen && (run.statusCode ?? 0) < 300 && !run.terms.isByHand
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

  // MARK: The peer

  /// The peer closed its sending side; its last bytes were parsed, and the parser was told of the end.
  mutating func peerClosed(now: Timestamp) -> [Action] {
    lastActivity = now
    switch phase {
    case .ended: return []
    case .establishing: return end(.closed(.byPeer))
    case .idle:
      if isByHand, state == .open {
        state = .halfClosed(.remote)
        return [.note(.peerClosed)]
      }
      return [.note(.peerClosed)] + end(.closed(.byPeer))
    case .leaving: return [.note(.peerClosed)] + end(.closed(.byPeer))
    case .running(let run):
      return [.note(.peerClosed)] + lose(run, .byPeer, ConnectionEndWords.closed(hasBytes: run.hasAnswer))
    }
  }

  /// The transport broke: `reason` says whether by a reset or otherwise.
  mutating func broke(_ reason: CloseReason) -> [Action] {
    switch phase {
    case .ended: return []
    case .establishing, .idle, .leaving: return end(.closed(reason))
    case .running(let run): return lose(run, reason, ConnectionEndWords.broken(reason, hasBytes: run.hasAnswer))
    }
  }

  // MARK: The user

  /// Closes the sending side.
  mutating func closeSending(now: Timestamp) -> [Action] {
    lastActivity = now
    switch state {
    case .open:
      state = .halfClosed(.local)
      return [.closeSending, .note(.sendingClosed)]
    case .halfClosed(.remote):
      return [.note(.sendingClosed)] + close()
    default:
      return []
    }
  }

  /// Closes the connection.
  mutating func close(_ reason: CloseReason = .byUs) -> [Action] {
    if case .ended = phase { return [] }
    if let run { return abandon(run, .cancelled, .closed(reason)) }
    return end(.closed(reason))
  }

  /// Closes the connection with a reset.
  mutating func abort() -> [Action] {
    if case .ended = phase { return [] }
    let finished: [Action] = run.map { [.finish($0.terms.id, .cancelled)] } ?? []
    phase = .ended
    state = .closed(.abortedByUs)
    return finished + [.reset, .note(.closed(.abortedByUs))]
  }

  // MARK: The clock

  /// Ends what has waited too long.
  mutating func timerFired(now: Timestamp) -> [Action] {
    guard let deadline, now >= deadline else { return [] }
    switch phase {
    case .establishing, .ended:
      return []
    case .idle:
      let words = "Nothing happened for \(Length.words(nanoseconds: limits.idle)): the connection is closed."
      return [.note(.timedOut(words))] + end(.closed(.idle))
    case .leaving:
      return end(.closed(.byUs))
    case .running(let run) where run.isFramingLost:
      return abandon(run, .malformed, .closed(.byUs))
    case .running(let run):
      let words = ConnectionEndWords.timeout(
        Length.words(nanoseconds: run.terms.patience ?? 0), hasBytes: run.hasAnswer, isSent: run.isRequestSent)
      return [.note(.timedOut(words))] + abandon(run, run.responseOutcome ?? .failed(.timedOut(words)), .closed(.idle))
    }
  }

  // MARK: Ends

  /// The exchange is whole; the connection stays, leaves or goes.
  private mutating func finish(_ run: Run, _ outcome: ExchangeOutcome, now: Timestamp) -> [Action] {
    let finish = Action.finish(run.terms.id, outcome)
    guard run.isRequestSent || run.terms.isByHand else { return [finish] + end(.closed(.byUs)) }
    lastActivity = now
    isSpent = !run.staysOpen || !run.isRequestSent
    phase = isByHand || run.isTunnel || (state == .open && !isSpent) ? .idle : .leaving
    return [finish]
  }

  /// The exchange and the connection end together, from our side.
  private mutating func abandon(_ run: Run, _ outcome: ExchangeOutcome, _ state: ConnectionState) -> [Action] {
    [.finish(run.terms.id, outcome)] + end(state)
  }

  /// The connection ended under the exchange.
  private mutating func lose(_ run: Run, _ reason: CloseReason, _ sentence: String) -> [Action] {
    if !run.hasAnswer, run.terms.mayMoveOn {
      return [.moveOn(run.terms.id)] + end(.closed(reason))
    }
    let outcome: ExchangeOutcome =
      run.responseOutcome ?? (run.statusCode == nil ? .failed(.connectionEnded(sentence)) : .malformed)
    return abandon(run, outcome, .closed(reason))
  }

  private mutating func end(_ state: ConnectionState) -> [Action] {
    phase = .ended
    self.state = state
    guard case .closed(let reason) = state else { return [.close] }
    return [.close, .note(.closed(reason))]
  }
}
