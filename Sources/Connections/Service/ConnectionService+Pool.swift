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
    let timer = limit.map { nanoseconds in
      loop.scheduleTask(deadline: .uptimeNanoseconds(started.adding(nanoseconds).nanoseconds)) { [weak self] in
        self?.assumeIsolated { $0.leaveLine(id, .tookTooLong) }
      }
    }
    let turn = await withTaskCancellationHandler {
      await withCheckedContinuation { turn in
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
    let key = PoolKey(connection.endpoint, connection.options)
    pools[key]?.reserved.remove(connection.id)
    poolChanged(key)
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
    guard var pool = pools[key] else { return }
    pool.connections.removeAll { connection in connection.assumeIsolated { !$0.machine.state.isAlive } }
    pools[key] = pool.connections.isEmpty && pool.line.isEmpty ? nil : pool
    while let waiter = pools[key]?.line.first,
      let (connection, isReuse) = admit(waiter.request, wantsNew: waiter.wantsNew, key)
    {
      _ = pools[key]?.line.next()
      waiter.turn.resume(returning: .came(connection, isReuse: isReuse))
    }
    closeSurplus(key)
  }

  private func admit(
    _ request: OutgoingRequest, wantsNew: Bool, _ key: PoolKey
  ) -> (connection: Connection, isReuse: Bool)? {
    let idle = idleConnections(key)
    if !wantsNew, idle.isEmpty, mayBeShared(key) { return nil }
    let alive = pools[key]?.connections.filter { connection in connection.assumeIsolated { $0.machine.state.isAlive } }
    let admission = Admission(
      wantsNew: wantsNew, idle: idle.map(\.id), closable: unused(idle).map(\.id),
      open: alive?.count ?? 0, limit: configuration.openConnectionsPerEndpoint)
    switch admission {
    case .wait: return nil
    case .reuse(let id):
      guard let connection = idle.first(where: { $0.id == id }) else { return nil }
      // One that several can use at once is nobody's alone.
      if connection.assumeIsolated({ $0.http2 == nil }) { pools[key]?.reserved.insert(id) }
      return (connection, true)
    case .open(let closing):
      idle.first { $0.id == closing }?.assumeIsolated { $0.close(.idle) }
      return (makeConnection(to: request.endpoint, options: request.options), false)
    }
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

  private func closeSurplus(_ key: PoolKey) {
    let idle = unused(idleConnections(key))
    for connection in idle.dropLast(configuration.idleConnectionsPerEndpoint) {
      connection.assumeIsolated { $0.close(.idle) }
    }
  }
}
