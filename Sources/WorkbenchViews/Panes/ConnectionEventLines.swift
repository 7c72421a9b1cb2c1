import Exchanges
import Recordings

/// What happened on a connection, a line for each event, in words.
struct ConnectionEventLines {
  struct Line {
    var time: String
    var text: String
    var isBad: Bool
  }

  private let connection: ConnectionSummary

  init(_ connection: ConnectionSummary) {
    self.connection = connection
  }

  var count: Int { connection.events.count }

  subscript(index: Int) -> Line {
    let event = connection.events[index]
    let milliseconds = event.time.milliseconds(since: connection.began)
    let (text, isBad) = Self.words(event.kind)
    return Line(time: "+\(DurationText.milliseconds(milliseconds)) ms", text: text, isBad: isBad)
  }

  private static func words(_ kind: ConnectionEvent.Kind) -> (String, Bool) {
    switch kind {
    case .lookupStarted(let host): ("looking up \(host)", false)
    case .lookupAnswered(let addresses):
      ("the name resolved to \(addresses.map(\.ip).joined(separator: ", "))", false)
    case .lookupFailed(let reason): (reason, true)
    case .attemptStarted(let address): ("connecting to \(address)", false)
    case .attemptFailed(let address, let reason): ("\(address): \(reason)", true)
    case .attemptCancelled(let address): ("gave up connecting to \(address)", false)
    case .connected(let local, let remote): ("connected: \(local) → \(remote)", false)
    case .handshakeStarted(let name): ("TLS handshake with \(name)", false)
    case .handshakeMessage(let direction, let name, let size):
      ("\(direction == .sent ? "↑" : "↓") \(name), \(size) B", false)
    case .handshakeFinished(let tls): ("\(tls.version), \(tls.cipher)", false)
    case .handshakeFailed(let reason): (reason, true)
    case .alert(let direction, let description):
      ("\(direction == .sent ? "↑" : "↓") TLS alert: \(description)", true)
    case .requestStarted: ("request: first byte sent", false)
    case .requestSent: ("request: all bytes sent", false)
    case .firstByte: ("first byte of the answer", false)
    case .headReceived: ("head of the answer complete", false)
    case .exchangeFinished: ("exchange finished", false)
    case .reused(let number): ("reused for exchange \(number)", false)
    case .timedOut(let words): (words, true)
    case .sendingClosed: ("you closed your sending side (FIN)", false)
    case .peerClosed: ("the server closed its sending side (FIN)", false)
    case .closed(let reason): (reason.description, reason == .reset)
    }
  }
}
