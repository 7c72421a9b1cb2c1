package import HTTPMessages

/// A finding about bytes of HTTP/2: what is wrong, where, how bad it is, by which rule and with which effect.
package struct HTTP2Diagnostic: Sendable, Hashable {
  package typealias Severity = Diagnostic.Severity
  package typealias Rule = Diagnostic.Rule

  /// What one who finds it has to do (RFC 9113 §5.4).
  package enum Effect: Sendable, Hashable {
    case none
    /// The stream is reset with this code.
    case stream(HTTP2ErrorCode)
    /// The connection is closed with this code.
    case connection(HTTP2ErrorCode)
  }

  package var code: Code
  /// Offsets in the stream of bytes; empty where something is missing rather than wrong.
  package var range: Range<Int>
  /// The stream that the finding is about.
  package var stream: StreamID

  package init(_ code: Code, _ range: Range<Int>, stream: StreamID = .connection) {
    self.code = code
    self.range = range
    self.stream = stream
  }

  package var severity: Severity { code.severity }
  package var rule: Rule { code.rule }
  /// A sentence for a person.
  package var message: String { code.message }

  /// What becomes of the stream or connection; an error of the stream is one of the connection on stream 0.
  package var effect: Effect {
    if case .stream(let error) = code.effect, stream.isConnection { return .connection(error) }
    return code.effect
  }
}
