import HTTPMessages
import Recordings

/// HTTP CONNECT (RFC 9110 §9.3.6): asks an HTTP proxy for a tunnel.
///
/// The answer's head is bounded; no content of a refusal is waited for. After a 2xx status all that follows the head is
/// the tunnel's, whatever the head announces.
package struct ConnectHandshake: ProxyHandshake {
  /// Bytes of all heads of the answer together.
  package static let headLimit = 65_536

  private static let configuration = ParserConfiguration(
    refused: DiagnosticSet(Diagnostic.Code.allCases.filter { $0.isLimit || $0 == .notHTTP || $0 == .tlsRecord }),
    lineLength: 16_384, headLength: headLimit, fieldCount: 256)

  private let destination: Destination
  private let credentials: ProxyCredentials?
  private let userAgent: String?
  private var parser = MessageParser(.response, configuration: configuration)
  private var answer = ConnectAnswer()
  private var isOver = false

  /// A handshake that has not begun; `userAgent` is the value of its User-Agent field.
  package init(to destination: Destination, credentials: ProxyCredentials?, userAgent: String?) {
    self.destination = destination
    self.credentials = credentials
    self.userAgent = userAgent
    parser.expectResponse(toMethod: "CONNECT")
  }

  package mutating func start() -> [HandshakeAction] {
    if let problem = destination.problem { return fail(HandshakeFailure(problem)) }
    var writer = MessageWriter()
    writer.requestLine(method: "CONNECT", target: "\(destination)")
    writer.field(name: "Host", value: "\(destination)")
    if let credentials { writer.field(name: "Proxy-Authorization", value: credentials.basic) }
    if let userAgent { writer.field(name: "User-Agent", value: userAgent) }
    writer.endOfHead()
    let words = "asked for a tunnel to \(destination)" + (credentials == nil ? "" : ", with user and password")
    return [.send(writer.bytes), .tell(HandshakeStep(.sent, words, byteCount: writer.bytes.count))]
  }

  package mutating func received(_ bytes: some Collection<UInt8>) -> [HandshakeAction] {
    if isOver { return [] }
    let bytes = Array(bytes)
    var events = ParseEvents(capacity: 64)
    var actions: [HandshakeAction] = []
    var start = 0
    while start < bytes.count, !isOver {
      events.removeAll()
      let count = bytes[start...].withUnsafeBytes { parser.parse($0, into: &events) }
      answer.append(bytes[start..<(start + count)])
      start += count
      for event in events where !isOver { actions += take(event, unread: bytes[start...]) }
    }
    return actions
  }

  package mutating func closed() -> [HandshakeAction] {
    if isOver { return [] }
    return fail(
      HandshakeFailure(
        answer.isEmpty
          ? "The proxy closed the connection without an answer: check its kind and port."
          : "The proxy closed the connection in the middle of its answer: check its kind and port."))
  }

  private mutating func take(_ event: ParseEvent, unread: ArraySlice<UInt8>) -> [HandshakeAction] {
    switch event.kind {
    case .diagnostic where Self.configuration.refused.contains(event.code):
      return fail(HandshakeFailure(Self.sentence(for: event.code)))
    case .part where event.part == .leftover:
      return fail(HandshakeFailure(Self.sentence(for: .notHTTP)))
    case .part, .field:
      answer.note(event)
    case .headEnd:
      return headEnded(event, unread: unread)
    case .messageStart, .messageEnd, .diagnostic: break
    }
    // Interim answers have limits of their own each, but there may be many.
    return event.range.upperBound > Self.headLimit ? fail(HandshakeFailure(Self.sentence(for: .headTooLong))) : []
  }

  private mutating func headEnded(_ event: ParseEvent, unread: ArraySlice<UInt8>) -> [HandshakeAction] {
    let (head, rest) = answer.takeHead(endingAt: event.start)
    let status = event.statusCode
    let line = "\(status.map(String.init) ?? "?") \(answer.reason)"
    let step = HandshakeAction.tell(HandshakeStep(.received, "answered with \(line)", byteCount: head.count))
    switch status ?? 0 {
    case 101:
      return [step]
        + fail(HandshakeFailure("The proxy changes to another protocol (\(line)): check the proxy.", head: head))
    case 100..<200:
      answer.beginNext(at: event.start)
      return [step]
    case 200..<300:
      isOver = true
      return [step, .done(leftover: rest + unread)]
    case 407:
      let sentence = ConnectRefusal.credentials(offered: answer.schemes, had: credentials != nil)
      return [step] + fail(HandshakeFailure(sentence, head: head))
    default:
      let sentence = ConnectRefusal.sentence(status: status, line: line, to: destination)
      return [step] + fail(HandshakeFailure(sentence, head: head))
    }
  }

  private mutating func fail(_ failure: HandshakeFailure) -> [HandshakeAction] {
    isOver = true
    return [.fail(failure)]
  }

  private static func sentence(for code: Diagnostic.Code) -> String {
    switch code {
    case .tlsRecord: "The proxy answers in TLS: give it as https://host:port."
    case .notHTTP: "The proxy's answer is not HTTP: check its kind and port."
    default: "The head of the proxy's answer is too long to be one (\(code.identifier)): check its kind and port."
    }
  }
}
