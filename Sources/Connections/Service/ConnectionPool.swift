import Exchanges
import NIOCore

/// The connections that can carry the same requests, and the exchanges that wait for one of them.
struct ConnectionPool {
  /// In the order in which they were made; some may have ended.
  var connections: [Connection] = []
  /// Given to an exchange that has not begun yet.
  var reserved: Set<ConnectionID> = []
  var line = WaitingLine<Waiter>()
  /// When it is looked next whether some of the idle ones are too many.
  var surplusCheck: Scheduled<Void>?

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

/// What an exchange that needs a new connection may do when only so many may be open.
enum Admission: Equatable {
  /// Open a connection, after closing an idle one where that must make room.
  case open(closing: ConnectionID?)
  case wait

  /// Decides.
  ///
  /// - Parameters:
  ///   - closable: Idle connections that may be closed, the one that is idle longest first.
  ///   - open: How many are open, or about to be.
  ///   - limit: How many may be.
  init(closable: [ConnectionID], open: Int, limit: Int) {
    if open < limit {
      self = .open(closing: nil)
    } else if let oldest = closable.first {
      self = .open(closing: oldest)
    } else {
      self = .wait
    }
  }
}
