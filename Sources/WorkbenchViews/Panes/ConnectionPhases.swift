import Exchanges
import Recordings

/// How long it took to open a connection, read from what happened on it.
struct ConnectionPhases {
  private let connection: ConnectionSummary

  init(_ connection: ConnectionSummary) {
    self.connection = connection
  }

  /// Milliseconds; nil for a phase that did not happen or is not one of opening.
  subscript(phase: Timings.Phase) -> Double? {
    switch phase {
    case .lookup:
      time(
        from: { if case .lookupStarted = $0 { true } else { false } },
        to: { if case .lookupAnswered = $0 { true } else { false } })
    case .connect:
      time(
        from: { if case .attemptStarted = $0 { true } else { false } },
        to: { if case .connected = $0 { true } else { false } })
    case .handshake:
      time(
        from: { if case .handshakeStarted = $0 { true } else { false } },
        to: { if case .handshakeFinished = $0 { true } else { false } })
    case .send, .wait, .content: nil
    }
  }

  private func time(
    from begins: (ConnectionEvent.Kind) -> Bool, to ends: (ConnectionEvent.Kind) -> Bool
  ) -> Double? {
    guard let begin = connection.events.first(where: { begins($0.kind) })?.time,
      let end = connection.events.first(where: { ends($0.kind) })?.time
    else { return nil }
    return end.milliseconds(since: begin)
  }
}
