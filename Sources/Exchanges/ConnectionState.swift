/// The state of a connection, as the panel shows it.
package enum ConnectionState: Sendable, Hashable {
  case resolving
  case connecting
  case securing
  case open
  case halfClosed(HalfClose)
  case closed(CloseReason)
  case failed(reason: String)

  /// Which side can no longer send.
  package enum HalfClose: Sendable, Hashable {
    /// We sent a FIN.
    case local
    /// The peer sent a FIN.
    case remote
  }

  /// The state in a word.
  package var word: String {
    switch self {
    case .resolving: "resolving"
    case .connecting: "connecting"
    case .securing: "securing"
    case .open: "open"
    case .halfClosed: "half-closed"
    case .closed(.reset): "reset"
    case .closed: "closed"
    case .failed: "failed"
    }
  }

  /// Whether bytes can still move in at least one direction.
  package var isAlive: Bool {
    switch self {
    case .closed, .failed: false
    default: true
    }
  }
}

/// Who ended a connection, and how.
package enum CloseReason: Sendable, Hashable {
  /// The peer closed (FIN).
  case byPeer
  /// The user closed it, or an exchange asked for it.
  case byUs
  /// We aborted it with a reset.
  case abortedByUs
  /// The peer reset it.
  case reset
  /// Nothing happened for longer than the idle timeout.
  case idle
  /// A time limit of the exchange ran out.
  case timeLimit
  /// A TCP or TLS error; the text is a sentence.
  case error(String)

  /// The reason as a sentence's end.
  package var description: String {
    switch self {
    case .byPeer: "closed by the server"
    case .byUs: "closed by you"
    case .abortedByUs: "aborted by you with a reset"
    case .reset: "reset by the server"
    case .idle: "closed after idling"
    case .timeLimit: "closed because a time limit ran out"
    case .error(let reason): reason
    }
  }
}
