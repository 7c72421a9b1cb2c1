import Documents
import Exchanges
import Recordings

extension ConnectionEvent.Kind {
  /// A stable name for programs.
  var identifier: String {
    switch self {
    case .lookupStarted: "lookupStarted"
    case .lookupAnswered: "lookupAnswered"
    case .lookupFailed: "lookupFailed"
    case .attemptStarted: "attemptStarted"
    case .attemptFailed: "attemptFailed"
    case .attemptCancelled: "attemptCancelled"
    case .connected: "connected"
    case .handshakeStarted: "handshakeStarted"
    case .handshakeMessage: "handshakeMessage"
    case .handshakeFinished: "handshakeFinished"
    case .handshakeFailed: "handshakeFailed"
    case .alert: "alert"
    case .requestStarted: "requestStarted"
    case .requestSent: "requestSent"
    case .firstByte: "firstByte"
    case .headReceived: "headReceived"
    case .exchangeFinished: "exchangeFinished"
    case .reused: "reused"
    case .timedOut: "timedOut"
    case .sendingClosed: "sendingClosed"
    case .peerClosed: "peerClosed"
    case .closed: "closed"
    }
  }

  /// What happened, in words; parts of it may come from the network.
  var sentence: String {
    switch self {
    case .lookupStarted(let host): "looking up \(host)"
    case .lookupAnswered(let addresses): "found \(addresses.map(\.ip).joined(separator: ", "))"
    case .lookupFailed(let reason): reason
    case .attemptStarted(let address): "connecting to \(address)"
    case .attemptFailed(let address, let reason): "\(address): \(reason)"
    case .attemptCancelled(let address): "gave up on \(address)"
    case .connected(let local, let remote): "connected \(local) → \(remote)"
    case .handshakeStarted(let name): "TLS handshake with \(name)"
    case .handshakeMessage(let direction, let name, let size):
      "TLS \(direction == .sent ? "↑" : "↓") \(name) (\(ByteCount.words(size)))"
    case .handshakeFinished(let tls):
      "secured with \(tls.version), \(tls.cipher)\(tls.isVerified ? "" : ", not verified")"
    case .handshakeFailed(let reason): reason
    case .alert(let direction, let description): "TLS \(direction == .sent ? "↑" : "↓") alert: \(description)"
    case .requestStarted: "sending the request"
    case .requestSent: "the request is sent"
    case .firstByte: "the first byte of the answer"
    case .headReceived: "the head of the response is complete"
    case .exchangeFinished: "the exchange has ended"
    case .reused(let number): "using the open connection again, for its exchange \(number)"
    case .timedOut(let sentence): sentence
    case .sendingClosed: "closed the sending side"
    case .peerClosed: "the server closed its sending side"
    case .closed(let reason): reason.description
    }
  }
}
