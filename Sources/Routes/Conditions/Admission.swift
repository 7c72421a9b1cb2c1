package import Recordings

/// What a limit lets through.
package enum Admission: Sendable, Hashable {
  /// So many bytes may pass now; none only where none wait.
  case pass(Int)
  /// None may pass now; ask again at this moment.
  case wait(until: Timestamp)
}
