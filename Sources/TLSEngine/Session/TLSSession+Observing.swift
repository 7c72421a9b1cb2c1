import COpenSSL

/// What OpenSSL calls while it works.
extension TLSSession {
  /// The session of an OpenSSL object, which it outlives.
  static func of(_ ssl: OpaquePointer) -> TLSSession? {
    SSL_get_ex_data(ssl, 0).map { Unmanaged<TLSSession>.fromOpaque($0).takeUnretainedValue() }
  }

  func observe() {
    SSL_set_ex_data(ssl, 0, Unmanaged.passUnretained(self).toOpaque())
    SSL_set_msg_callback(ssl) { isSent, _, type, bytes, count, ssl, _ in
      guard let ssl else { return }
      TLSSession.of(ssl)?.note(
        UnsafeRawBufferPointer(start: bytes, count: count), type: type, direction: isSent == 1 ? .sent : .received)
    }
  }

  private func note(_ content: UnsafeRawBufferPointer, type: Int32, direction: TLSDirection) {
    switch type {
    case SSL3_RT_HEADER:
      let isEncryptedType = messages.isTLS13
      noteRecords(direction) { $0.header(content, isEncryptedType: isEncryptedType) }
    case SSL3_RT_INNER_CONTENT_TYPE where content.count == 1:
      noteRecords(direction) { $0.innerType(content[0]) }
    case SSL3_RT_HANDSHAKE:
      events.append(.handshakeMessage(direction: direction, messages.decode(content, direction: direction)))
    case SSL3_RT_CHANGE_CIPHER_SPEC:
      let message = TLSHandshakeMessage(name: "change cipher spec", size: content.count)
      events.append(.handshakeMessage(direction: direction, message))
    case SSL3_RT_ALERT where content.count == 2:
      note(TLSAlert(level: TLSAlert.Level(rawValue: content[0]), code: content[1]), direction: direction)
    default: break
    }
  }

  private func note(_ alert: TLSAlert, direction: TLSDirection) {
    if alert.code == TLSAlert.closeNotifyCode {
      if direction == .sent { hasSentClose = true }
      events.append(.closeNotify(direction: direction))
    } else {
      if direction == .received, alert.level == .fatal { receivedFatalAlert = alert }
      events.append(.alert(direction: direction, alert))
    }
  }

  private func noteRecords(_ direction: TLSDirection, _ watch: (inout RecordWatch) -> [TLSRecord]) {
    guard observations.contains(.records) else { return }
    let records = direction == .sent ? watch(&sentRecords) : watch(&receivedRecords)
    events.append(contentsOf: records.map { .record(direction: direction, $0) })
  }

  /// Tells the records whose inner type will not come any more.
  func flushRecords() {
    noteRecords(.sent) { $0.flush() }
    noteRecords(.received) { $0.flush() }
  }

  /// Verifies the other side's chain; whether the handshake goes on.
  func verify(_ store: OpaquePointer) -> Bool {
    guard let verifier else { return true }
    let goesOn = verifier.verify(store)
    let peer = verifier.peer
    events.append(.certificates(peer.presented))
    if let path = peer.path { events.append(.certificatePath(path)) }
    events.append(contentsOf: peer.failures.map { .verificationFailed($0) })
    return goesOn
  }

  func noteKeyLogLine(_ line: String) { events.append(.keyLogLine(line)) }

  /// Tells a session that can be resumed; it stays the caller's.
  func noteResumption(_ session: OpaquePointer) {
    guard let resumptionScope, SSL_SESSION_is_resumable(session) == 1 else { return }
    let size = Int(i2d_SSL_SESSION(session, nil))
    guard size > 0 else { return }
    let der = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var next = buffer.baseAddress
      count = max(0, Int(i2d_SSL_SESSION(session, &next)))
    }
    let version = TLSVersion(rawValue: UInt16(truncatingIfNeeded: SSL_SESSION_get_protocol_version(session)))
    let lifetime = Int(SSL_SESSION_get_ticket_lifetime_hint(session))
    // Such a ticket is to be thrown away at once (RFC 8446 §4.6.1).
    guard version != .tls13 || lifetime > 0 else { return }
    events.append(
      .resumable(
        TLSResumption(
          version: version?.name ?? "unknown", lifetimeSeconds: lifetime,
          maximumEarlyData: Int(SSL_SESSION_get_max_early_data(session)), scope: resumptionScope, der: der,
          peer: peer)))
  }
}
