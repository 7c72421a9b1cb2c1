import Exchanges

/// The connections that can carry the same requests, and the exchanges that wait for one of them.
struct ConnectionPool {
  /// In the order in which they were made; some may have ended.
  var connections: [Connection] = []
  /// Given to an exchange that has not begun yet.
  var reserved: Set<ConnectionID> = []
  var line = WaitingLine<Waiter>()

  /// An exchange that waits for its turn.
  struct Waiter {
    var request: OutgoingRequest
    var wantsNew: Bool
    var turn: CheckedContinuation<Turn, Never>
  }

  /// What ended the waiting.
  enum Turn: Sendable {
    case came(Connection, isReuse: Bool)
    /// The exchange is no longer wanted.
    case left
    case tookTooLong
  }
}

/// What an exchange may do when only so many connections may be open.
enum Admission: Equatable {
  case reuse(ConnectionID)
  /// Open a connection, after closing an idle one where that must make room.
  case open(closing: ConnectionID?)
  case wait

  /// Decides.
  ///
  /// - Parameters:
  ///   - wantsNew: The exchange takes no connection that is open already.
  ///   - idle: Connections that can carry it now, the one that is idle longest first.
  ///   - closable: Those of them that may be closed, in the same order.
  ///   - open: How many are open, or about to be.
  ///   - limit: How many may be.
  init(wantsNew: Bool, idle: [ConnectionID], closable: [ConnectionID], open: Int, limit: Int) {
    if !wantsNew, let last = idle.last {
      self = .reuse(last)
    } else if open < limit {
      self = .open(closing: nil)
    } else if let oldest = closable.first {
      self = .open(closing: oldest)
    } else {
      self = .wait
    }
  }
}
