import HTTP2

extension HTTP2Machine {
  /// A machine that has begun and whose peer has sent its settings; nothing is left to take.
  static func open(
    _ role: HTTP2Role, _ configuration: HTTP2Configuration? = nil, peer: [Setting] = []
  ) -> HTTP2Machine {
    var machine = HTTP2Machine(role, configuration: configuration ?? (role == .client ? .client : .server))
    machine.start(now: 0)
    machine.receive(
      wire {
        if role == .server { $0.preface() }
        $0.settings(peer)
        $0.settingsAcknowledgement()
      })
    _ = machine.takeEvents()
    _ = machine.takeOutput()
    return machine
  }

  mutating func receive(_ bytes: [UInt8], now: UInt64 = 0) {
    bytes.withUnsafeBytes { received($0, now: now) }
  }

  mutating func receive(now: UInt64 = 0, _ write: (inout FrameWriter) -> Void) {
    receive(wire(write), now: now)
  }

  mutating func send(_ text: String, on stream: StreamID, endStream: Bool = false) -> Int {
    Array(text.utf8).withUnsafeBytes { send($0, on: stream, endStream: endStream) }
  }

  /// The frames of the output, and the fields of its header blocks.
  mutating func takeFrames() -> [FrameEvent] {
    let output = takeOutput()
    let reader = DirectionReader(from: role, maxFrameSize: 1 << 24 - 1, tableSize: 1 << 20)
    if role == .client, output.starts(with: FrameWriter.preface) { return HTTP2Tests.read(output, with: reader) }
    return HTTP2Tests.read(role == .client ? FrameWriter.preface + output : output, with: reader)
  }
}

extension [HTTP2Event] {
  var diagnostics: [HTTP2Diagnostic] {
    compactMap {
      if case .diagnostic(let diagnostic) = $0 { return diagnostic }
      return nil
    }
  }

  var codes: [HTTP2Diagnostic.Code] { diagnostics.map(\.code) }

  /// What is about messages, without what was read.
  var meanings: [HTTP2Event] {
    filter {
      switch $0 {
      case .preface, .frame, .headerBlock, .diagnostic, .leftover: false
      default: true
      }
    }
  }
}

let getRequest = [
  HeaderField(":method", "GET"), HeaderField(":scheme", "https"), HeaderField(":authority", "a.example"),
  HeaderField(":path", "/"),
]

let postRequest = [HeaderField(":method", "POST")] + getRequest.dropFirst()
let okResponse = [HeaderField(":status", "200"), HeaderField("server", "x")]
