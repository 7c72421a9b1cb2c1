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
  package private(set) var view = ConnectionView.events
  /// The row under the cursor; nil while the last row is followed as rows come.
  package private(set) var cursor: Int?

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
    startOver()
  }

  package mutating func show(_ view: ConnectionView) {
    self.view = view
    startOver()
  }

  /// Events are followed; what stands still is read from its first row.
  private mutating func startOver() {
    cursor = view == .events ? nil : 0
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

  /// The row that the cursor is on, of so many.
  package func cursorRow(of count: Int) -> Int {
    max(0, min(cursor ?? count - 1, count - 1))
  }

  /// Moves the cursor over the rows of the view, of which there are `count`; on the last event it follows again.
  package mutating func move(by step: Int, of count: Int) {
    let row = max(0, min(cursorRow(of: count) + step, count - 1))
    cursor = view == .events && row == count - 1 ? nil : row
  }
}
