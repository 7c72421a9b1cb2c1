import Exchanges
import HTTP2
import HTTPMessages
import Recordings

@testable import Documents

/// An exchange over HTTP/2 recorded as a connection would: frames below, and what they say as HTTP/1 above.
struct FrameConversation: ~Copyable {
  static let began = Timestamp(nanoseconds: 1_000_000_000)
  private var connection: Recording
  private var clock: UInt64 = 1_000_000_000
  private var text: Conversation
  private var encoders = [Direction.sent: HPACKEncoder(), .received: HPACKEncoder()]
  /// Frames that wait to be put on the wire.
  var frames = FrameWriter()
  var stream: StreamID = 1
  var findings: [HTTP2Diagnostic] = []
  private var start = (sent: DirectionReader(from: .client), received: DirectionReader(from: .server))

  init(memoryLimit: Int = 2 << 20) {
    connection = Recording(
      SpoolConfiguration(memoryLimit: memoryLimit, directory: "/var/tmp/barewire-documents-tests"))
    text = Conversation(memoryLimit: memoryLimit)
  }

  /// A header block of one direction, as it stands in its turn.
  mutating func block(_ direction: Direction, _ fields: [HeaderField]) -> [UInt8] {
    var block: [UInt8] = []
    encoders[direction]?.encode(fields, into: &block)
    return block
  }

  /// What waits goes over the wire at once, or in pieces of some size.
  mutating func flush(_ direction: Direction, pieces: Int = .max) throws {
    var rest = frames.bytes[...]
    frames.bytes = []
    while !rest.isEmpty {
      clock += 1_000_000
      let piece = rest.prefix(pieces)
      rest = rest.dropFirst(piece.count)
      try connection.append(direction, Array(piece), at: Timestamp(nanoseconds: clock))
    }
  }

  /// The exchange begins here: what went before belongs to others.
  mutating func begin(stream: StreamID) throws {
    self.stream = stream
    var events: [FrameEvent] = []
    let snapshot = connection.snapshot
    try snapshot.sent.bytes(in: 0..<snapshot.sent.count).withUnsafeBytes { start.sent.read($0, into: &events) }
    try snapshot.received.bytes(in: 0..<snapshot.received.count).withUnsafeBytes {
      start.received.read($0, into: &events)
    }
  }

  /// What was said, as HTTP/1 has it.
  mutating func say(_ request: String, _ response: String) throws {
    try text.send(request)
    try text.receive(response)
  }

  mutating func end() { text.end() }

  var id: ExchangeID { text.id }

  var snapshot: ExchangeRecording {
    var recording = text.snapshot
    let bytes = connection.snapshot
    recording.frames = FrameRecording(
      connection: bytes, stream: stream,
      sent: .init(range: start.sent.offset..<bytes.sent.count, reader: start.sent),
      received: .init(
        range: start.received.offset..<bytes.received.count, reader: start.received, findings: findings))
    recording.connectionBegan = Self.began
    return recording
  }

  func store() async throws -> DocumentStore {
    let store = DocumentStore(spool: SpoolConfiguration(directory: "/var/tmp/barewire-documents-tests"))
    try await store.update(snapshot)
    return store
  }

  func key(_ view: DocumentView, bytesPerRow: Int = 16) -> DocumentKey {
    DocumentKey(exchange: id, view: view, bytesPerRow: bytesPerRow)
  }
}

extension FrameConversation {
  /// A small exchange, alone on its connection.
  static func small(pieces: Int = .max) throws -> FrameConversation {
    var conversation = FrameConversation()
    conversation.frames.preface()
    conversation.frames.settings([Setting(.initialWindowSize, 8_388_608), Setting(.enablePush, 0)])
    conversation.frames.windowUpdate(.connection, increment: 1000)
    let request = [
      HeaderField(":method", "GET"), HeaderField(":scheme", "http"), HeaderField(":authority", "wire.test"),
      HeaderField(":path", "/"), HeaderField("authorization", "Basic c2VjcmV0", isNeverIndexed: true),
    ]
    let block = conversation.block(.sent, request)
    conversation.frames.headers(block, stream: 1, endStream: true, priority: StreamPriority(weight: 200))
    try conversation.flush(.sent, pieces: pieces)
    conversation.frames.settings([Setting(.maxConcurrentStreams, 100)])
    conversation.frames.settingsAcknowledgement()
    let answer = conversation.block(.received, [HeaderField(":status", "200"), HeaderField("server", "wire")])
    conversation.frames.headers(answer.prefix(3), stream: 1, endHeaders: false)
    conversation.frames.continuation(answer.dropFirst(3), stream: 1)
    Array("two\nlines".utf8).withUnsafeBytes { conversation.frames.data($0, stream: 1, padding: 4) }
    conversation.frames.ping([1, 2, 3, 4, 5, 6, 7, 8])
    let again = conversation.block(.received, [HeaderField("server", "wire")])
    conversation.frames.headers(again, stream: 1, endStream: true)
    conversation.frames.goAway(last: 1, .enhanceYourCalm, debugData: Array("slow down".utf8))
    try conversation.flush(.received, pieces: pieces)
    try conversation.say(
      "GET / HTTP/1.1\r\nHost: wire.test\r\nAuthorization: Basic c2VjcmV0\r\n\r\n",
      "HTTP/1.1 200 \r\nserver: wire\r\n\r\ntwo\nlines")
    conversation.end()
    return conversation
  }
}
