import Exchanges

/// The last events of a connection, oldest first.
struct ConnectionEventLog: Sendable {
  /// Older events than this many are dropped, and so many at once that dropping costs little.
  static let limit = 512

  private(set) var events: [ConnectionEvent] = []

  /// Adds an event; when the log is full the oldest ones go.
  ///
  /// Frames of content that follow each other are one.
  mutating func append(_ event: ConnectionEvent) {
    if case .frame(let direction, let next) = event.kind, let last = events.indices.last,
      case .frame(direction, var facts) = events[last].kind, facts.merge(next)
    {
      return events[last].kind = .frame(direction, facts)
    }
    if events.count >= Self.limit { events.removeFirst(Self.limit / 8) }
    events.append(event)
  }
}
