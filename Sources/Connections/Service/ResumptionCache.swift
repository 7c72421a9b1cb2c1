import Exchanges
import TLSEngine

/// The newest session of each way to an endpoint that its server lets be resumed.
///
/// It lives in memory only: sessions are secrets.
struct ResumptionCache {
  /// A session and the connection that it is from.
  struct Entry: Sendable {
    var resumption: TLSResumption
    var connection: ConnectionID
  }

  /// More sessions than this are not kept, the oldest go first.
  static let limit = 128

  private var entries: [PoolKey: Entry] = [:]
  private var order: [PoolKey] = []

  var count: Int { entries.count }

  /// Keeps a session in the place of the one before it.
  mutating func keep(_ entry: Entry, for key: PoolKey) {
    order.removeAll { $0 == key }
    order.append(key)
    entries[key] = entry
    if order.count > Self.limit { entries[order.removeFirst()] = nil }
  }

  /// Takes the session out, because a ticket should be used once (RFC 8446, appendix C.4).
  mutating func take(_ key: PoolKey) -> Entry? {
    order.removeAll { $0 == key }
    return entries.removeValue(forKey: key)
  }
}
