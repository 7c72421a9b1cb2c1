/// One end of an HTTP/2 connection as a value: what comes and what its owner wants goes in, what happened and what to
/// send comes out (RFC 9113).
///
/// It knows no socket and no clock. The owner hands over the bytes that came (`received`), does what `takeEvents` says,
/// sends what `takeOutput` has, and calls `timerFired` once `deadline` has passed. Times are nanoseconds of any clock
/// that does not go back. Content is never copied when it comes: events have its offsets in the stream of received
/// bytes. What the owner does not say `consumed` to is not asked for again: that is the back-pressure.
///
/// Memory is bounded by the open streams, one frame and one header block; `HTTP2Limits` has the limits.
package struct HTTP2Machine: Sendable {
  package let role: HTTP2Role
  package let configuration: HTTP2Configuration

  // What comes.
  /// Reads what the other side sends; copies of it are checkpoints for views.
  package internal(set) var reader: DirectionReader
  var found: [FrameEvent] = []
  /// The other side's settings.
  package internal(set) var peerSettings = HTTP2Settings()
  var hasPeerSettings = false
  var receiveWindow: ReceiveWindow
  /// Of the DATA frame under way: the stream that gets its content, and how much it got.
  var dataTarget: StreamID?
  var dataDelivered = 0

  // What goes.
  var writer = FrameWriter()
  var encoder: HPACKEncoder
  /// Bytes that may be sent on all streams together.
  package internal(set) var sendWindow = 65_535
  /// Bytes of `writer` that answer the other side's frames.
  var answerCount = 0

  // Our settings.
  var acknowledged = HTTP2Settings()
  var unacknowledged: [(settings: HTTP2Settings, since: UInt64)] = []
  var pings: [[UInt8]] = []

  // Streams.
  var streams: [StreamID: HTTP2Stream] = [:]
  var closed = ClosedStreams()
  /// Content that its owner has not consumed when its stream closed.
  var draining: [StreamID: Int] = [:]
  /// The next stream that this side opens.
  var nextStream: StreamID?
  /// The highest streams that each side has opened.
  var highestOwn: StreamID = 0
  package internal(set) var highestOfPeer: StreamID = 0

  // The end.
  /// The last stream that GOAWAY of this side, and of the other one, let through.
  package internal(set) var goAwaySent: StreamID?
  package internal(set) var goAwayReceived: StreamID?
  package internal(set) var failure: HTTP2Failure?

  // Limits.
  var controlFrames: RateLimit
  var emptyFrames: RateLimit
  var resets: RateLimit
  var now: UInt64 = 0

  var events: [HTTP2Event] = []

  /// One end of a connection; `offset` is where what the other side sends of HTTP/2 begins among all its bytes.
  package init(_ role: HTTP2Role, configuration: HTTP2Configuration, readingFrom offset: Int = 0) {
    var configuration = configuration
    // Pushed responses have no place in any view: a client always refuses them. A server has nothing to say about it.
    configuration.settings.enablesPush = role == .server
    self.role = role
    self.configuration = configuration
    let limits = configuration.limits
    reader = DirectionReader(
      from: role.other, maxFrameSize: configuration.settings.maxFrameSize,
      tableSize: configuration.settings.headerTableSize, limits: limits, offset: offset)
    receiveWindow = ReceiveWindow(target: max(65_535, configuration.connectionWindow), available: 65_535)
    encoder = HPACKEncoder(ceiling: configuration.encoderTableSize, huffmanUse: configuration.huffmanUse)
    nextStream = role == .client ? 1 : 2
    controlFrames = RateLimit(burst: limits.controlFrames, perSecond: limits.controlFramesPerSecond)
    emptyFrames = RateLimit(burst: limits.emptyFrames, perSecond: limits.emptyFramesPerSecond)
    resets = RateLimit(burst: limits.resets, perSecond: limits.resetsPerSecond)
  }

  // MARK: What others ask

  /// Count of streams that have not ended on both sides.
  package var streamCount: Int { streams.count }

  /// Whether `openStream` would open one now.
  package var canOpenStream: Bool { refusal == nil }

  /// The connection is at its end: failed, or one side said GOAWAY and no stream is left.
  package var isFinished: Bool {
    failure != nil || (goAwaySent != nil || goAwayReceived != nil) && streams.isEmpty
  }

  /// When `timerFired` is to be called; nil while nothing waits for the clock.
  package var deadline: UInt64? {
    failure == nil ? unacknowledged.first.map { $0.since &+ configuration.settingsPatience } : nil
  }

  /// The state of a stream (RFC 9113 §5.1).
  package func state(of stream: StreamID) -> StreamState {
    guard let open = streams[stream] else {
      return stream > (role.opens(stream) ? highestOwn : highestOfPeer) ? .idle : .closed
    }
    return open.isSending ? (open.isReceiving ? .open : .halfClosedRemote) : .halfClosedLocal
  }

  /// The events since the last call, in order.
  package mutating func takeEvents() -> [HTTP2Event] {
    defer { events = [] }
    return events
  }

  /// The bytes to send since the last call.
  package mutating func takeOutput() -> [UInt8] {
    defer {
      writer.bytes = []
      answerCount = 0
    }
    return writer.bytes
  }

  package var hasOutput: Bool { !writer.bytes.isEmpty }

  // MARK: The beginning

  /// Begins: a client's preface, and the settings of this side (RFC 9113 §3.4).
  package mutating func start(now: UInt64) {
    self.now = now
    if role == .client { writer.preface() }
    announce(configuration.settings, since: HTTP2Settings())
    if let increment = receiveWindow.consume(0) { writer.windowUpdate(.connection, increment: increment) }
  }

  // MARK: What comes

  /// Bytes came; their first one has the offset `reader.offset`.
  package mutating func received(_ bytes: UnsafeRawBufferPointer, now: UInt64) {
    self.now = now
    guard failure == nil else { return }
    var found = found
    self.found = []
    reader.read(bytes, into: &found)
    for event in found {
      guard failure == nil else { break }
      take(event)
    }
    found.removeAll(keepingCapacity: true)
    self.found = found
  }

  private mutating func take(_ event: FrameEvent) {
    switch event {
    case .preface(let range): events.append(.preface(range))
    case .started(let header): if header.kind == .data { beginData(header) }
    case .data(let stream, let range): takeData(stream, range)
    case .frame(let frame):
      events.append(.frame(frame))
      take(frame)
    case .headerBlock(let block):
      events.append(.headerBlock(block))
      take(block)
    case .diagnostic(let diagnostic): report(diagnostic)
    case .leftover(let range): events.append(.leftover(range))
    }
  }

  /// Ends what has waited too long.
  package mutating func timerFired(now: UInt64) {
    self.now = now
    guard let deadline, now >= deadline else { return }
    report(.settingsAcknowledgementMissing, reader.offset..<reader.offset)
  }

  // MARK: What is wrong

  mutating func report(_ code: HTTP2Diagnostic.Code, _ range: Range<Int>, stream: StreamID = .connection) {
    report(HTTP2Diagnostic(code, range, stream: stream))
  }

  /// Tells of a finding and does what the RFC wants.
  mutating func report(_ diagnostic: HTTP2Diagnostic) {
    events.append(.diagnostic(diagnostic))
    switch diagnostic.effect {
    case .none: break
    case .connection(let code): fail(code, diagnostic)
    case .stream(let code):
      guard configuration.refusesMalformedMessages || !diagnostic.code.isAboutMessage else { return }
      // A stream that nobody has opened cannot be reset (RFC 9113 §6.4).
      guard state(of: diagnostic.stream) != .idle else { return fail(code, diagnostic) }
      refuse(diagnostic.stream, code, diagnostic.range)
    }
  }

  private mutating func fail(_ code: HTTP2ErrorCode, _ diagnostic: HTTP2Diagnostic) {
    guard failure == nil else { return }
    let failure = HTTP2Failure(code: code, diagnostic: diagnostic)
    self.failure = failure
    if diagnostic.code != .prefaceHTTP1, diagnostic.code != .prefaceTLS {
      let last = min(highestOfPeer, goAwaySent ?? .last)
      writer.goAway(last: last, code, debugData: Array(failure.message.utf8))
      goAwaySent = last
    }
    events.append(.failed(failure))
  }
}

extension HTTP2Diagnostic.Code {
  /// A finding about what a message says (RFC 9113 §8), which harms nobody but its reader.
  var isAboutMessage: Bool { fieldsFacts != nil || messagesFacts != nil }
}
