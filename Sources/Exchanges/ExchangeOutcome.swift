/// How an exchange stands or ended.
package enum ExchangeOutcome: Sendable, Hashable {
  case running
  /// A whole final response came.
  case complete
  /// A final response came but its bytes break a rule of framing (see its diagnostics), or end too early.
  case malformed
  case cancelled
  case failed(ExchangeFailure)

  package var isRunning: Bool { self == .running }
}

/// Why no (whole) answer came.
package enum ExchangeFailure: Error, Sendable, Hashable {
  case lookup(String)
  case connect(String)
  case handshake(String)
  /// A proxy made no way to the endpoint.
  case proxy(String)
  case timedOut(String)
  /// The connection ended before a response was complete; the sentence says how.
  case connectionEnded(String)
  /// The recording could not be written (a full disk); what came before is kept.
  case recording(String)
  /// The request's own bytes could not be read (a body file).
  case request(String)

  /// One sentence for a person.
  package var message: String {
    switch self {
    case .lookup(let reason), .connect(let reason), .handshake(let reason), .proxy(let reason), .timedOut(let reason),
      .connectionEnded(let reason), .recording(let reason), .request(let reason):
      reason
    }
  }
}
