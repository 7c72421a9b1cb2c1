package import Exchanges

/// The connections that are known, and the one that the panel shows.
package struct ConnectionPanel: Sendable {
  /// What was sent by hand of which draft, so that the rest can follow.
  package struct ByHand: Sendable, Hashable {
    package var exchange: ExchangeID
    package var connection: ConnectionID
    package var sent: [UInt8]
  }

  /// Closed connections beyond this many are dropped, oldest first.
  package static let closedLimit = 50

  package private(set) var connections: [ConnectionSummary] = []
  package private(set) var shown: ConnectionID?
  package var byHand: ByHand?
  /// The first event on the panel when it has the focus and lists them.
  package private(set) var top = 0

  package init() {}

  package subscript(id: ConnectionID) -> ConnectionSummary? { connections.last { $0.id == id } }

  package var current: ConnectionSummary? { shown.flatMap { self[$0] } }

  /// The connection that bytes can be sent on by hand.
  package var currentAlive: ConnectionSummary? {
    current.flatMap { $0.state.isAlive ? $0 : nil }
  }

  package mutating func show(_ id: ConnectionID?) {
    guard shown != id else { return }
    shown = id
    top = 0
  }

  package mutating func update(_ summaries: [ConnectionSummary]) {
    for summary in summaries {
      if let index = connections.lastIndex(where: { $0.id == summary.id }) {
        connections[index] = summary
      } else {
        connections.append(summary)
      }
    }
    let closed = connections.filter { !$0.state.isAlive && $0.id != shown }
    if closed.count > Self.closedLimit {
      let dropped = Set(closed.prefix(closed.count - Self.closedLimit).map(\.id))
      connections.removeAll { dropped.contains($0.id) }
    }
  }

  package mutating func scroll(by count: Int) {
    top = max(0, min(top + count, max(0, (current?.events.count ?? 0) - 1)))
  }
}
