import Exchanges
import Recordings
import Routes

/// What others see of a connection: small values, and snapshots of its recordings.
extension Connection {
  /// The kernel is not asked more often than this, nanoseconds.
  private static let samplingInterval: UInt64 = 250_000_000

  /// The connection as it stands.
  var summary: ConnectionSummary {
    var summary = ConnectionSummary(id: id, endpoint: endpoint, state: machine.state, began: began)
    summary.opened = opened
    summary.ended = ended
    summary.local = local
    summary.remote = remote
    summary.tls = tlsSummary
    summary.serverIdentity = serverIdentity
    summary.tcp = tcp
    summary.tcpSamples = tcpSamples.samples
    summary.socket = socketSettings
    summary.condition = options.condition.isClear ? nil : "\(options.condition)"
    switch options.route {
    case .direct: break
    case .unixSocket(let path): summary.socketPath = path.text
    case .proxy(let proxy): summary.proxy = "\(proxy)"
    }
    summary.hasStreams = http2 != nil
    summary.exchangeCount = machine.exchangeCount
    summary.bytesSent = wireSent
    summary.bytesReceived = wireReceived
    summary.eventLog = events
    return summary
  }

  /// An exchange as it stands.
  func summary(of id: ExchangeID) -> ExchangeSummary? {
    let (sent, received) = texts[id].map { ($0.sentCount, $0.receivedCount) } ?? (plain.sentCount, plain.receivedCount)
    return exchanges[id]?.summary(sentCount: sent, receivedCount: received, connection: summary)
  }

  /// What changed since the last call.
  func takeChanges() -> (connection: ConnectionSummary?, exchanges: [ExchangeSummary]) {
    guard isChanged else { return (nil, []) }
    isChanged = false
    if machine.state.isAlive { sampleTCPIfDue() }
    var changed: [ExchangeSummary] = []
    let running = machine.running
    for id in exchanges.keys.sorted() where id == running || exchanges[id]?.isChanged == true {
      exchanges[id]?.isChanged = false
      if let summary = summary(of: id) { changed.append(summary) }
    }
    return (summary, changed)
  }

  /// All there is to read of an exchange.
  func recording(of id: ExchangeID) -> ExchangeRecording? {
    let plain = plain.snapshot
    return exchanges[id]?.recording(
      plain: texts[id]?.snapshot(of: plain) ?? plain, wire: wireSnapshot, records: tls == nil ? nil : records.map,
      connectionBytes: plain, connection: summary)
  }

  /// The plain bytes of the connection, whichever exchange they belong to.
  var plainSnapshot: RecordingSnapshot { plain.snapshot }

  /// Drops an exchange, unless it runs; returns whether it is gone.
  func forget(_ id: ExchangeID) -> Bool {
    guard machine.running != id, http2?.runs[id] == nil else { return false }
    exchanges[id] = nil
    texts[id] = nil
    if current == id { current = nil }
    return true
  }

  /// Whether an exchange has been carried to its end.
  func hasEnded(_ id: ExchangeID) -> Bool { exchanges[id].map { $0.outcome != .running } ?? false }

  /// Whether another exchange can begin on it now.
  var canCarry: Bool { machine.isReusable && http2?.canCarry ?? true }

  /// Whether the connection is on its way to be open.
  var isOpening: Bool {
    switch machine.state {
    case .resolving, .connecting, .securing: true
    default: false
    }
  }

  /// Whether the connection is of no more interest: it has ended, and no exchange is left of it.
  var isForgotten: Bool { !machine.state.isAlive && exchanges.isEmpty }

  /// Asks the kernel for its facts; `isLast` where they are those at the end of an exchange.
  func sampleTCP(now: Timestamp, isLast: Bool = false) {
    guard let channel, let facts = SocketFacts.tcp(of: channel) else { return }
    tcp = facts
    tcpSampled = now
    let sample = TCPSample(time: now, facts: facts)
    if isLast { tcpSamples.finish(sample) } else if machine.running != nil { tcpSamples.take(sample) }
  }

  /// When the running exchange wants its next sample; nil where none can be had.
  var sampleDue: Timestamp? {
    machine.running == nil || channel == nil ? nil : tcpSamples.due
  }

  private func sampleTCPIfDue() {
    let now = Timestamp.now()
    if let tcpSampled, now < tcpSampled.adding(Self.samplingInterval) { return }
    sampleTCP(now: now)
  }

  private var wireSnapshot: RecordingSnapshot? {
    switch wire {
    case .none: nil
    case .some(let wire): wire.snapshot
    }
  }
}
