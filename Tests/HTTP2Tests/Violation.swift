import HTTP2
import Testing

/// Bytes that break a rule, for one end of a connection that has begun.
struct Violation: Sendable, CustomTestStringConvertible {
  let code: HTTP2Diagnostic.Code
  var role = HTTP2Role.client
  /// What the client has asked for before, each on a stream of its own.
  var requests: [String] = ["GET"]
  var configuration: @Sendable (inout HTTP2Configuration) -> Void = { _ in }
  /// Other codes that come with it.
  var others: [HTTP2Diagnostic.Code] = []
  let write: @Sendable (inout FrameWriter) -> Void

  var testDescription: String { "\(code.identifier) at the \(role)" }

  /// The machine before the bytes.
  var machine: HTTP2Machine {
    var configuration = role == .client ? HTTP2Configuration.client : .server
    configuration.limits.controlFrames = 20
    configuration.limits.emptyFrames = 20
    configuration.limits.resets = 5
    configuration.limits.headerBlockLength = 30_000
    configuration.limits.headerListSize = 8_000
    configuration.limits.fieldCount = 50
    configuration.limits.continuationCount = 4
    configuration.limits.settingCount = 10
    self.configuration(&configuration)
    var machine = HTTP2Machine.open(role, configuration)
    if role == .client {
      for method in requests {
        let fields = [HeaderField(":method", method)] + getRequest.dropFirst()
        _ = try? machine.openStream(fields, endStream: method == "GET")
      }
      _ = machine.takeOutput()
    }
    return machine
  }
}

/// A header section as a block without tables.
func fields(_ pairs: (String, String)...) -> [UInt8] { plainBlock(pairs) }

/// The beginning of a good request, and what follows.
func request(_ pairs: (String, String)..., method: String = "GET") -> [UInt8] {
  plainBlock([(":method", method), (":scheme", "https"), (":authority", "a"), (":path", "/")] + pairs)
}

func response(_ pairs: (String, String)...) -> [UInt8] { plainBlock([(":status", "200")] + pairs) }

extension FrameWriter {
  mutating func data(_ text: String, stream: StreamID, endStream: Bool = false) {
    Array(text.utf8).withUnsafeBytes { data($0, stream: stream, endStream: endStream) }
  }
}
