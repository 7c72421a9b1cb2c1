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
    note(.handshakeStarted(serverName: serverName))
    var client = TLSClientConfiguration(options, serverName: serverName)
    client.observations = configuration.keyLog == nil ? .records : [.records, .keys]
    if options.tls.resumes, let kept = sessions.take() {
      client.resumption = kept.resumption
      note(.resumptionOffered(from: kept.connection))
    }
    do throws(TLSError) {
      let session = try TLSSession(client: client, context: sessions.context(client)?.get())
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
    case .handshakeMessage(let direction, let message): take(message, direction)
    case .certificates(let presented): handshake.presented = presented
    case .certificatePath(let path):
      let identity = ServerIdentity(path, presented: handshake.presented, options: options.tls)
      serverIdentity = identity
      note(.certificatePath(identity))
    case .verificationFailed(let failure): note(.verificationFailed(failure.message))
    case .established(let facts):
      let summary = TLSSummary(facts, serverName: serverName, offer: handshake.offer)
      tlsSummary = summary
      serverIdentity = summary.identity
      note(.handshakeFinished(summary))
      transportIsUp()
    case .resumable(let resumption):
      if options.tls.resumes { sessions.keep(ResumptionCache.Entry(resumption: resumption, connection: id)) }
      note(
        .resumable(lifetimeSeconds: resumption.lifetimeSeconds, maximumEarlyData: resumption.maximumEarlyData))
    case .record(let direction, let record): records.append(TLSRecordEntry(record), Direction(direction))
    case .alert(let direction, let alert): take(AlertFacts(alert), direction)
    case .closeNotify(let direction):
      take(.closeNotify, direction)
      if direction == .received { hasReceivedCloseNotify = true }
    case .truncated: note(.truncated)
    case .keyLogLine(let line): configuration.keyLog?.append(line)
    case .failed: break
    }
  }

  private func take(_ alert: AlertFacts, _ direction: TLSDirection) {
    records.name(alert.name, Direction(direction))
    note(.alert(Direction(direction), alert))
  }

  private func take(_ message: TLSHandshakeMessage, _ direction: TLSDirection) {
    records.name(message.name, Direction(direction))
    if direction == .sent, message.name == "client hello" { handshake.offer = TLSSummary.Offer(message) }
    note(.handshakeMessage(Direction(direction), handshake.keep(message)))
  }

  /// The name that the server is asked for and that its certificate must have.
  private var serverName: String { options.tls.serverName ?? endpoint.host }

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
