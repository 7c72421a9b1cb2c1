import Exchanges
import NIOCore
import Recordings
import TLSEngine

/// Ways to end.
extension Connection {
  /// Closes the sending side; the peer may go on.
  func closeSending() {
    apply(machine.closeSending(now: .now()))
  }

  /// Closes both sides at once.
  func close(_ reason: CloseReason = .byUs) {
    apply(machine.close(reason))
  }

  /// Closes with a reset.
  func abort() {
    apply(machine.abort())
  }

  func closeSendingSide() {
    if let tls {
      tls.closeNotify()
      sendCipher()
    }
    if let held, held.waitingToGo > 0 {
      self.held?.closesSending = true
    } else {
      channel?.close(mode: .output, promise: nil)
    }
  }

  func closeTransport() {
    if let channel, !hasPeerEnded {
      let unread = SocketFacts.unreadCount(of: channel)
      if unread > 0 { note(.unreadDiscarded(bytes: unread)) }
    }
    if let tls, case .open = tls.phase {
      tls.closeNotify()
      sendCipher()
    }
    endTransport()
  }

  func resetTransport() {
    if let channel { SocketFacts.lingerForReset(channel) }
    endTransport()
  }

  private func endTransport() {
    let now = Timestamp.now()
    sampleTCP(now: now)
    if ended == nil { ended = now }
    clock.stop()
    race(racer.giveUp())
    freezeCurrent()
    endStreams()
    for attempt in attempts.values { attempt.close(promise: nil) }
    attempts = [:]
    tls = nil
    proxyTLS = nil
    proxyHandshake = nil
    dropHeld()
    let channel = channel
    self.channel = nil
    // Unread bytes are thrown away by the kernel; nothing waits.
    channel?.close(promise: nil)
    freed()
  }
}
