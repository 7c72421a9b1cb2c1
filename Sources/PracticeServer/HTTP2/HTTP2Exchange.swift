import HTTP2
import NIOCore

/// One stream: its request becomes text of HTTP/1 for a ``ServerConnection`` of its own, and the text that this answers
/// with becomes a response of HTTP/2.
struct HTTP2Exchange {
  private enum Phase: Equatable {
    case ready
    /// More of the request must come.
    case reading
    case waiting(NIODeadline)
    /// Nothing more will be sent.
    case holding
    case ended
  }

  /// Bytes of a response that are translated at once.
  private static let slice = 32 << 10

  let stream: StreamID
  private var connection: ServerConnection
  private var request: RequestText
  private var translator: MessageTranslator
  private var outlet: ResponseOutlet
  private var untranslated = ByteBuffer()
  private var phase = Phase.ready

  init(_ stream: StreamID, _ fields: [HeaderField], endStream: Bool, connection: ServerConnection) {
    self.stream = stream
    self.connection = connection
    translator = MessageTranslator(responsesTo: String(decoding: fields.first(":method") ?? [], as: UTF8.self))
    outlet = ResponseOutlet(stream)
    let (request, head) = RequestText.begin(fields, endStream: endStream)
    self.request = request
    receive(head)
  }

  // MARK: The request

  mutating func receiveContent(_ bytes: UnsafeRawBufferPointer) {
    request.content(bytes) { connection.receive($0) }
    wakeReader()
  }

  mutating func receiveEnd(trailers: [HeaderField] = []) {
    request.end(trailers: trailers) { connection.receive($0) }
    wakeReader()
  }

  private mutating func receive(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { connection.receive($0) }
  }

  private mutating func wakeReader() {
    if phase == .reading { phase = .ready }
  }

  // MARK: The response

  /// Whether nothing is left to do here.
  var hasEnded: Bool { phase == .ended }

  /// When the exchange goes on by itself; nil where it does not wait for a moment.
  var deadline: NIODeadline? {
    if case .waiting(let deadline) = phase { deadline } else { nil }
  }

  /// Does one thing; false where there was nothing to do.
  ///
  /// Frames of an endpoint's own are appended to `output`, behind those of the machine.
  mutating func advance(_ machine: inout HTTP2Machine, _ output: inout ByteBuffer, now: NIODeadline) -> Bool {
    if outlet.isBlocked {
      guard outlet.sendRest(&machine) else { return false }
    } else if untranslated.readableBytes > 0 {
      translate(&machine)
    } else {
      if case .waiting(let deadline) = phase, deadline <= now { phase = .ready }
      guard phase == .ready else { return false }
      act(connection.next(), &machine, &output, now)
    }
    endIfDone(&machine)
    return true
  }

  private mutating func translate(_ machine: inout HTTP2Machine) {
    let count = min(untranslated.readableBytes, Self.slice)
    guard let slice = untranslated.readSlice(length: count) else { return }
    slice.withUnsafeReadableBytes { bytes in
      translator.translate(bytes) { outlet.take($0, &machine) }
    }
  }

  private mutating func act(
    _ action: ServerConnection.Action, _ machine: inout HTTP2Machine, _ output: inout ByteBuffer, _ now: NIODeadline
  ) {
    switch action {
    case .write(let bytes): untranslated = bytes
    case .wait(let milliseconds): phase = .waiting(now + .milliseconds(Int64(milliseconds)))
    case .read: phase = .reading
    case .hold: phase = .holding
    case .finish:
      translator.finish { outlet.take($0, &machine) }
      // What HTTP/1 tells by closing too early.
      if !translator.isEnded { give(up: .internalError, &machine) }
    case .reset: give(up: .internalError, &machine)
    case .signal(let signal): send(signal, &machine, &output)
    case .upgrade: break
    }
  }

  private mutating func send(_ signal: HTTP2Signal, _ machine: inout HTTP2Machine, _ output: inout ByteBuffer) {
    switch signal {
    case .frames(let frames):
      output.writeBytes(machine.takeOutput())
      output.writeBytes(frames.bytes)
    case .ping(let count): for number in 0..<count { machine.ping(UInt64(number)) }
    case .settings(let settings): machine.announce(settings)
    case .goAway(let code, let words): machine.goAway(code, debugData: Array(words.utf8))
    case .resetStream(let code): give(up: code, &machine)
    }
  }

  private mutating func give(up code: HTTP2ErrorCode, _ machine: inout HTTP2Machine) {
    machine.reset(stream, code)
    phase = .ended
  }

  private mutating func endIfDone(_ machine: inout HTTP2Machine) {
    guard phase != .ended else { return }
    if outlet.hasEnded {
      // The rest of a request that was answered early is not wanted (RFC 9113 §8.1).
      machine.reset(stream, .noError)
      phase = .ended
    } else if translator.isUnreadable {
      give(up: .internalError, &machine)
    }
  }
}
