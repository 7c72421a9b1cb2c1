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
    /// It is decided what becomes of the content that waited for 100 (Continue).
    case resumeSending
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
    /// Nanoseconds from the request's last byte to the answer's first; nil for ever.
    var firstByte: UInt64?
    /// When it must be over, and how many nanoseconds after its begin that is.
    var end: End?

    struct End: Sendable, Equatable {
      var time: Timestamp
      var nanoseconds: UInt64
    }
  }

  enum Phase: Sendable {
    case establishing
    case idle
    case running(Run)
    /// So many exchanges run at once, each with an end of its own (HTTP/2).
    case shared(Int)
    /// Open, but only until the server closes it or a moment has passed.
    case leaving
    case ended
  }

  struct Run: Sendable {
    var terms: Terms
    var content = Content.free
    /// 100 (Continue) came.
    var isContinued = false
    var requestSent: Timestamp?
    var hasAnswer = false
    var statusCode: Int?
    var staysOpen = false
    var isTunnel = false
    /// The response is whole: malformed or not.
    var responseOutcome: ExchangeOutcome?
    var isFramingLost = false

    var isRequestSent: Bool { requestSent != nil }
  }

  /// Whether the content of a request with `Expect: 100-continue` may be sent (RFC 9110 §10.1.1).
  enum Content: Sendable, Equatable {
    case free
    case waiting(until: Timestamp)
    /// A final response came first.
    case withheld
  }

  let limits: Limits
  /// Whether the user opened the connection by hand: then it stays until the user or the server ends it.
  let isByHand: Bool
  var state: ConnectionState
  var exchangeCount = 0
  /// Bytes that came while no exchange ran.
  var unaskedCount = 0
  var phase = Phase.establishing
  var lastActivity: Timestamp
  /// The last exchange left it so that no other may follow by itself.
  var isSpent = false

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

  /// Whether TCP (and TLS) came up and have not ended.
  var isUp: Bool {
    switch state {
    case .open, .halfClosed: true
    default: false
    }
  }

  /// Whether the content may be sent; nil while that is not decided.
  var maySendContent: Bool? {
    switch run?.content {
    case .waiting: nil
    case .withheld: false
    case .free, nil: true
    }
  }

  /// Whether a new exchange may use the connection without having been told to.
  var isReusable: Bool {
    switch phase {
    case .idle: state == .open && !isSpent && unaskedCount == 0
    case .shared: state == .open
    case .establishing, .running, .leaving, .ended: false
    }
  }

  /// Since when nothing moved.
  var quietSince: Timestamp { lastActivity }

  var run: Run? {
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
}
