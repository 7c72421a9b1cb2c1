package import Exchanges
import NIOCore
import NIOPosix
package import Recordings
import TLSEngine

/// Carries exchanges over connections, and keeps the connections: open ones to be used again, ended ones to be read.
///
/// Everything runs on one event loop thread of its own, the service like its connections; nobody else's work waits for
/// a socket or a disk. Exchanges run in their callers' tasks; cancelling such a task ends its exchange at once.
/// Whoever wants to know what happens waits for `changes` and then asks for `summaries()`.
package actor ConnectionService {
  /// A pulse: something changed since the last one.
  ///
  /// For one reader. Several changes are one pulse when nobody looks in between.
  package nonisolated let changes: AsyncStream<Void>

  private nonisolated let pulse: AsyncStream<Void>.Continuation
  private nonisolated let group: MultiThreadedEventLoopGroup
  nonisolated let loop: any EventLoop
  private nonisolated let tasks: LoopTaskExecutor
  let configuration: ConnectionServiceConfiguration
  private var connections: [ConnectionID: Connection] = [:]
  /// Connections that may be open, by what they can carry.
  var pools: [PoolKey: ConnectionPool] = [:]
  private var sessions = ResumptionCache()
  private var contexts = TLSContexts()
  private var carriers: [ExchangeID: ConnectionID] = [:]
  /// Exchanges whose `perform` has not returned, and whether they are to be forgotten then.
  private var performing: [ExchangeID: Bool] = [:]
  private var unreported: [ExchangeSummary] = []
  private var lastConnectionNumber: UInt64 = 0
  private(set) var isShutDown = false

  /// The service's event loop.
  package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

  /// A service with a thread of its own, which ends with the service.
  package init(configuration: ConnectionServiceConfiguration = ConnectionServiceConfiguration()) {
    self.configuration = configuration
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    loop = group.next()
    tasks = LoopTaskExecutor(loop)
    (changes, pulse) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  deinit {
    pulse.finish()
    // Closes what is open, and ends the thread.
    group.shutdownGracefully { _ in }
  }

  // MARK: Exchanges

  /// Sends a request and waits for the end of its exchange.
  ///
  /// An idle connection to the same endpoint (reached and secured in the same way) is used again unless the request asks
  /// for a new one. Where no more connections may be open, the exchange waits for its turn. If the server had closed
  /// the connection before it answered, an idempotent request goes out once more, on a new one. Cancelling the task ends
  /// the exchange, and its connection, at once.
  ///
  /// - Returns: The exchange as it ended; its outcome is never `running`.
  package func perform(_ request: OutgoingRequest, as id: ExchangeID) async -> ExchangeSummary {
    performing[id] = false
    defer { if performing.removeValue(forKey: id) == true { forget(id) } }
    let started = Timestamp.now()
    var wantsNew = request.options.usesNewConnection
    var before: Connection?
    var failure: ExchangeFailure?
    while !isShutDown, !Task.isCancelled {
      let place: Place
      do throws(ExchangeFailure) {
        guard let found = try await self.place(for: request, as: id, started: started, wantsNew: wantsNew) else {
          break
        }
        place = found
      } catch {
        failure = error
        break
      }
      let connection = place.connection
      await before?.tellSentAgain(id, on: connection.id)
      carriers[id] = connection.id
      let order = Connection.Order(
        id: id, request: request, started: started, isReuse: place.isReuse, waited: place.waited,
        sentBeforeOn: before?.id)
      let carried = await withTaskExecutorPreference(tasks, operation: { await connection.carry(order) })
      release(connection)
      switch carried {
      case .ended(let summary): return summary
      case .movedOn: before = connection
      case .refused: break
      }
      wantsNew = true
    }
    carriers[id] = nil
    if isShutDown { failure = .connect("Barewire is closing: the request was not sent.") }
    return neverBegan(
      id, method: request.method, target: request.target, started: started,
      outcome: failure.map { .failed($0) } ?? .cancelled, redirectedFrom: request.redirectedFrom)
  }

  /// Ends a running exchange, and its connection with it; for exchanges that run in no task of their own.
  package func cancel(_ id: ExchangeID) {
    leaveLine(id)
    connection(of: id)?.assumeIsolated { $0.cancel(id) }
  }

  // MARK: By hand

  /// A connection identity that nobody has yet.
  package func newConnectionID() -> ConnectionID {
    repeat { lastConnectionNumber += 1 } while connections[ConnectionID(lastConnectionNumber)] != nil
    return ConnectionID(lastConnectionNumber)
  }

  /// Connects without sending; returns when the connection is open or has failed.
  ///
  /// A connection that was opened by hand stays half-closed after the server's FIN, so that it can be watched, until
  /// the user closes it or nothing happens for the idle time. Cancelling the task closes it.
  package func open(
    _ endpoint: Endpoint, options: ExchangeOptions = ExchangeOptions(), as id: ConnectionID
  ) async -> ConnectionSummary {
    if let taken = connections[id] { return await taken.summary }
    let connection = makeConnection(to: endpoint, options: options, as: id, isByHand: true)
    if isShutDown { await connection.close() }
    await withTaskExecutorPreference(tasks) { await connection.openByHand() }
    return await connection.summary
  }

  /// Sends bytes by hand on an open connection; returns when the kernel has taken them.
  ///
  /// The first bytes begin an exchange, which ends by its response's framing; later ones belong to it while it runs.
  ///
  /// - Parameters:
  ///   - bytes: They go out as they are.
  ///   - method: Of the request that these bytes begin; decides how its response is framed.
  ///   - connection: It must be open and not closed for sending.
  ///   - id: The identity of the exchange that these bytes begin.
  /// - Returns: The exchange that carries the bytes: `id`, or the one that was running.
  @discardableResult
  package func send(
    _ bytes: [UInt8], method: String, on connection: ConnectionID, as id: ExchangeID
  ) async -> ExchangeID {
    if let carrier = connections[connection] {
      let isNew = carriers[id] == nil
      if isNew { carriers[id] = connection }
      let carried = await withTaskExecutorPreference(tasks) {
        await carrier.carryByHand(bytes, method: method, as: id)
      }
      if let carried {
        if isNew, carried != id { carriers[id] = nil }
        return carried
      }
      if isNew { carriers[id] = nil }
    }
    let isOpening = await connections[connection]?.isOpening ?? false
    let words =
      isOpening
      ? "The connection is not open yet: wait until it is, then send again."
      : "The connection cannot send any more: open a new one, then send again."
    _ = neverBegan(
      id, method: method, target: "", started: .now(), outcome: .failed(.connectionEnded(words)))
    return id
  }

  /// Closes the sending side of a connection (FIN); the server can still answer.
  package func closeSending(_ id: ConnectionID) {
    connections[id]?.assumeIsolated { $0.closeSending() }
  }

  /// Closes a connection at once; its running exchange is cancelled.
  package func close(_ id: ConnectionID) {
    connections[id]?.assumeIsolated { $0.close() }
  }

  /// Aborts a connection with a reset (RST); its running exchange is cancelled.
  package func abort(_ id: ConnectionID) {
    connections[id]?.assumeIsolated { $0.abort() }
  }

  // MARK: What is to be seen

  /// What changed since the last call: small values, ordered by identity.
  ///
  /// An ended connection that carried no exchange is told of once more and then dropped.
  package func summaries() -> (exchanges: [ExchangeSummary], connections: [ConnectionSummary]) {
    var changedExchanges = unreported
    var changedConnections: [ConnectionSummary] = []
    unreported = []
    for (id, connection) in connections {
      let (summary, exchanges, isForgotten) = connection.assumeIsolated { connection in
        let (summary, exchanges) = connection.takeChanges()
        return (summary, exchanges, connection.isForgotten)
      }
      changedExchanges += exchanges
      if let summary { changedConnections.append(summary) }
      if isForgotten { connections[id] = nil }
    }
    return (changedExchanges.sorted { $0.id < $1.id }, changedConnections.sorted { $0.id < $1.id })
  }

  /// All there is to read of an exchange so far; nil when it is not known (any more), or never had a connection.
  package func recording(of id: ExchangeID) -> ExchangeRecording? {
    connection(of: id)?.assumeIsolated { $0.recording(of: id) }
  }

  /// All plain bytes of a connection so far, asked for or not; nil when it is not known (any more).
  package func recording(of id: ConnectionID) -> RecordingSnapshot? {
    connections[id]?.assumeIsolated { $0.plainSnapshot }
  }

  /// Drops an exchange that has ended; a recording goes with the last exchange of an ended connection.
  ///
  /// One that has ended a moment ago is dropped when its `perform` returns, which has its summary to give.
  package func forget(_ id: ExchangeID) {
    guard let connection = connection(of: id) else { return }
    if performing[id] != nil {
      if connection.assumeIsolated({ $0.hasEnded(id) }) { performing[id] = true }
      return
    }
    let (isGone, isForgotten) = connection.assumeIsolated { ($0.forget(id), $0.isForgotten) }
    if isGone { carriers[id] = nil }
    if isForgotten { connections[connection.id] = nil }
  }

  /// Closes all connections and takes on no more exchanges; what was recorded can still be read.
  package func shutDown() async {
    isShutDown = true
    dissolveLines()
    closeAll()
    await configuration.keyLog?.finish()
  }

  // MARK: Connections

  private func connection(of id: ExchangeID) -> Connection? {
    carriers[id].flatMap { connections[$0] }
  }

  func makeConnection(
    to endpoint: Endpoint, options: ExchangeOptions, as id: ConnectionID? = nil, isByHand: Bool = false
  ) -> Connection {
    let key = PoolKey(endpoint, options)
    let connection = Connection(
      id: id ?? newConnectionID(), endpoint: endpoint, options: options, poolKey: key, isByHand: isByHand, loop: loop,
      configuration: configuration, sessions: sessionKeeping(key), pulse: pulse
    ) { [weak self, loop] in
      loop.execute { [weak self] in self?.assumeIsolated { $0.poolChanged(key) } }
    }
    connections[connection.id] = connection
    pools[key, default: ConnectionPool()].connections.append(connection)
    return connection
  }

  private func closeAll() {
    for connection in connections.values { connection.assumeIsolated { $0.close() } }
  }

  /// Connections run on the service's loop: they reach its sessions directly.
  private func sessionKeeping(_ key: PoolKey) -> SessionKeeping {
    SessionKeeping(
      take: { [weak self] in self?.assumeIsolated { $0.sessions.take(key) } },
      keep: { [weak self] entry in self?.assumeIsolated { $0.sessions.keep(entry, for: key) } },
      context: { [weak self] configuration in self?.assumeIsolated { $0.context(for: configuration) } })
  }

  private func context(for configuration: TLSClientConfiguration) -> Result<TLSClientContext, TLSError> {
    do throws(TLSError) {
      return .success(try contexts.context(for: configuration))
    } catch {
      return .failure(error)
    }
  }

  private func neverBegan(
    _ id: ExchangeID, method: String, target: String, started: Timestamp, outcome: ExchangeOutcome,
    redirectedFrom: ExchangeID? = nil
  ) -> ExchangeSummary {
    var summary = ExchangeSummary(
      id: id, timings: Timings(started: started), requestMethod: method, requestTarget: target)
    summary.timings.finished = .now()
    summary.outcome = outcome
    summary.redirectedFrom = redirectedFrom
    unreported.append(summary)
    pulse.yield()
    return summary
  }
}
