import Exchanges

/// Exchanges in the order in which they came.
struct WaitingLine<Waiter> {
  private var waiters: [(id: ExchangeID, waiter: Waiter)] = []

  init() {}

  var isEmpty: Bool { waiters.isEmpty }
  var count: Int { waiters.count }

  /// Whose turn it is next.
  var first: Waiter? { waiters.first?.waiter }

  /// Joins at the end.
  mutating func join(_ waiter: Waiter, as id: ExchangeID) {
    waiters.append((id, waiter))
  }

  /// Takes out the first one.
  mutating func next() -> Waiter? {
    waiters.isEmpty ? nil : waiters.removeFirst().waiter
  }

  /// Takes out one that no longer waits; nil when it does not stand here.
  mutating func leave(_ id: ExchangeID) -> Waiter? {
    waiters.firstIndex { $0.id == id }.map { waiters.remove(at: $0).waiter }
  }
}
