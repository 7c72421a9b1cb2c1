import Exchanges
import Recordings

extension CarriedExchange {
  /// Takes what happened into the timings; the first time of each counts.
  func note(_ kind: ConnectionEvent.Kind, at time: Timestamp) {
    isChanged = true
    switch kind {
    case .lookupStarted: timings.lookupStarted = timings.lookupStarted ?? time
    case .lookupAnswered, .lookupFailed: timings.lookupFinished = timings.lookupFinished ?? time
    case .attemptStarted: timings.connectStarted = timings.connectStarted ?? time
    case .connected: timings.connected = time
    case .handshakeStarted: timings.handshakeStarted = time
    case .handshakeFinished: timings.handshakeFinished = time
    case .requestStarted: timings.requestStarted = timings.requestStarted ?? time
    case .requestSent: timings.requestSent = timings.requestSent ?? time
    case .firstByte: timings.firstByte = timings.firstByte ?? time
    case .headReceived: timings.headReceived = timings.headReceived ?? time
    case .exchangeFinished: timings.finished = timings.finished ?? time
    case .waited, .routeChosen, .proxyStep, .proxyRefusal, .proxyPassed, .proxyFailed, .lineConditioned, .lineBroken,
      .lookupReplaced, .targetReplaced, .familyRestricted, .sourceBound, .familyAnswered, .familyFailed, .attemptFailed,
      .attemptCancelled, .socketSet, .resumptionOffered, .handshakeMessage, .certificatePath, .verificationFailed,
      .resumable, .handshakeFailed, .versionChosen, .frame, .finding, .streamWaits, .alert, .truncated, .contentWaits,
      .contentAsked, .contentUnasked, .contentWithheld, .reused, .sentAgain, .sentBefore, .timedOut, .sendingClosed,
      .peerClosed, .peerReset, .unreadDiscarded, .closed:
      break
    }
  }
}
