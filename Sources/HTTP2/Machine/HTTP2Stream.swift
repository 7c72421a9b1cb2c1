/// One stream that has not ended on both sides (RFC 9113 §5.1).
struct HTTP2Stream: Sendable {
  let id: StreamID
  /// This side has more to say.
  var isSending = true
  /// The other side has more to say.
  var isReceiving = true
  /// Bytes that may be sent; below zero after the other side lowered its settings.
  var sendWindow: Int
  var receiveWindow: ReceiveWindow
  /// Less was sent than its owner wanted to.
  var isBlocked = false
  /// Bytes of content that were told and not consumed.
  var unconsumed = 0
  var inbound: InboundMessage
}

/// The states of a stream as RFC 9113 §5.1 names them.
package enum StreamState: UInt8, Sendable, Hashable {
  case idle
  case open
  case halfClosedLocal
  case halfClosedRemote
  case closed

  /// The state in words.
  package var name: String {
    switch self {
    case .idle: "idle"
    case .open: "open"
    case .halfClosedLocal: "half-closed (local)"
    case .halfClosedRemote: "half-closed (remote)"
    case .closed: "closed"
    }
  }
}
