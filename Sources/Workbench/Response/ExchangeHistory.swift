package import Exchanges
package import Workspaces

/// The exchanges of this session, oldest first, and the requests that they were made from.
package struct ExchangeHistory: Sendable {
  /// Exchanges beyond this many are forgotten, oldest first.
  package static let limit = 200

  package struct Record: Sendable {
    package let id: ExchangeID
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
  }

  package private(set) var records: [Record] = []

  package init() {}

  package subscript(id: ExchangeID) -> Record? { records.last { $0.id == id } }

  /// Adds one; the identities that were pushed out.
  package mutating func append(_ record: Record) -> [ExchangeID] {
    records.append(record)
    guard records.count > Self.limit, let old = records.firstIndex(where: { !($0.summary?.outcome.isRunning ?? true) })
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

  package func neighbour(of id: ExchangeID?, by step: Int) -> ExchangeID? {
    guard let id, let index = records.firstIndex(where: { $0.id == id }) else { return records.last?.id }
    let next = index + step
    return records.indices.contains(next) ? records[next].id : nil
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
