import HTTPMessages

/// Reads requests out of a connection's bytes, however they are cut.
///
/// What breaks a rule is refused with that rule in words, so that a learner sees why.
struct RequestReader {
  enum Output {
    case request(PracticeRequest)
    /// The head is here and the sender waits for leave to send the content (RFC 9110 §10.1.1).
    case expectsContinue
    /// What came is no request that can be answered; nothing more is read.
    case refused(status: Int, sentence: String)
  }

  /// 256 KiB for the start line and the fields.
  private static let headLimit = 256 << 10

  /// What RFC 9112 §2.2 lets a server read all the same.
  private static let forgiven: Set<Diagnostic.Code> = [.bareLineFeed]

  private enum Phase {
    case between, head, content
  }

  private var parser = MessageParser(.request)
  private var events = ParseEvents()
  private var phase = Phase.between
  /// The bytes from `heldStart` to the parser's offset, as far as they are still needed.
  private var held: [UInt8] = []
  private var heldStart = 0
  /// Where the message under way begins, or the next one at the earliest: a start is told late, with the first token.
  private var messageStart = 0
  private var request = PracticeRequest()
  private var policy = ContentPolicy.count
  private var findings: [Diagnostic.Code] = []
  private var isRefused = false

  /// Reads bytes and appends what they complete to `output`; `policy` says at the end of a head what becomes of the content.
  mutating func read(
    _ bytes: UnsafeRawBufferPointer, into output: inout [Output], policy: (PracticeRequest) -> ContentPolicy
  ) {
    guard !isRefused else { return }
    held += bytes
    var rest = bytes
    repeat {
      let count = parser.parse(rest, into: &events)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      takeEvents(into: &output, policy: policy)
      guard count > 0 || events.count > 0 else { break }
    } while !rest.isEmpty && !isRefused
    forgetWhatIsRead()
    guard !isRefused else { return }
    if phase != .content, held.count > Self.headLimit {
      refuse(431, "The head is larger than 256 KiB: send fewer or shorter fields.", &output)
    } else if phase == .content, case .keepMessage(let limit) = self.policy, held.count > limit {
      refuseTooLarge(&output)
    }
  }

  /// Tells that no more bytes will come.
  mutating func finish(into output: inout [Output], policy: (PracticeRequest) -> ContentPolicy) {
    guard !isRefused else { return }
    let wasInHead = phase == .head
    parser.finish(into: &events)
    findings = []
    let count = output.count
    takeEvents(into: &output, policy: policy)
    if output.count == count, phase != .between {
      let part = wasInHead ? "the blank line that ends its head" : "all of its content had come"
      refuse(400, "The sending side was closed before \(part).", &output)
    }
  }
}

extension RequestReader {
  private mutating func takeEvents(into output: inout [Output], policy: (PracticeRequest) -> ContentPolicy) {
    for index in 0..<events.count where !isRefused {
      take(events[index], &output, policy)
    }
    events.removeAll()
  }

  private mutating func take(
    _ event: ParseEvent, _ output: inout [Output], _ policy: (PracticeRequest) -> ContentPolicy
  ) {
    switch event.kind {
    case .messageStart:
      phase = .head
      messageStart = event.start
      request = PracticeRequest()
      findings = []
      self.policy = .count
    case .part:
      takePart(event, &output)
    case .field:
      guard !event.isTrailer else { return }
      request.fields.append(PracticeRequest.Field(name: text(event.nameRange), value: text(event.valueRange)))
    case .headEnd:
      endHead(event, &output, policy)
    case .messageEnd:
      if case .keepMessage = self.policy { request.bytes = takeMessage(endingAt: event.start) }
      phase = .between
      messageStart = event.start
      output.append(.request(request))
    case .diagnostic:
      guard event.code.severity == .error, !Self.forgiven.contains(event.code) else { return }
      findings.append(event.code)
      // After these no head ends any more.
      let isHopeless = event.code == .notHTTP || event.code == .bytesAfterMessage
      if isHopeless || phase == .content { refuseFindings(&output) }
    }
  }

  private mutating func takePart(_ event: ParseEvent, _ output: inout [Output]) {
    switch event.part {
    case .method: request.method = text(event.range)
    case .target: request.target = RequestTarget(text(event.range))
    case .version: request.isHTTP10 = text(event.range) == "HTTP/1.0"
    case .content:
      request.contentLength += event.length
      guard case .keep(let limit) = policy else { return }
      guard request.contentLength <= limit else { return refuseTooLarge(&output) }
      request.content += bytes(in: event.range)
    default: break
    }
  }

  private mutating func endHead(
    _ event: ParseEvent, _ output: inout [Output], _ policy: (PracticeRequest) -> ContentPolicy
  ) {
    guard findings.isEmpty else { return refuseFindings(&output) }
    guard event.framing != .tunnel, event.framing != .untilClose else {
      return refuse(501, "This server makes no tunnels and reads no content without a length.", &output)
    }
    phase = .content
    self.policy = policy(request)
    switch self.policy {
    case .keep(let limit), .keepMessage(let limit):
      if event.framing == .contentLength, event.contentLength ?? 0 > limit { return refuseTooLarge(&output) }
    case .count: break
    }
    if event.framing != .none, request.expectsContinue { output.append(.expectsContinue) }
  }

  private mutating func refuseFindings(_ output: inout [Output]) {
    let sentences = findings.map { "\($0.message) (\($0.rule.description))" }
    refuse(400, "This is no good request: " + sentences.joined(separator: " "), &output)
  }

  private mutating func refuseTooLarge(_ output: inout [Output]) {
    refuse(413, "The content is larger than this endpoint takes: send less, or send it to /sink.", &output)
  }

  private mutating func refuse(_ status: Int, _ sentence: String, _ output: inout [Output]) {
    isRefused = true
    held = []
    output.append(.refused(status: status, sentence: sentence))
  }

  /// Drops what no later event points to; the parser reports a token that is split over reads with its whole range.
  private mutating func forgetWhatIsRead() {
    let end: Int
    switch phase {
    case .between: end = parser.isBetweenMessages ? parser.offset : messageStart
    case .head: end = messageStart
    case .content:
      if case .keepMessage = policy { end = messageStart } else { end = parser.offset }
    }
    let count = min(max(0, end - heldStart), held.count)
    held.removeFirst(count)
    heldStart += count
  }

  /// The message's bytes; moved rather than copied where nothing else is held, since they may be many.
  private mutating func takeMessage(endingAt end: Int) -> [UInt8] {
    guard messageStart == heldStart, end - heldStart == held.count else { return bytes(in: messageStart..<end) }
    var message: [UInt8] = []
    swap(&message, &held)
    heldStart = end
    return message
  }

  private func bytes(in range: Range<Int>) -> [UInt8] {
    let lower = range.lowerBound - heldStart
    let upper = range.upperBound - heldStart
    guard lower >= 0, upper <= held.count else { return [] }
    return Array(held[lower..<upper])
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes(in: range), as: UTF8.self)
  }
}
