import Exchanges
import HTTPMessages

/// Reads the messages of one direction of one exchange, and keeps where their parts are.
///
/// It parses each byte once and keeps none. Offsets are those of the connection's recording, in which the exchange
/// begins at `start`. A response direction holds interim responses and then the final one; what follows the last
/// message belongs to none and is told with it.
struct MessageTracker: Sendable {
  /// More interim responses than this are read, not kept.
  static let interimLimit = 64

  /// Offset in the recording of the first byte to be parsed.
  let start: Int
  /// Oldest first.
  private(set) var messages: [MessageIndex] = []
  /// The announced length of the last message's content.
  private(set) var contentLength: Int?
  /// What the head of the last message says, once it is complete.
  private(set) var head: HeadFacts?
  /// Whether the last message lets the connection stay open, as far as its sender says (RFC 9112 §9.3).
  private(set) var keepsConnection = true
  private var statusCode: Int?
  /// The last message is whole: of a response, the final one.
  private(set) var isEnded = false
  /// 100 (Continue) came.
  private(set) var isContinued = false
  /// It cannot be known any more where the message ends.
  private(set) var isFramingLost = false

  private let kind: MessageKind
  private var parser: MessageParser
  private var events: ParseEvents

  /// A tracker of what is sent (requests) or of what answers it.
  init(request start: Int) {
    self.init(.request, start: start)
  }

  /// A tracker of the responses to a request with `method`, which may come on a stream of HTTP/2.
  init(responsesTo method: String, start: Int, isOnStream: Bool = false) {
    self.init(.response, start: start, isOnStream: isOnStream)
    parser.expectResponse(toMethod: method)
  }

  private init(_ kind: MessageKind, start: Int, isOnStream: Bool = false) {
    self.kind = kind
    self.start = start
    parser = MessageParser(kind, isOnStream: isOnStream)
    events = ParseEvents(capacity: 128)
  }

  /// The message that matters: the request, or the final response (while none came: the last interim one).
  var current: MessageIndex? { messages.last }

  /// The final response's status code, from the time when its start line is complete.
  var finalStatusCode: Int? { isInterim ? nil : statusCode }

  /// Whether anything broke a rule of framing or of syntax.
  var hasErrors: Bool { messages.last?.hasErrors ?? false }

  /// Parses the next bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that follow those of the last call.
  ///   - recorded: Gives bytes of the recording, `bytes` included; for the few texts of a head that are needed.
  mutating func take(_ bytes: UnsafeRawBufferPointer, recorded: (Range<Int>) -> [UInt8]) {
    var rest = bytes
    while !rest.isEmpty {
      let count = parser.parse(rest, into: &events)
      drain(recorded)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Tells the parser that nothing more comes.
  mutating func finish(recorded: (Range<Int>) -> [UInt8]) {
    parser.finish(into: &events)
    drain(recorded)
  }

  /// Tells the parser that trailers follow on the stream; false where they belong to no content.
  mutating func endContent(recorded: (Range<Int>) -> [UInt8]) -> Bool {
    defer { drain(recorded) }
    return parser.endContent(into: &events)
  }

  private mutating func drain(_ recorded: (Range<Int>) -> [UInt8]) {
    for index in 0..<events.count {
      var event = events[index]
      event.start += start
      // Of a million chunks no event needs a text: the closure, and what it holds, is left alone.
      if needsText(event) { take(event, recorded) } else { take(event) }
    }
    events.removeAll()
  }

  private func needsText(_ event: ParseEvent) -> Bool {
    if isEnded { return false }
    switch event.kind {
    case .headEnd: return true
    case .part: if case .statusCode = event.part { return true } else { return false }
    case .messageStart, .field, .messageEnd, .diagnostic: return false
    }
  }

  /// Takes an event of which a text of the message is to be read.
  private mutating func take(_ event: ParseEvent, _ recorded: (Range<Int>) -> [UInt8]) {
    withLast { $0.take(event) }
    guard case .headEnd = event.kind else {
      statusCode = Self.number(recorded(event.range))
      return
    }
    contentLength = event.contentLength
    keepsConnection = event.keepsConnection
    if !isInterim { head = readHead(recorded) }
    if statusCode == 100 { isContinued = true }
    // HTTP ends here; what follows is another protocol's.
    if event.framing == .tunnel { take(.messageEnd(at: event.start)) }
  }

  private mutating func take(_ event: ParseEvent) {
    if isEnded {
      // Bytes after the end: only what the parser says of them is kept, with the message before them.
      if event.kind == .diagnostic { withLast { $0.take(event) } }
      return
    }
    switch event.kind {
    case .messageStart:
      begin(at: event.start)
    case .part where event.part == .leftover:
      if messages.isEmpty { begin(at: event.start) }
      isFramingLost = true
      withLast { $0.take(event) }
    case .messageEnd:
      withLast { $0.take(event) }
      isEnded = !isInterim
    case .part where event.part == .lineEnd && messages.last?.isComplete != false:
      // Empty lines between messages.
      break
    case .part, .field, .diagnostic, .headEnd:
      if messages.isEmpty { begin(at: event.start) }
      withLast { $0.take(event) }
    }
  }

  /// Whether the last message is a response that another one follows (RFC 9110 §15.2); 101 ends HTTP and is final.
  private var isInterim: Bool {
    guard kind == .response, let statusCode else { return false }
    return (100..<200).contains(statusCode) && statusCode != 101
  }

  private mutating func begin(at offset: Int) {
    if messages.count > Self.interimLimit { messages.removeLast() }
    messages.append(MessageIndex(kind: kind, start: offset))
    statusCode = nil
    contentLength = nil
  }

  private mutating func withLast(_ body: (inout MessageIndex) -> Void) {
    guard let last = messages.indices.last else { return }
    body(&messages[last])
  }

  private func readHead(_ recorded: (Range<Int>) -> [UInt8]) -> HeadFacts? {
    guard let current, let end = current.headEnd else { return nil }
    let known = current.start..<min(end, current.start + HeadFacts.headLimit)
    return recorded(known).withUnsafeBytes { HeadFacts(of: current, in: $0) }
  }

  private static func number(_ digits: [UInt8]) -> Int? {
    guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
