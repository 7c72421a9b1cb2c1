import Exchanges
import HTTP2
import Recordings

/// The exchanges that run on a connection of HTTP/2, each on its stream.
///
/// A class because it is large and changes with each frame; it belongs to its connection's actor.
final class HTTP2Carrier {
  var machine: HTTP2Machine
  /// Reads what goes out as the server will, so that both directions are told in the same way.
  private(set) var sent = DirectionReader(from: .client)
  var runs: [ExchangeID: StreamRun] = [:]
  private var exchanges: [StreamID: ExchangeID] = [:]
  private var runsDeadline: UInt64?

  init(now: UInt64) {
    machine = HTTP2Machine(.client, configuration: .client)
    machine.start(now: now)
  }

  /// Goes on behind `sentCount` and `receivedCount` bytes of HTTP/1.1 with the exchange whose request asked for it: its
  /// answer comes on stream 1 (RFC 7540 §3.2).
  init(
    upgrading id: ExchangeID, _ run: StreamRun, method: String, sentCount: Int, receivedCount: Int, now: UInt64
  ) {
    machine = HTTP2Machine(.client, configuration: .client, readingFrom: receivedCount)
    sent = DirectionReader(from: .client, offset: sentCount)
    machine.startUpgraded(answering: Array(method.utf8), now: now)
    runs[id] = run
    runs[id]?.stream = 1
    exchanges[1] = id
  }

  /// Whether another exchange can begin.
  var canCarry: Bool { machine.canOpenStream }

  /// The exchange of a stream, while it runs.
  func exchange(of stream: StreamID) -> ExchangeID? { exchanges[stream] }

  /// Opens a stream for an exchange.
  func open(_ id: ExchangeID, _ fields: [HeaderField], endStream: Bool) throws(StreamRefusal) -> StreamID {
    let stream = try machine.openStream(fields, endStream: endStream)
    runs[id]?.stream = stream
    exchanges[stream] = id
    return stream
  }

  /// The exchange has ended.
  func end(_ id: ExchangeID) {
    if let stream = runs.removeValue(forKey: id)?.stream { exchanges[stream] = nil }
  }

  /// What is to be sent, and its frames in words; nil for nothing.
  func takeOutput() -> (bytes: [UInt8], frames: [FrameFacts])? {
    let bytes = machine.takeOutput()
    guard !bytes.isEmpty else { return nil }
    sent.maxFrameSize = machine.peerSettings.maxFrameSize
    var found: [FrameEvent] = []
    bytes.withUnsafeBytes { sent.read($0, into: &found) }
    return (bytes, found.compactMap(Self.facts))
  }

  /// A frame, or a header block in place of its frames, in words.
  private static func facts(_ event: FrameEvent) -> FrameFacts? {
    switch event {
    case .frame(let frame) where ![.headers, .continuation, .pushPromise].contains(frame.kind): FrameFacts(frame)
    case .headerBlock(let block): FrameFacts(block)
    default: nil
    }
  }

  /// When to look at what waits for the clock; nothing's time runs out before.
  ///
  /// Activity only moves the times of exchanges away, so that their earliest need not be found anew for each frame.
  var deadline: UInt64? {
    guard let runsDeadline else { return machine.deadline }
    return min(runsDeadline, machine.deadline ?? runsDeadline)
  }

  /// An exchange has begun, or has one more thing to wait for.
  func watch(_ id: ExchangeID) {
    guard let due = runs[id]?.deadline?.nanoseconds else { return }
    runsDeadline = min(due, runsDeadline ?? due)
  }

  /// Finds the earliest time of all exchanges.
  func renewDeadline() {
    runsDeadline = runs.values.compactMap { $0.deadline?.nanoseconds }.min()
  }
}
