import HTTP2
import PracticeServer
import Testing

/// Bytes to the server and back.
protocol TestTransport: AnyObject {
  func send(_ bytes: [UInt8]) throws
  /// The next bytes, empty at the end.
  func receive() throws -> [UInt8]
}

extension TestClient: TestTransport {
  func receive() throws -> [UInt8] { try receive(atMost: 1 << 16) }
}

/// A blocking client of HTTP/2.
final class HTTP2TestClient {
  /// What came on a stream.
  struct Answer: Equatable {
    var heads: [[HeaderField]] = []
    var content: [UInt8] = []
    var trailers: [HeaderField] = []
    var hasEnded = false
    var reset: HTTP2ErrorCode?

    var text: String { String(decoding: content, as: UTF8.self) }
    var statuses: [String] { heads.map { String(decoding: $0.first(":status") ?? [], as: UTF8.self) } }
    var isOver: Bool { hasEnded || reset != nil }
  }

  private(set) var machine: HTTP2Machine
  private(set) var events: [HTTP2Event] = []
  private(set) var answers: [StreamID: Answer] = [:]
  private(set) var isClosed = false
  private let transport: any TestTransport

  /// Begins on a connection of its own, by prior knowledge.
  convenience init(_ server: PracticeServer, configuration: HTTP2Configuration = .client) throws {
    try self.init(TestClient(port: server.port), configuration: configuration)
  }

  init(_ transport: any TestTransport, configuration: HTTP2Configuration = .client) throws {
    self.transport = transport
    machine = HTTP2Machine(.client, configuration: configuration)
    machine.start(now: 0)
    try flush()
  }

  /// Begins after a server's 101, whose answer comes on stream 1.
  init(upgraded transport: any TestTransport) throws {
    self.transport = transport
    machine = HTTP2Machine(.client, configuration: .client)
    machine.startUpgraded(answering: Array("GET".utf8), now: 0)
    try flush()
  }

  /// Sends a request; content goes as the windows allow.
  @discardableResult
  func open(
    _ path: String, method: String = "GET", fields: [HeaderField] = [], content: [UInt8] = [],
    trailers: [HeaderField] = []
  ) throws -> StreamID {
    let opening = [
      HeaderField(":method", method), HeaderField(":scheme", "http"), HeaderField(":authority", "localhost"),
      HeaderField(":path", path),
    ]
    let hasContent = !content.isEmpty || !trailers.isEmpty
    let stream = try machine.openStream(opening + fields, endStream: !hasContent)
    var rest = content[...]
    // An answer may come before all of the content is gone.
    while hasContent, answers[stream]?.isOver != true {
      let count = rest.withUnsafeBytes { machine.send($0, on: stream, endStream: trailers.isEmpty) }
      rest = rest.dropFirst(count)
      try flush()
      if rest.isEmpty { break }
      if count == 0 { try read() }
    }
    if !trailers.isEmpty { machine.sendHead(trailers, on: stream, endStream: true) }
    try flush()
    return stream
  }

  /// Sends a request and waits for what becomes of it.
  func get(
    _ path: String, method: String = "GET", fields: [HeaderField] = [], content: [UInt8] = [],
    trailers: [HeaderField] = []
  ) throws -> Answer {
    try answer(to: open(path, method: method, fields: fields, content: content, trailers: trailers))
  }

  /// Waits until a stream has ended, one way or another.
  func answer(to stream: StreamID) throws -> Answer {
    while answers[stream]?.isOver != true, machine.failure == nil, !isClosed { try read() }
    return answers[stream] ?? Answer()
  }

  /// Waits for the end of an answer, and keeps of its content the count alone.
  func count(_ path: String) throws -> Int {
    let stream = try open(path)
    var count = 0
    while answers[stream]?.isOver != true, !isClosed {
      try read()
      count += answers[stream]?.content.count ?? 0
      answers[stream]?.content = []
      events = []
    }
    return count
  }

  func readToEnd() throws {
    while !isClosed { try read() }
  }

  private func read() throws {
    let bytes = try transport.receive()
    isClosed = bytes.isEmpty
    let start = machine.reader.offset
    bytes.withUnsafeBytes { machine.received($0, now: 0) }
    for event in machine.takeEvents() { take(event, bytes, start) }
    try flush()
  }

  private func take(_ event: HTTP2Event, _ bytes: [UInt8], _ start: Int) {
    events.append(event)
    switch event {
    case .head(let stream, .trailers, let fields, _): answers[stream]?.trailers = fields
    case .head(let stream, _, let fields, _): answers[stream, default: Answer()].heads.append(fields)
    case .content(let stream, let range):
      answers[stream]?.content += bytes[range.lowerBound - start..<range.upperBound - start]
      machine.consumed(stream, range.count)
    case .messageEnded(let stream): answers[stream]?.hasEnded = true
    case .streamReset(let stream, let code, _, _): answers[stream, default: Answer()].reset = code
    default: break
    }
  }

  private func flush() throws {
    if machine.hasOutput { try? transport.send(machine.takeOutput()) }
  }
}
