import Recordings

/// The one wording of what can happen: the panel, the command line and the JSON all say it like this.
extension ConnectionEvent.Kind {
  /// What happened, in words; parts of it may come from the network, to be filtered where shown.
  package var sentence: String {
    switch self {
    case .waited(let nanoseconds): "waited \(Length.words(nanoseconds: nanoseconds)) for a connection to be free"
    case .routeChosen(let words): "going \(words)"
    case .proxyStep(let direction, let words, let size):
      "proxy \(Self.arrow(direction)) \(words), \(size) bytes"
    case .proxyRefusal(let head): "the proxy's refusal: \(head)"
    case .proxyPassed(let destination): "through the proxy: the connection is that to \(destination) from here on"
    case .lineConditioned(let words): "the line is made worse here, as you asked: \(words)"
    case .lookupReplaced(let host, let addresses):
      "no look-up: \(host) is given as \(addresses.map(Self.host).joined(separator: ", "))"
    case .targetReplaced(let host, let port): "connecting to \(host) port \(port) instead, as you asked"
    case .familyRestricted(let family): "only \(family.name) addresses are used"
    case .sourceBound(let source): "connecting from \(source)"
    case .lookupStarted(let host): "looking up \(host)"
    case .familyAnswered(let family, let addresses, let nanoseconds):
      "\(family.recordName) after \(Length.exactWords(nanoseconds: nanoseconds)): "
        + addresses.map(Self.host).joined(separator: ", ")
    case .familyFailed(let family, let reason, let nanoseconds):
      "\(family.recordName) after \(Length.exactWords(nanoseconds: nanoseconds)): \(reason)"
    case .lookupAnswered(let addresses):
      (addresses.count > 1 ? "to be tried in this order: " : "found ")
        + addresses.map(Self.host).joined(separator: ", ")
    case .lookupFailed(let reason), .handshakeFailed(let reason), .verificationFailed(let reason),
      .proxyFailed(let reason), .timedOut(let reason), .lineBroken(let reason):
      reason
    case .attemptStarted(let address): "connecting to \(address)"
    case .attemptFailed(let address, let reason): "\(address): \(reason)"
    case .attemptCancelled(let address): "gave up connecting to \(address)"
    case .connected(.internet(let ip, let port), let remote):
      "connected \(NetworkAddress(ip: ip, port: port)) → \(remote)"
    case .connected(.socket, let remote): "connected to \(remote)"
    case .socketSet(let settings): settings.words
    case .handshakeStarted(let name): "TLS handshake with \(name)"
    case .resumptionOffered(let connection): "offering to resume the session of connection \(connection.number)"
    case .handshakeMessage(let direction, let message):
      "TLS \(Self.arrow(direction)) \(message.name), \(message.size) bytes"
    case .certificatePath(let identity): "certificates: \(identity.pathWords)"
    case .resumable(let seconds, let earlyData):
      "TLS the session can be resumed" + (seconds > 0 ? " for \(seconds) s" : "")
        + (earlyData > 0 ? ", with up to \(earlyData) bytes of early data" : "")
    case .handshakeFinished(let tls): Self.words(tls)
    case .alert(let direction, let alert): "TLS \(Self.arrow(direction)) alert: \(alert.words)"
    case .truncated: "the connection ended without close notify: what came may lack its end"
    case .versionChosen(let words), .finding(let words), .streamWaits(let words): words
    case .frame(let direction, let facts): "\(Self.arrow(direction)) \(facts.words)"
    case .requestStarted: "sending the request"
    case .requestSent: "the request is sent"
    case .contentWaits(let nanoseconds):
      "the content waits for 100 Continue, at most \(Length.words(nanoseconds: nanoseconds))"
    case .contentAsked: "100 Continue came: sending the content"
    case .contentUnasked: "no 100 Continue came in time: sending the content nevertheless"
    case .contentWithheld: "a final response came instead of 100 Continue: the content is not sent"
    case .firstByte: "the first byte of the answer"
    case .headReceived: "the head of the response is complete"
    case .exchangeFinished: "the exchange has ended"
    case .reused(let number): "using the open connection again, for its exchange \(number)"
    case .sentAgain(let connection):
      "closed before it answered: the request is safe to repeat and goes out again on connection \(connection.number)"
    case .sentBefore(let connection):
      "sending the request once more: connection \(connection.number) was closed before it answered"
    case .sendingClosed: "you closed your sending side (FIN)"
    case .peerClosed: "the server closed its sending side (FIN)"
    case .peerReset: "the server reset the connection (RST): it aborted, or closed without reading all that was sent"
    case .unreadDiscarded(let count):
      "closing with \(count) bytes unread: the system sends a reset (RST) instead of a FIN"
    case .closed(let reason): reason.description
    }
  }

  /// What there is to know beside the sentence, a line each; text from the network, to be filtered where shown.
  package var detailLines: [String] {
    switch self {
    case .handshakeMessage(_, let message): message.details.map { "\($0.label): \($0.value)" }
    case .certificatePath(let identity):
      identity.path.flatMap { link in
        ["\(link.certificate.subject), \(link.source), until \(link.certificate.notAfter)"] + link.failures
      }
    default: []
    }
  }

  /// Whether it is something that went wrong.
  package var isProblem: Bool {
    switch self {
    case .lookupFailed, .attemptFailed, .handshakeFailed, .verificationFailed, .truncated, .proxyRefusal, .proxyFailed,
      .lineBroken, .timedOut, .sentAgain, .peerReset, .finding, .closed(.reset), .closed(.error):
      true
    case .alert(_, let alert): alert != .closeNotify
    case .handshakeFinished(let tls): tls.trust.isWarning || tls.insecurity != nil
    default: false
    }
  }

  private static func words(_ tls: TLSSummary) -> String {
    var words = "secured with \(tls.version), \(tls.cipher)"
    if tls.isResumed { words += ", resumed" }
    switch tls.earlyData {
    case .notSent: break
    case .rejected: words += ", early data rejected and sent again"
    case .accepted: words += ", early data accepted"
    }
    if tls.trust.isWarning { words += ", " + tls.trust.words }
    return tls.insecurity.map { words + ". " + $0 } ?? words
  }

  private static func host(_ address: NetworkAddress) -> String { address.ip ?? address.description }

  private static func arrow(_ direction: Direction) -> String { direction == .sent ? "↑" : "↓" }
}

extension SocketSettings {
  /// The settings on one line.
  package var words: String {
    var words = ["buffers \(sendBuffer) bytes out, \(receiveBuffer) in"]
    if let maximumSegmentSize { words.append("segments of \(maximumSegmentSize) bytes") }
    if let congestionControl { words.append(congestionControl) }
    words.append(sendsAtOnce ? "no delay" : "small segments wait")
    words.append(probesSilentPeer ? "keep-alive probes" : "no keep-alive probes")
    return "socket: " + words.joined(separator: ", ")
  }
}
