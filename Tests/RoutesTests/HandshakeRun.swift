import Recordings
import Routes

/// A handshake that was played against a proxy's bytes.
struct HandshakeRun: Equatable {
  var sent: [[UInt8]] = []
  var steps: [HandshakeStep] = []
  var leftover: [UInt8]?
  var failure: HandshakeFailure?

  /// Plays the proxy's bytes in pieces that end at `cuts`, then its end.
  init(_ handshake: any ProxyHandshake, _ bytes: [UInt8], cuts: [Int] = []) {
    var handshake = handshake
    take(handshake.start())
    var start = 0
    for end in cuts + [bytes.count] {
      let piece = bytes[start..<end]
      start = end
      if leftover != nil { leftover?.append(contentsOf: piece) } else { take(handshake.received(piece)) }
    }
    take(handshake.closed())
  }

  private mutating func take(_ actions: [HandshakeAction]) {
    for action in actions {
      switch action {
      case .send(let bytes): sent.append(bytes)
      case .tell(let step): steps.append(step)
      case .done(let leftover): self.leftover = leftover
      case .fail(let failure): self.failure = failure
      }
    }
  }

  var words: [String] { steps.map { "\($0.direction == .sent ? "↑" : "↓") \($0.words), \($0.byteCount) B" } }

  /// Whether it is over in just one way.
  var hasOneEnd: Bool { (leftover != nil) != (failure != nil) }
}
