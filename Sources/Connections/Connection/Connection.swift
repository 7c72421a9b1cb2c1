import Exchanges
import NIOCore
import Recordings
import Routes
import TLSEngine

/// One transport to one endpoint, from the look-up of its name to its end: it records, parses, and carries one exchange
/// after the other.
///
/// The actor runs on its event loop, so that NIO's handlers call it directly (`assumeIsolated`) and nothing that the
/// socket does is ever out of order. What to do is decided by `ConnectionRacer` and `ConnectionMachine`; here it is
/// done. Each read is recorded and parsed before the next one is asked for: a slow disk slows the peer down.
actor Connection {
  nonisolated let id: ConnectionID
  nonisolated let endpoint: Endpoint
  /// What it can carry.
  nonisolated let poolKey: PoolKey
  /// Whether the user opened it by hand.
  nonisolated let isByHand: Bool
  nonisolated let loop: any EventLoop
  nonisolated let options: ExchangeOptions
  /// Where the transport goes.
  nonisolated let plan: RoutePlan
  nonisolated let configuration: ConnectionServiceConfiguration
  nonisolated let began: Timestamp
  nonisolated let sessions: SessionKeeping
  private nonisolated let pulse: AsyncStream<Void>.Continuation
  /// Told on the loop, a little later, that the connection is free for another exchange (unless the service knows by
  /// the end of the exchange that it had carried), or has ended.
  nonisolated let freed: @Sendable () -> Void

  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

  var machine: ConnectionMachine
  var racer: ConnectionRacer
  /// Connect attempts that are under way.
  var attempts: [NetworkAddress: any Channel] = [:]
  var channel: (any Channel)?
  var tls: TLSSession?
  /// TLS with a proxy, around all that goes through it.
  var proxyTLS: TLSSession?
  /// What is being asked of a proxy.
  var proxyHandshake: (any ProxyHandshake)?
  /// Where a network condition is wanted, what it holds back.
  var held: HeldTraffic?
  /// When establishing is given up.
  var clock = EstablishingClock()
  private var timer: Scheduled<Void>?
  private var timerDue: Timestamp?

  /// What was said, both ways.
  var plain: Recording
  /// Under TLS with the endpoint, what was on the wire.
  var wire: Recording?
  /// Which bytes of it carry which of those.
  var records: TLSRecordLog

  var exchanges: [ExchangeID: CarriedExchange] = [:]
  /// Once HTTP/2 was chosen.
  var http2: HTTP2Carrier?
  /// What was said on streams.
  var texts: [ExchangeID: StreamText] = [:]
  /// The exchange that runs, or ran last: bytes that nobody asked for are told with it.
  var current: ExchangeID?
  /// Exchanges that this connection handed back because it was closed before it answered.
  var movedOn: Set<ExchangeID> = []
  /// Facts of the response that the machine was told already.
  var told = ToldFacts()

  var events = ConnectionEventLog()
  var opened: Timestamp?
  var ended: Timestamp?
  var local: NetworkAddress?
  var remote: NetworkAddress?
  var handshake = HandshakeProgress()
  var tlsSummary: TLSSummary?
  var serverIdentity: ServerIdentity?
  var tcp: TCPFacts?
  var tcpSampled: Timestamp?
  /// Of the exchange that runs or ran last.
  var tcpSamples = TCPSampleSeries()
  var socketSettings: SocketSettings?
  var hasPeerEnded = false
  /// TLS told that nothing more comes; the FIN follows or not.
  var hasReceivedCloseNotify = false
  /// The exchange whose bytes the user sends.
  var byHand: ExchangeID?
  /// Writes that the kernel has not taken yet.
  var writesUnderWay = 0
  var wireSent = 0
  var wireReceived = 0
  /// Whether anything changed since the last look.
  var isChanged = true
  private var waiters: [Waiter] = []

  /// Who waits until something holds.
  private struct Waiter {
    var condition: (isolated Connection) -> Bool
    var continuation: CheckedContinuation<Void, Never>
  }

  /// What `ConnectionMachine` knows of the running response.
  struct ToldFacts {
    var firstByte = false
    var status = false
    var head = false
    var lostFraming = false
    var end = false
    var requestStarted = false
    var requestSent = false
    var isContinued = false
  }

  init(
    id: ConnectionID, endpoint: Endpoint, options: ExchangeOptions, poolKey: PoolKey, isByHand: Bool,
    loop: any EventLoop,
    configuration: ConnectionServiceConfiguration, sessions: SessionKeeping, pulse: AsyncStream<Void>.Continuation,
    freed: @escaping @Sendable () -> Void
  ) {
    let now = Timestamp.now()
    self.id = id
    self.endpoint = endpoint
    self.options = options
    self.poolKey = poolKey
    self.isByHand = isByHand
    self.loop = loop
    self.configuration = configuration
    self.sessions = sessions
    self.pulse = pulse
    self.freed = freed
    began = now
    var limits = ConnectionMachine.Limits()
    limits.idle = configuration.poolIdleTime.nanoseconds
    machine = ConnectionMachine(limits: limits, isByHand: isByHand, now: now)
    plan = RoutePlan(to: endpoint, options)
    racer = ConnectionRacer(
      host: plan.host, port: plan.port, families: plan.families,
      delays: ConnectionRacer.Delays(attempt: configuration.attemptDelay.nanoseconds))
    plain = Recording(configuration.spool)
    held = options.condition.isClear ? nil : HeldTraffic(options.condition, seed: .random(in: 0...(.max)))
    records = TLSRecordLog(configuration.spool)
    wire = endpoint.scheme == .https ? Recording(configuration.spool) : nil
  }

  // MARK: Doing what the machine says

  /// Does what the machine decided, in its order.
  func apply(_ actions: [ConnectionMachine.Action]) {
    for action in actions {
      switch action {
      case .note(let kind): note(kind)
      case .finish(let id, let outcome): finish(id, outcome)
      case .moveOn(let id): moveOn(id)
      case .closeSending: closeSendingSide()
      case .close: closeTransport()
      case .reset: resetTransport()
      case .resumeSending: wake()
      }
    }
    changed()
    schedule()
    if !machine.state.isAlive { wake() }
  }

  /// Tells what happened, with its time, to the log and to the exchange's timings; to the running one's unless another
  /// is given.
  func note(_ kind: ConnectionEvent.Kind, at time: Timestamp = .now(), of exchange: ExchangeID? = nil) {
    let exchange = exchange ?? machine.running
    events.append(ConnectionEvent(time: time, connection: id, exchange: exchange, kind: kind))
    if let exchange { exchanges[exchange]?.note(kind, at: time) }
    if case .closed = kind { ended = time }
    changed()
  }

  /// Something is to be shown.
  func changed() {
    isChanged = true
    pulse.yield()
  }

  // MARK: Waiting

  /// Lets those go on whose condition holds now.
  ///
  /// Nobody else's task takes a step: on a connection that many exchanges share these would be many.
  func wake() {
    if waiters.isEmpty { return }
    let waiting = waiters
    waiters = []
    for waiter in waiting {
      if waiter.condition(self) { waiter.continuation.resume() } else { waiters.append(waiter) }
    }
  }

  /// Waits until `condition` holds; it is looked at whenever the connection comes up or goes, or an exchange ends.
  func wait(until condition: @escaping (isolated Connection) -> Bool) async {
    // It may have ceased to hold before the task has its turn.
    while !condition(self) {
      await withCheckedContinuation { continuation in
        // Another step may lie between the look and here: whoever made it hold there found nobody to wake.
        if condition(self) { return continuation.resume() }
        waiters.append(Waiter(condition: condition, continuation: continuation))
      }
    }
  }

  // MARK: The clock

  /// Sees to it that the next deadline wakes the connection.
  ///
  /// A timer that is due too early is left alone: it looks at the deadlines anew, so that a busy connection does not
  /// make one for each read.
  func schedule() {
    guard machine.state.isAlive, let next = nextDeadline else {
      timer?.cancel()
      timer = nil
      timerDue = nil
      return
    }
    if let timerDue, timerDue <= next { return }
    timer?.cancel()
    timerDue = next
    timer = loop.scheduleTask(deadline: .uptimeNanoseconds(next.nanoseconds)) { [weak self] in
      self?.assumeIsolated { $0.timerFired() }
    }
  }

  private func timerFired() {
    timer = nil
    timerDue = nil
    let now = Timestamp.now()
    if let due = sampleDue, now >= due { sampleTCP(now: now) }
    releaseHeld(now: now)
    if clock.hasRunOut(now: now) {
      establishingTimedOut()
    } else if let due = racer.deadline, now >= due {
      race(racer.timerFired(now: now))
    }
    streamTimerFired(now: now)
    apply(machine.timerFired(now: now))
  }

  private var nextDeadline: Timestamp? {
    var next: Timestamp?
    func take(_ deadline: Timestamp?) {
      if let deadline { next = min(deadline, next ?? deadline) }
    }
    take(machine.deadline)
    take(racer.deadline)
    take(clock.deadline)
    take(sampleDue)
    take(streamDeadline)
    take(held?.due)
    return next
  }

  private var streamDeadline: Timestamp? { http2?.deadline.map { Timestamp(nanoseconds: $0) } }
}
