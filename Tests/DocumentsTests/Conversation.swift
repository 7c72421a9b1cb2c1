import Exchanges
import Glibc
import HTTPMessages
import Recordings
import Testing

@testable import Documents

/// An exchange recorded as a connection would: bytes into the recording, the parser's events into the index.
struct Conversation: ~Copyable {
  private var recording: Recording
  private var requestParser = MessageParser(.request)
  private var responseParser = MessageParser(.response)
  private var events = ParseEvents()
  private var request: MessageIndex?
  private var responses: [MessageIndex] = []
  private var clock: UInt64 = 1_000_000_000
  private(set) var isRunning = true
  let id: ExchangeID

  init(id: UInt64 = 1, memoryLimit: Int = 2 << 20) {
    self.id = ExchangeID(id)
    recording = Recording(SpoolConfiguration(memoryLimit: memoryLimit, directory: "/var/tmp/barewire-documents-tests"))
  }

  /// What the client writes at once; the default is a plain request.
  mutating func send(_ text: String = "GET / HTTP/1.1\r\nHost: wire.test\r\n\r\n") throws {
    let bytes = Array(text.utf8)
    clock += 1_500_000
    try recording.append(.sent, bytes, at: Timestamp(nanoseconds: clock))
    let parts = text.split(separator: " ", maxSplits: 1)
    responseParser.expectResponse(toMethod: parts.first.map(String.init) ?? "GET")
    var request = request
    Self.feed(bytes, &requestParser, &events) { event in
      if event.kind == .messageStart { request = MessageIndex(kind: .request, start: event.start) }
      request?.take(event)
    }
    self.request = request
  }

  /// What the server writes at once.
  mutating func receive(_ bytes: [UInt8]) throws {
    clock += 1_500_000
    try recording.append(.received, bytes, at: Timestamp(nanoseconds: clock))
    var responses = responses
    self.responses = []
    Self.feed(bytes, &responseParser, &events) { event in
      if event.kind == .messageStart { responses.append(MessageIndex(kind: .response, start: event.start)) }
      if !responses.isEmpty { responses[responses.count - 1].take(event) }
    }
    self.responses = responses
  }

  mutating func receive(_ text: String) throws {
    try receive(Array(text.utf8))
  }

  /// The server closes.
  mutating func end() {
    events.removeAll()
    responseParser.finish(into: &events)
    for event in events where !responses.isEmpty { responses[responses.count - 1].take(event) }
    events.removeAll()
    isRunning = false
  }

  var snapshot: ExchangeRecording {
    var summary = ExchangeSummary(
      id: id, timings: Timings(started: Timestamp(nanoseconds: 1_000_000_000)), requestMethod: "GET",
      requestTarget: "/")
    summary.outcome = isRunning ? .running : .complete
    return ExchangeRecording(
      summary: summary, plain: recording.snapshot, wire: nil, sentRange: 0..<recording.sentCount,
      receivedRange: 0..<recording.receivedCount, request: request, responses: responses,
      connectionBegan: Timestamp(nanoseconds: 1_000_000_000))
  }

  /// A store that knows the exchange as it is now.
  func store() async throws -> DocumentStore {
    let store = DocumentStore(spool: SpoolConfiguration(directory: "/var/tmp/barewire-documents-tests"))
    try await store.update(snapshot)
    return store
  }

  func key(_ view: DocumentView, _ message: MessageKind = .response) -> DocumentKey {
    DocumentKey(exchange: id, view: view, message: message)
  }

  private static func feed(
    _ bytes: [UInt8], _ parser: inout MessageParser, _ events: inout ParseEvents, _ take: (ParseEvent) -> Void
  ) {
    bytes.withUnsafeBytes { buffer in
      var read = 0
      while read < buffer.count {
        read += parser.parse(UnsafeRawBufferPointer(rebasing: buffer[read...]), into: &events)
        for index in 0..<events.count { take(events[index]) }
        events.removeAll()
      }
    }
  }
}

/// A conversation in which a server answered with some content and closed.
func answered(
  _ content: [UInt8], type: String? = nil, fields: String = "", memoryLimit: Int = 2 << 20
) throws -> Conversation {
  var conversation = Conversation(memoryLimit: memoryLimit)
  try conversation.send()
  let field = type.map { "Content-Type: \($0)\r\n" } ?? ""
  try conversation.receive("HTTP/1.1 200 OK\r\n\(field)\(fields)Content-Length: \(content.count)\r\n\r\n")
  var start = 0
  while start < content.count {
    let end = min(content.count, start + (256 << 10))
    try conversation.receive(Array(content[start..<end]))
    start = end
  }
  conversation.end()
  return conversation
}

extension DocumentStore {
  /// The window once the index is through.
  func settledWindow(_ key: DocumentKey, rows: Range<Int>) async throws -> DocumentWindow {
    while true {
      let window = try await window(key, rows: rows)
      if window.isComplete { return window }
      await Task.yield()
    }
  }

  /// All rows' texts of a document that is small.
  func texts(_ key: DocumentKey) async throws -> [String] {
    try await settledWindow(key, rows: 0..<10_000).rows.map(\.text)
  }
}
