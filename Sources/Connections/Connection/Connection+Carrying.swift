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
  }

  /// Carries one exchange to its end; cancelling the task ends it at once.
  func carry(_ order: Order) async -> Carried {
    let id = order.id
    let terms = ConnectionMachine.Terms(
      id: id, mayMoveOn: order.isReuse && order.request.isIdempotent,
      patience: order.request.options.idleTimeout?.nanoseconds)
    guard begin(terms, method: order.request.method, target: order.request.target, started: order.started) else {
      return .refused
    }
    if order.isReuse {
      note(.reused(exchangeNumber: machine.exchangeCount))
    } else if machine.state == .resolving {
      establish()
    }
    await withTaskCancellationHandler {
      await wait { $0.machine.running != id || $0.machine.canSend }
      if machine.running == id { await send(order.request.parts, of: id) }
      await wait { $0.machine.running != id }
    } onCancel: {
      loop.execute { self.assumeIsolated { $0.cancel(id) } }
    }
    if movedOn.remove(id) != nil { return .movedOn }
    return summary(of: id).map { .ended($0) } ?? .refused
  }

  /// Sends bytes by hand; returns the exchange that carries them, or nil when nothing can be sent.
  func carryByHand(_ bytes: [UInt8], method: String, as id: ExchangeID) async -> ExchangeID? {
    guard machine.canSend else { return nil }
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
    guard machine.running == id else { return }
    race(racer.giveUp())
    apply(machine.cancel(id))
  }

  /// Whether the user sends the bytes of this exchange.
  func isByHand(_ id: ExchangeID) -> Bool { byHand == id }

  /// The exchange has ended.
  func finish(_ id: ExchangeID, _ outcome: ExchangeOutcome) {
    let now = Timestamp.now()
    sampleTCP(now: now)
    exchanges[id]?.outcome = outcome
    exchanges[id]?.sentEnd = plain.sentCount
    events.append(ConnectionEvent(time: now, connection: self.id, exchange: id, kind: .exchangeFinished))
    exchanges[id]?.note(.exchangeFinished, at: now)
    wake()
  }

  /// The exchange goes to another connection.
  func moveOn(_ id: ExchangeID) {
    exchanges[id] = nil
    if current == id { current = nil }
    movedOn.insert(id)
    wake()
  }

  private func begin(_ terms: ConnectionMachine.Terms, method: String, target: String, started: Timestamp) -> Bool {
    guard machine.begin(terms, now: .now()) else { return false }
    freezeCurrent()
    exchanges[terms.id] = CarriedExchange(
      id: terms.id, method: method, target: target, started: started, sentStart: plain.sentCount,
      receivedStart: plain.receivedCount)
    current = terms.id
    told = ToldFacts()
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
