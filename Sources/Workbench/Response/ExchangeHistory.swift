package import Exchanges
package import Workspaces

/// The exchanges of this session, oldest first, and the requests that they were made from.
package struct ExchangeHistory: Sendable {
  /// Exchanges beyond this many are forgotten, oldest first.
  package static let limit = 200

  package struct Record: Sendable {
    package let id: ExchangeID
    /// Where it was sent.
    package let tab: Tab.ID
    /// The request as it was when it was sent.
    package let request: SavedRequest
    package let workspacePath: String?
    /// The redirects that were followed to get here; empty where none were.
    package let redirects: RedirectChain
    /// The exchange whose answer led to this one.
    package var redirectedFrom: ExchangeID?
    package var summary: ExchangeSummary?
    /// Where the connection was opened by hand, whose bytes were sent by hand.
    package let isByHand: Bool

    /// Whether it has not ended, as far as is known.
    package var isRunning: Bool { summary?.outcome.isRunning ?? true }
  }

  package private(set) var records: [Record] = []

  package init() {}

  package subscript(id: ExchangeID) -> Record? { records.last { $0.id == id } }

  /// Adds one; the identities that were pushed out, which are none that run and none that are to be kept.
  package mutating func append(_ record: Record, keeping kept: [ExchangeID]) -> [ExchangeID] {
    records.append(record)
    guard records.count > Self.limit, let old = records.firstIndex(where: { !$0.isRunning && !kept.contains($0.id) })
    else { return [] }
    return [records.remove(at: old).id]
  }

  /// Takes what is known of an exchange now; what was known before, nil when it is not one of these.
  package mutating func update(_ summary: ExchangeSummary) -> Record? {
    guard let index = records.lastIndex(where: { $0.id == summary.id }) else { return nil }
    let before = records[index]
    records[index].summary = summary
    return before
  }

  /// Takes out one that never went anywhere.
  package mutating func remove(_ id: ExchangeID) {
    records.removeAll { $0.id == id }
  }

  /// The one that is so many later (or earlier) than another, of those that are meant; the newest where the other is none.
  package func neighbour(of id: ExchangeID?, by step: Int, where isMeant: (Record) -> Bool) -> ExchangeID? {
    let meant = records.filter { $0.id == id || isMeant($0) }
    guard let index = meant.firstIndex(where: { $0.id == id }) else { return meant.last?.id }
    let next = index + step
    return meant.indices.contains(next) ? meant[next].id : nil
  }

  /// An exchange and the redirects that led to it, the first one first.
  package func hops(to id: ExchangeID) -> [ExchangeSummary] {
    var hops: [ExchangeSummary] = []
    var next: ExchangeID? = id
    while let id = next, let summary = self[id]?.summary, hops.count <= Self.limit {
      hops.append(summary)
      next = summary.redirectedFrom
    }
    return hops.reversed()
  }

  /// Which one of how many, counted from one.
  package func position(of id: ExchangeID) -> (number: Int, count: Int)? {
    records.firstIndex { $0.id == id }.map { ($0 + 1, records.count) }
  }
}
