import HTTP2
import NIOCore

/// The server's end of an HTTP/2 connection without its socket: bytes go in, and each ``next(now:)`` is one action to
/// take.
///
/// Streams take turns. Of each response no more is made than its window and the socket take.
struct HTTP2Connection {
  /// Bytes that go out in one write.
  private static let writeSize = 64 << 10

  private let router: Router
  private let state: ServerState
  private var machine: HTTP2Machine
  private var exchanges: [StreamID: HTTP2Exchange] = [:]
  /// The streams in the order of their turns.
  private var turns: [StreamID] = []
  private var output = ByteBuffer()
  private var inputHasEnded = false

  /// Begins after ALPN, or by prior knowledge.
  init(router: Router, state: ServerState, now: NIODeadline) {
    self.init(router, state)
    machine.start(now: now.uptimeNanoseconds)
  }

  /// Begins after an upgrade, whose request is answered first.
  init(router: Router, state: ServerState, _ upgrade: HTTP2Upgrade, now: NIODeadline) {
    self.init(router, state)
    machine.startUpgraded(upgrade.fields, settings: upgrade.settings, now: now.uptimeNanoseconds)
    takeEvents(of: UnsafeRawBufferPointer(start: nil, count: 0), from: 0)
  }

  private init(_ router: Router, _ state: ServerState) {
    self.router = router
    self.state = state
    machine = HTTP2Machine(.server, configuration: .server)
  }

  mutating func receive(_ bytes: UnsafeRawBufferPointer, now: NIODeadline) {
    let start = machine.reader.offset
    machine.received(bytes, now: now.uptimeNanoseconds)
    takeEvents(of: bytes, from: start)
  }

  /// Nothing more comes, no window opens any more: what can be sent is sent, then the connection ends.
  mutating func receiveEnd() {
    inputHasEnded = true
  }

  mutating func next(now: NIODeadline) -> ConnectionAction {
    machine.timerFired(now: now.uptimeNanoseconds)
    advance(now)
    output.writeBytes(machine.takeOutput())
    if output.readableBytes > 0 {
      defer { output = ByteBuffer() }
      return .write(output)
    }
    let deadline = exchanges.values.compactMap(\.deadline).min()
    if machine.isFinished || inputHasEnded && deadline == nil { return .finish }
    let patience = machine.deadline.map { NIODeadline.uptimeNanoseconds($0) }
    return .read(until: [deadline, patience].compactMap(\.self).min())
  }

  /// Lets the streams take turns until a write is full or all wait.
  private mutating func advance(_ now: NIODeadline) {
    var idle = 0
    while machine.failure == nil, idle < turns.count, output.readableBytes < Self.writeSize {
      let stream = turns.removeFirst()
      guard var exchange = exchanges.removeValue(forKey: stream) else { continue }
      idle = exchange.advance(&machine, &output, now: now) ? 0 : idle + 1
      output.writeBytes(machine.takeOutput())
      guard !exchange.hasEnded else { continue }
      exchanges[stream] = exchange
      turns.append(stream)
    }
  }

  private mutating func takeEvents(of bytes: UnsafeRawBufferPointer, from start: Int) {
    for event in machine.takeEvents() {
      switch event {
      case .head(let stream, .request, let fields, let endStream):
        let connection = ServerConnection(router: router, state: state, stream: stream)
        exchanges[stream] = HTTP2Exchange(stream, fields, endStream: endStream, connection: connection)
        turns.append(stream)
      case .head(let stream, .trailers, let fields, _): exchanges[stream]?.receiveEnd(trailers: fields)
      case .content(let stream, let range):
        let content = bytes[range.lowerBound - start..<range.upperBound - start]
        exchanges[stream]?.receiveContent(UnsafeRawBufferPointer(rebasing: content))
        machine.consumed(stream, range.count)
      case .messageEnded(let stream): exchanges[stream]?.receiveEnd()
      case .streamReset(let stream, _, by: _, _): exchanges[stream] = nil
      default: break
      }
    }
  }
}
