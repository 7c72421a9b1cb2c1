import NIOCore
import Recordings
import Routes

/// What a network condition holds back of a connection's bytes, between the socket and everything else.
struct HeldTraffic {
  /// A write whose bytes have not all been let through.
  struct Write {
    var cipher: ByteBuffer
    let plain: ByteBuffer?
    let promise: EventLoopPromise<Void>
    /// Nothing encrypts them: a piece of the one is that piece of the other.
    let isPlain: Bool
  }

  /// How the socket ended behind bytes that are held back.
  enum End {
    case peerEnded
    case broke(any Error)
    case closed
  }

  /// No more is read from the socket while so many bytes that came are held back.
  static let receivedLimit = 256 << 10

  var up: ConditionedLine
  var down: ConditionedLine
  var upDue: Timestamp?
  var downDue: Timestamp?
  private(set) var writes: [Write] = []
  private(set) var waitingToGo = 0
  var received = ByteBuffer()
  var ends: [End] = []
  /// The sending side is to be closed behind the last of the writes.
  var closesSending = false

  init(_ condition: NetworkCondition, seed: UInt64) {
    up = ConditionedLine(condition.up, seed: seed)
    down = ConditionedLine(condition.down, seed: ~seed)
  }

  /// When to ask again.
  var due: Timestamp? { [upDue, downDue].compactMap { $0 }.min() }

  mutating func hold(_ write: Write) {
    writes.append(write)
    waitingToGo += write.cipher.readableBytes
  }

  /// Takes out the first write, or so much of it; `write` is what it was part of, when that is all of it.
  mutating func takePiece(atMost count: Int) -> (piece: ByteBuffer, plain: ByteBuffer?, whole: Write?)? {
    guard !writes.isEmpty, let piece = writes[0].cipher.readSlice(length: min(count, writes[0].cipher.readableBytes))
    else { return nil }
    waitingToGo -= piece.readableBytes
    let isLast = writes[0].cipher.readableBytes == 0
    let plain = writes[0].isPlain ? piece : isLast ? writes[0].plain : nil
    return (piece, plain, isLast ? writes.removeFirst() : nil)
  }
}
