import HTTP2
import NIOCore

/// A connection that speaks what its client speaks: HTTP/1, or HTTP/2 by ALPN, by prior knowledge or after an upgrade.
///
/// It knows no socket and no clock: bytes go in, and each ``next(now:)`` is one action to take.
struct PracticeConnection {
  private let router: Router
  private let state: ServerState
  /// Bytes that may be the beginning of HTTP/2's preface (RFC 9113 §3.4), before it is known what the client speaks.
  private var opening: [UInt8] = []
  private var http1: ServerConnection?
  private var http2: HTTP2Connection?
  /// Whether the other side has closed its sending side.
  private(set) var inputHasEnded = false

  init(router: Router, state: ServerState) {
    self.router = router
    self.state = state
  }

  /// Whether bytes are wanted even while there is something to write, because they may be about it.
  var readsAlways: Bool { http2 != nil }

  /// The handshake of the TLS below is finished; without TLS the first bytes tell what the client speaks.
  mutating func agree(on agreed: ApplicationProtocol, now: NIODeadline) {
    if agreed.isHTTP2 {
      http2 = HTTP2Connection(router: router, state: state, now: now)
    } else {
      http1 = ServerConnection(router: router, state: state)
    }
  }

  mutating func receive(_ bytes: UnsafeRawBufferPointer, now: NIODeadline) {
    if http2 != nil {
      http2?.receive(bytes, now: now)
    } else if http1 != nil {
      http1?.receive(bytes)
    } else {
      opening += bytes
      decide(now)
    }
  }

  mutating func receiveEnd(now: NIODeadline) {
    inputHasEnded = true
    if !opening.isEmpty { speakHTTP1(now) }
    http1?.receiveEnd()
    http2?.receiveEnd()
  }

  mutating func next(now: NIODeadline) -> ConnectionAction {
    if let action = http2?.next(now: now) { return action }
    guard let action = http1?.next() else { return inputHasEnded ? .finish : .read() }
    switch action {
    case .write(let bytes): return .write(bytes)
    case .wait(let milliseconds): return .wait(milliseconds: milliseconds)
    case .read: return .read()
    case .hold: return .hold
    case .finish: return .finish
    case .reset: return .reset
    // Endpoints with such steps refuse requests of HTTP/1.
    case .signal: return next(now: now)
    case .upgrade(let upgrade):
      http2 = HTTP2Connection(router: router, state: state, upgrade, now: now)
      return .write(ByteBuffer(bytes: HTTP2Upgrade.response))
    }
  }

  private mutating func decide(_ now: NIODeadline) {
    if opening.starts(with: FrameWriter.preface) {
      http2 = HTTP2Connection(router: router, state: state, now: now)
      receiveOpening(now)
    } else if !FrameWriter.preface.starts(with: opening) {
      speakHTTP1(now)
    }
  }

  private mutating func speakHTTP1(_ now: NIODeadline) {
    http1 = ServerConnection(router: router, state: state, mayUpgrade: true)
    receiveOpening(now)
  }

  private mutating func receiveOpening(_ now: NIODeadline) {
    let bytes = opening
    opening = []
    bytes.withUnsafeBytes { receive($0, now: now) }
  }
}
