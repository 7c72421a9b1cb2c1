import Exchanges
import NIOCore
import Recordings

/// Who gets which connection, and who has to wait for one.
extension ConnectionService {
  /// A connection for an exchange.
  struct Place {
    var connection: Connection
    /// Whether it was open already.
    var isReuse: Bool
    /// Nanoseconds.
    var waited: UInt64 = 0
  }

  /// Finds a connection, or waits for one; nil when the exchange is no longer wanted.
  func place(
    for request: OutgoingRequest, as id: ExchangeID, started: Timestamp, wantsNew: Bool
  ) async throws(ExchangeFailure) -> Place? {
    let key = PoolKey(request.endpoint, request.options)
    if pools[key]?.line.isEmpty != false, let (connection, isReuse) = admit(request, wantsNew: wantsNew, key) {
      return Place(connection: connection, isReuse: isReuse)
    }
    let began = Timestamp.now()
    let limit = request.options.totalTimeout?.nanoseconds
    var timer: Scheduled<Void>?
    let turn: ConnectionPool.Turn = await withTaskCancellationHandler {
      await withCheckedContinuation { (turn: CheckedContinuation<ConnectionPool.Turn, Never>) in
        // Another step may lie between the first look and here, of which nobody in the line could be told.
        if Task.isCancelled || isShutDown { return turn.resume(returning: .left) }
        if pools[key]?.line.isEmpty != false, let (connection, isReuse) = admit(request, wantsNew: wantsNew, key) {
          return turn.resume(returning: .came(connection, isReuse: isReuse))
        }
        timer = limit.map { nanoseconds in
          loop.scheduleTask(deadline: .uptimeNanoseconds(started.adding(nanoseconds).nanoseconds)) { [weak self] in
            self?.assumeIsolated { $0.leaveLine(id, .tookTooLong) }
          }
        }
        let waiter = ConnectionPool.Waiter(request: request, wantsNew: wantsNew, turn: turn)
        pools[key, default: ConnectionPool()].line.join(waiter, as: id)
      }
    } onCancel: {
      loop.execute { self.assumeIsolated { $0.leaveLine(id) } }
    }
    timer?.cancel()
    switch turn {
    case .came(let connection, let isReuse):
      return Place(connection: connection, isReuse: isReuse, waited: Timestamp.now().nanoseconds(since: began))
    case .left: return nil
    case .tookTooLong: throw .timedOut(ConnectionEndWords.tookTooLong(nanoseconds: limit ?? 0))
    }
  }

  /// The exchange that the connection was given to has ended.
  func release(_ connection: Connection) {
    let key = connection.poolKey
    pools[key]?.reserved.remove(connection.id)
    // Mostly nobody waits, and all connections are as they were.
    if pools[key]?.line.isEmpty != false, connection.assumeIsolated({ $0.machine.state.isAlive }) {
      checkSurplus(key)
    } else {
      poolChanged(key)
    }
  }

  /// An exchange no longer waits.
  func leaveLine(_ id: ExchangeID, _ turn: ConnectionPool.Turn = .left) {
    for key in pools.keys {
      if let waiter = pools[key]?.line.leave(id) { waiter.turn.resume(returning: turn) }
    }
  }

  /// Sends everybody away.
  func dissolveLines() {
    for key in pools.keys {
      while let waiter = pools[key]?.line.next() { waiter.turn.resume(returning: .left) }
    }
  }

  /// Looks again at who can go on, after a connection was freed or has ended.
  func poolChanged(_ key: PoolKey) {
    pools[key]?.connections.removeAll { connection in connection.assumeIsolated { !$0.machine.state.isAlive } }
    guard let pool = pools[key] else { return }
    if pool.connections.isEmpty, pool.line.isEmpty { pools[key] = nil }
    while let waiter = pools[key]?.line.first,
      let (connection, isReuse) = admit(waiter.request, wantsNew: waiter.wantsNew, key)
    {
      _ = pools[key]?.line.next()
      waiter.turn.resume(returning: .came(connection, isReuse: isReuse))
    }
    checkSurplus(key)
  }

  private func admit(
    _ request: OutgoingRequest, wantsNew: Bool, _ key: PoolKey
  ) -> (connection: Connection, isReuse: Bool)? {
    if !wantsNew, let latest = latestIdle(key) { return (reserve(latest, key), true) }
    if !wantsNew, mayBeShared(key) { return nil }
    let closable = unused(idleConnections(key))
    let alive = pools[key]?.connections.filter { connection in connection.assumeIsolated { $0.machine.state.isAlive } }
    let admission = Admission(
      closable: closable.map(\.id), open: alive?.count ?? 0, limit: configuration.openConnectionsPerEndpoint)
    guard case .open(let closing) = admission else { return nil }
    closable.first { $0.id == closing }?.assumeIsolated { $0.close(.idle) }
    return (makeConnection(to: request.endpoint, options: request.options), false)
  }

  /// The connection is given to an exchange; one that several can use at once is nobody's alone.
  private func reserve(_ connection: Connection, _ key: PoolKey) -> Connection {
    if connection.assumeIsolated({ $0.http2 == nil }) { pools[key]?.reserved.insert(connection.id) }
    return connection
  }

  /// Of the connections that can carry a request now the one that is idle shortest.
  private func latestIdle(_ key: PoolKey) -> Connection? {
    guard let pool = pools[key] else { return nil }
    var latest: (connection: Connection, quietSince: Timestamp)?
    for connection in pool.connections where !pool.reserved.contains(connection.id) {
      guard let quietSince = connection.assumeIsolated({ $0.canCarry ? $0.machine.quietSince : nil }) else { continue }
      if latest.map({ $0.quietSince < quietSince }) ?? true { latest = (connection, quietSince) }
    }
    return latest?.connection
  }

  /// Connections that can carry a request now, the one that is idle longest first.
  private func idleConnections(_ key: PoolKey) -> [Connection] {
    guard let pool = pools[key] else { return [] }
    return pool.connections.filter { !pool.reserved.contains($0.id) }
      .compactMap { connection in
        connection.assumeIsolated { $0.canCarry ? (connection, $0.machine.quietSince) : nil }
      }
      .sorted { $0.1 < $1.1 }
      .map(\.0)
  }

  /// Those that carry nothing, and that nobody opened by hand.
  private func unused(_ connections: [Connection]) -> [Connection] {
    connections.filter { !$0.isByHand && $0.assumeIsolated { $0.http2?.runs.isEmpty ?? true } }
  }

  /// Whether a connection is on its way that may turn out to carry several exchanges at once.
  private func mayBeShared(_ key: PoolKey) -> Bool {
    guard key.httpVersion == .http2, let connections = pools[key]?.connections else { return false }
    let isKnownNotTo = connections.contains { connection in
      connection.assumeIsolated { $0.machine.isUp && $0.http2 == nil }
    }
    return !isKnownNotTo && connections.contains { connection in connection.assumeIsolated { $0.isOpening } }
  }

  /// Looks in a moment whether there are too many idle connections.
  private func checkSurplus(_ key: PoolKey) {
    guard let pool = pools[key], pool.surplusCheck == nil,
      pool.connections.count > configuration.idleConnectionsPerEndpoint
    else { return }
    pools[key]?.surplusCheck = loop.scheduleTask(in: TimeAmount(configuration.surplusIdleTime)) { [weak self] in
      self?.assumeIsolated { $0.closeSurplus(key) }
    }
  }

  private func closeSurplus(_ key: PoolKey) {
    pools[key]?.surplusCheck = nil
    let now = Timestamp.now()
    for connection in unused(idleConnections(key)).dropLast(configuration.idleConnectionsPerEndpoint) {
      connection.assumeIsolated { connection in
        let quiet = now.nanoseconds(since: connection.machine.quietSince)
        if quiet >= configuration.surplusIdleTime.nanoseconds { connection.close(.idle) }
      }
    }
    checkSurplus(key)
  }
}
