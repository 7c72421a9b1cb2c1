import Exchanges

/// Sentences for exchanges whose connection ended too early.
enum ConnectionEndWords {
  /// The server closed in the ordinary way.
  static func closed(hasBytes: Bool) -> String {
    hasBytes
      ? "The server closed the connection before the response had a status line: look at what came in the wire view."
      : "The server closed the connection without an answer: check that it speaks HTTP on this port, then send again."
  }

  /// The connection broke.
  static func broken(_ reason: CloseReason, hasBytes: Bool) -> String {
    switch reason {
    case .reset:
      hasBytes
        ? "The server reset the connection before the response had a status line: look at what came in the wire view."
        : "The server reset the connection without an answer: it may have crashed, or refuses this request."
    case .error(let sentence): sentence
    default: "The connection ended (\(reason.description)) before a response came."
    }
  }

  /// The answer did not begin in time.
  static func noFirstByte(nanoseconds: UInt64) -> String {
    "No byte of an answer within \(Length.words(nanoseconds: nanoseconds)) after the request: the server may be stuck or slow; "
      + "allow more time for the first byte to wait longer."
  }

  /// All of it took too long.
  static func tookTooLong(nanoseconds: UInt64) -> String {
    "The exchange was not over within \(Length.words(nanoseconds: nanoseconds)): allow more time in all to wait longer."
  }

  /// Nothing moved for too long.
  static func timeout(_ length: String, hasBytes: Bool, isSent: Bool) -> String {
    if hasBytes { return "The response stopped: no byte came for \(length); allow more idle time to wait longer." }
    return isSent
      ? "No answer within \(length): the server may be stuck or slow; allow more idle time to wait longer."
      : "The server took no more of the request for \(length), and did not answer; allow more idle time to wait longer."
  }
}
