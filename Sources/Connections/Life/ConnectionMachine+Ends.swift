import Exchanges
import Recordings

/// What ends a connection, from either side.
extension ConnectionMachine {
  // MARK: The peer

  /// The peer closed its sending side; its last bytes were parsed, and the parser was told of the end.
  mutating func peerClosed(now: Timestamp) -> [Action] {
    lastActivity = now
    switch phase {
    case .ended: return []
    case .establishing: return end(.closed(.byPeer))
    case .idle:
      if isByHand, state == .open {
        state = .halfClosed(.remote)
        return [.note(.peerClosed)]
      }
      return [.note(.peerClosed)] + end(.closed(.byPeer))
    case .leaving, .shared: return [.note(.peerClosed)] + end(.closed(.byPeer))
    case .running(let run):
      return [.note(.peerClosed)] + lose(run, .byPeer, ConnectionEndWords.closed(hasBytes: run.hasAnswer))
    }
  }

  /// The transport broke: `reason` says whether by a reset or otherwise.
  mutating func broke(_ reason: CloseReason) -> [Action] {
    let note: [Action] = reason == .reset ? [.note(.peerReset)] : []
    switch phase {
    case .ended: return []
    case .establishing, .idle, .leaving, .shared: return note + end(.closed(reason))
    case .running(let run):
      return note + lose(run, reason, ConnectionEndWords.broken(reason, hasBytes: run.hasAnswer))
    }
  }

  // MARK: The user

  /// Closes the sending side.
  mutating func closeSending(now: Timestamp) -> [Action] {
    lastActivity = now
    switch state {
    case .open:
      state = .halfClosed(.local)
      return [.closeSending, .note(.sendingClosed)]
    case .halfClosed(.remote):
      return [.note(.sendingClosed)] + close()
    default:
      return []
    }
  }

  /// Closes the connection.
  mutating func close(_ reason: CloseReason = .byUs) -> [Action] {
    if case .ended = phase { return [] }
    if let run { return abandon(run, .cancelled, .closed(reason)) }
    return end(.closed(reason))
  }

  /// Closes the connection with a reset.
  mutating func abort() -> [Action] {
    if case .ended = phase { return [] }
    let finished: [Action] = run.map { [.finish($0.terms.id, .cancelled)] } ?? []
    phase = .ended
    state = .closed(.abortedByUs)
    return finished + [.reset, .note(.closed(.abortedByUs))]
  }

  // MARK: Ends

  /// The exchange and the connection end together, from our side.
  mutating func abandon(_ run: Run, _ outcome: ExchangeOutcome, _ state: ConnectionState) -> [Action] {
    [.finish(run.terms.id, outcome)] + end(state)
  }

  /// The connection ended under the exchange.
  private mutating func lose(_ run: Run, _ reason: CloseReason, _ sentence: String) -> [Action] {
    if !run.hasAnswer, run.terms.mayMoveOn {
      return [.moveOn(run.terms.id)] + end(.closed(reason))
    }
    let outcome: ExchangeOutcome =
      run.responseOutcome ?? (run.statusCode == nil ? .failed(.connectionEnded(sentence)) : .malformed)
    return abandon(run, outcome, .closed(reason))
  }

  mutating func end(_ state: ConnectionState) -> [Action] {
    phase = .ended
    self.state = state
    guard case .closed(let reason) = state else { return [.close] }
    return [.close, .note(.closed(reason))]
  }
}
