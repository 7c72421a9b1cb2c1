import Exchanges
import NIOCore
import Recordings
import TLSEngine

/// Bytes through the TLS engine.
extension Connection {
  /// Begins the TLS handshake on a connection that is up.
  func beginHandshake() {
    machine.progressed(to: .securing)
    clock.begin(.handshake, limit: options.handshakeTimeout?.nanoseconds, now: .now())
    note(.handshakeStarted(serverName: endpoint.host))
    let configuration = TLSClientConfiguration(
      serverName: endpoint.host, verification: options.verifiesCertificates ? .systemTrust : .none,
      additionalTrustAnchorsPEM: options.trustAnchorsPEM, alpn: options.usesHTTP2 ? ["h2", "http/1.1"] : [])
    do throws(TLSError) {
      let session = try TLSSession(client: configuration)
      tls = session
      session.start()
      pumpTLS()
    } catch {
      note(.handshakeFailed(reason: error.message))
      apply(machine.failed(.handshake(error.message)))
    }
  }

  /// Does with the engine's events and bytes what is to be done; called after each call that gave it something.
  func pumpTLS() {
    guard let tls else { return }
    for event in tls.takeEvents() { take(event) }
    tls.drainPlain { takePlain($0, now: .now()) }
    sendCipher()
    // A failed handshake's alert is sent by now.
    if case .failed(let error) = tls.phase { fail(error) }
  }

  /// Sends what the engine wants sent by itself: handshake messages, alerts.
  func sendCipher() {
    guard let tls, tls.hasCipher else { return }
    var buffer = ByteBuffer()
    tls.drainCipher { buffer.writeBytes($0) }
    write(cipher: buffer, plain: nil)
  }

  private func take(_ event: TLSEvent) {
    switch event {
    case .handshakeMessage(let direction, let message):
      note(.handshakeMessage(Direction(direction), name: message.name, size: message.size))
    case .established(let facts):
      let summary = TLSSummary(facts, serverName: endpoint.host)
      tlsSummary = summary
      note(.handshakeFinished(summary))
      transportIsUp()
    case .alert(let direction, let alert):
      note(.alert(Direction(direction), description: alert.message))
    case .closeNotify(let direction):
      note(.alert(Direction(direction), description: "close notify"))
      if direction == .received { hasReceivedCloseNotify = true }
    case .truncated:
      note(.alert(.received, description: "The connection ended without close notify: what came may lack its end."))
    case .certificates, .certificatePath, .verificationFailed, .resumable, .record, .keyLogLine, .failed:
      break
    }
  }

  private func fail(_ error: TLSError) {
    guard machine.state.isAlive else { return }
    if machine.state == .securing {
      note(.handshakeFailed(reason: error.message))
      apply(machine.failed(.handshake(error.message)))
    } else {
      apply(machine.broke(.error(error.message)))
    }
  }
}
