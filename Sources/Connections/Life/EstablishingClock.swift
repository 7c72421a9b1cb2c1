import Recordings

/// The time limits of a connection that comes about, one phase after the other.
struct EstablishingClock: Sendable, Equatable {
  /// What may take only so long.
  enum Phase: Sendable, Equatable {
    /// Look-up and connect together.
    case connect
    /// All that is said to a proxy.
    case proxy
    case handshake
  }

  private(set) var phase = Phase.connect
  /// When the phase has taken too long; nil while nothing is limited.
  private(set) var deadline: Timestamp?

  /// A phase begins, and the one before it is over; it may take so many nanoseconds, nil for any time.
  mutating func begin(_ phase: Phase, limit: UInt64?, now: Timestamp) {
    self.phase = phase
    deadline = limit.map { now.adding($0) }
  }

  /// Nothing more is to be established.
  mutating func stop() {
    deadline = nil
  }

  /// Whether the phase has taken too long.
  func hasRunOut(now: Timestamp) -> Bool {
    deadline.map { now >= $0 } ?? false
  }
}
