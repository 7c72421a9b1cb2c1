import Exchanges

/// The last events of a connection, oldest first.
struct ConnectionEventLog: Sendable {
  /// Older events than this many are dropped.
  static let limit = 512

  private(set) var events: [ConnectionEvent] = []

  /// Adds an event; when the log is full the oldest one goes.
  mutating func append(_ event: ConnectionEvent) {
    if events.count >= Self.limit { events.removeFirst(events.count - Self.limit + 1) }
    events.append(event)
  }
}
