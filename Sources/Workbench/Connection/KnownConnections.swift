package import Exchanges

/// The connections of this session, as the network told of them last.
package struct KnownConnections: Sendable {
  /// Closed connections beyond this many are dropped, oldest first.
  package static let closedLimit = 50

  package private(set) var all: [ConnectionSummary] = []

  package init() {}

  package subscript(id: ConnectionID) -> ConnectionSummary? { all.last { $0.id == id } }

  /// Takes what is known now; those that are `shown` are kept, whatever became of them.
  package mutating func update(_ summaries: [ConnectionSummary], shown: Set<ConnectionID>) {
    for summary in summaries {
      if let index = all.lastIndex(where: { $0.id == summary.id }) {
        all[index] = summary
      } else {
        all.append(summary)
      }
    }
    let closed = all.filter { !$0.state.isAlive && !shown.contains($0.id) }
    if closed.count > Self.closedLimit {
      let dropped = Set(closed.prefix(closed.count - Self.closedLimit).map(\.id))
      all.removeAll { dropped.contains($0.id) }
    }
  }
}
