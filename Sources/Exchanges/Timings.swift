package import Recordings

/// When the phases of one exchange began and ended; a phase that did not happen (yet) is nil.
package struct Timings: Sendable, Hashable {
  /// The user asked for it.
  package var started: Timestamp
  package var lookupStarted: Timestamp?
  package var lookupFinished: Timestamp?
  package var connectStarted: Timestamp?
  package var connected: Timestamp?
  package var handshakeStarted: Timestamp?
  package var handshakeFinished: Timestamp?
  package var requestStarted: Timestamp?
  package var requestSent: Timestamp?
  package var firstByte: Timestamp?
  package var headReceived: Timestamp?
  package var finished: Timestamp?

  package init(started: Timestamp) {
    self.started = started
  }

  /// The phases of the panel's bar.
  package enum Phase: String, Sendable, Hashable, CaseIterable {
    case lookup = "dns"
    case connect = "tcp"
    case handshake = "tls"
    case send = "sent"
    case wait = "first byte"
    case content = "body"
  }

  /// When a phase began and ended; nil while it has not done both.
  package func span(of phase: Phase) -> (begin: Timestamp, end: Timestamp)? {
    let (begin, end): (Timestamp?, Timestamp?) =
      switch phase {
      case .lookup: (lookupStarted, lookupFinished)
      case .connect: (connectStarted, connected)
      case .handshake: (handshakeStarted, handshakeFinished)
      case .send: (requestStarted, requestSent)
      case .wait: (requestSent ?? requestStarted, firstByte)
      case .content: (firstByte, finished)
      }
    guard let begin, let end else { return nil }
    // A server may answer before the whole request is out.
    return (begin, max(begin, end))
  }

  /// How long a phase took, milliseconds; nil while it has not both begun and ended.
  package func milliseconds(of phase: Phase) -> Double? {
    span(of: phase).map { $0.end.milliseconds(since: $0.begin) }
  }

  /// The whole exchange so far, milliseconds; nil until it has ended.
  package var totalMilliseconds: Double? { finished?.milliseconds(since: started) }
}
