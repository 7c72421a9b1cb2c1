import Exchanges
import NIOCore
import Recordings

/// Exchanges on a connection.
extension Connection {
  /// How the carrying of an exchange ended.
  enum Carried: Sendable {
    case ended(ExchangeSummary)
    /// The connection was closed before it answered; a new one may.
    case movedOn
    /// The connection can carry no exchange.
    case refused
  }

  /// What an exchange asks for.
  struct Order: Sendable {
    var id: ExchangeID
    var request: OutgoingRequest
    var started: Timestamp
    /// Whether the connection was open already.
    var isReuse: Bool
    /// How long it waited for its turn, nanoseconds.
    var waited: UInt64 = 0
    /// The connection on which it went out before in vain.
    var sentBeforeOn: ConnectionID?
  }

  /// Carries one exchange to its end; cancelling the task ends it at once.
  func carry(_ order: Order) async -> Carried {
    let id = order.id
    if http2 != nil { return await carryOnStream(order) }
    guard begin(order) else { return .refused }
    tellBeginning(of: order)
    if !order.isReuse, machine.state == .resolving { establish() }
    await withTaskCancellationHandler {
      await wait { $0.machine.running != id || $0.machine.canSend }
      if machine.running == id { await send(order.request, of: id) }
      await wait { $0.machine.running != id }
    } onCancel: {
      loop.execute { self.assumeIsolated { $0.cancel(id) } }
    }
    // It goes on as the first one of several.
    if http2?.runs[id] != nil { return await carryOnStream(order) }
    if movedOn.remove(id) != nil { return .movedOn }
    return summary(of: id).map { .ended($0) } ?? .refused
  }

  /// Tells how the exchange came to this connection.
  func tellBeginning(of order: Order) {
    if order.waited > 0 { note(.waited(nanoseconds: order.waited), of: order.id) }
    if let before = order.sentBeforeOn { note(.sentBefore(on: before), of: order.id) }
    if order.isReuse { note(.reused(exchangeNumber: machine.exchangeCount), of: order.id) }
  }

  /// Sends bytes by hand; returns the exchange that carries them, or nil when nothing can be sent.
  func carryByHand(_ bytes: [UInt8], method: String, as id: ExchangeID) async -> ExchangeID? {
    guard machine.canSend else { return nil }
    if http2 != nil { return await carryByHandOnStream(bytes, method: method, as: id) }
    if machine.running == nil {
      let terms = ConnectionMachine.Terms(id: id, isByHand: true)
      guard begin(terms, method: method, target: "", started: .now()) else { return nil }
      byHand = id
    }
    guard let running = machine.running else { return nil }
    await send(bytes, of: running)
    return running
  }

  /// Establishes the connection without an exchange; cancelling the task closes it.
  func openByHand() async {
    guard machine.state == .resolving else { return }
    establish()
    await withTaskCancellationHandler {
      await wait { $0.machine.canSend || !$0.machine.state.isAlive }
    } onCancel: {
      loop.execute { self.assumeIsolated { $0.close() } }
    }
  }

  /// Ends a running exchange; its connection goes with it.
  func cancel(_ id: ExchangeID) {
    if http2?.runs[id] != nil { return cancelStream(id) }
    guard machine.running == id else { return }
    apply(machine.cancel(id))
  }

  /// Whether the user sends the bytes of this exchange.
  func isByHand(_ id: ExchangeID) -> Bool { byHand == id }

  /// The exchange has ended.
  func finish(_ id: ExchangeID, _ outcome: ExchangeOutcome) {
    let now = Timestamp.now()
    sampleTCP(now: now, isLast: true)
    exchanges[id]?.outcome = outcome
    exchanges[id]?.sentEnd = plain.sentCount
    events.append(ConnectionEvent(time: now, connection: self.id, exchange: id, kind: .exchangeFinished))
    exchanges[id]?.note(.exchangeFinished, at: now)
    wake()
    // Others wait for their task to give the connection back.
    if isByHand(id) { freed() }
  }

  /// The exchange goes to another connection.
  func moveOn(_ id: ExchangeID) {
    exchanges[id] = nil
    if current == id { current = nil }
    movedOn.insert(id)
    wake()
  }

  /// The exchange goes out again on another connection.
  func tellSentAgain(_ id: ExchangeID, on connection: ConnectionID) {
    note(.sentAgain(on: connection), of: id)
  }

  /// What carrying the exchange asks for.
  func terms(of order: Order) -> ConnectionMachine.Terms {
    let options = order.request.options
    return ConnectionMachine.Terms(
      id: order.id, mayMoveOn: order.isReuse && order.request.isIdempotent,
      patience: options.idleTimeout?.nanoseconds, firstByte: options.firstByteTimeout?.nanoseconds,
      end: options.totalTimeout.map {
        ConnectionMachine.Terms.End(time: order.started.adding($0.nanoseconds), nanoseconds: $0.nanoseconds)
      })
  }

  /// Where the exchange comes from.
  func tellOrigin(of order: Order) {
    exchanges[order.id]?.redirectedFrom = order.request.redirectedFrom
    exchanges[order.id]?.answersChallenge = order.request.answersChallenge
    exchanges[order.id]?.sentBeforeOn = order.sentBeforeOn
  }

  private func begin(_ order: Order) -> Bool {
    let request = order.request
    guard begin(terms(of: order), method: request.method, target: request.target, started: order.started) else {
      return false
    }
    tellOrigin(of: order)
    return true
  }

  private func begin(_ terms: ConnectionMachine.Terms, method: String, target: String, started: Timestamp) -> Bool {
    guard machine.begin(terms, now: .now()) else { return false }
    freezeCurrent()
    exchanges[terms.id] = CarriedExchange(
      id: terms.id, method: method, target: target, started: started, sentStart: plain.sentCount,
      receivedStart: plain.receivedCount)
    current = terms.id
    told = ToldFacts()
    tcpSamples = TCPSampleSeries()
    changed()
    schedule()
    return true
  }

  /// The exchange before gets no more bytes, not even ones that nobody asked for.
  func freezeCurrent() {
    guard let current else { return }
    exchanges[current]?.receivedEnd = plain.receivedCount
    exchanges[current]?.freeze()
  }
}
