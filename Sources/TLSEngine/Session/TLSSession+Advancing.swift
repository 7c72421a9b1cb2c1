import COpenSSL

/// The state machine: what is done with the bytes that are there.
extension TLSSession {
  /// What a record holds at most, in bytes (RFC 8446 §5.1).
  private static let recordCapacity = 1 << 14

  func advance() {
    OpenSSLErrorQueue.clear()
    if phase == .handshaking { sendEarlyData() }
    if phase == .handshaking, earlyData == .reading { readEarlyData() }
    if phase == .handshaking, earlyData != .reading { shakeHands() }
    if phase == .open, !hasReceivedClose { decrypt() }
  }

  private func shakeHands() {
    let result = SSL_do_handshake(ssl)
    guard result == 1 else { return noteFailure(result) }
    let peer = peer
    let facts = TLSFacts(
      session: ssl, role: role, messages: messages, peer: peer,
      trust: peer.trust(accepting: verifier?.exceptions ?? []))
    self.facts = facts
    phase = .open
    events.append(.established(facts))
    var pending = ByteQueue()
    swap(&pending, &pendingWrites)
    if !pending.isEmpty { encrypt(withoutEarlyData(pending.bytes)) }
    if closesAfterHandshake { closeNotify() }
  }

  /// What is known of the other side; a resumed session has no certificates of its own.
  var peer: TLSPeer {
    guard SSL_session_reused(ssl) == 1 else { return verifier?.peer ?? TLSPeer() }
    if let resumption { return resumption.peer }
    return TLSPeer(presented: SSL_get0_peer_certificate(ssl).map { [CertificateReader.facts(of: $0)] } ?? [])
  }

  private func decrypt() {
    var result: Int32 = 1
    while result == 1 {
      // A read gives at most one record.
      plain.append(space: Self.recordCapacity) { target in
        var count = 0
        result = SSL_read_ex(ssl, target.baseAddress, target.count, &count)
        guard result == 1 else { return 0 }
        receivedRecords.plainCount += count
        return count
      }
    }
    noteFailure(result)
  }

  func encrypt(_ bytes: UnsafeRawBufferPointer) {
    OpenSSLErrorQueue.clear()
    var rest = bytes
    // A record at a time, so that each is told with the place of its bytes.
    while !rest.isEmpty {
      var count = 0
      // The transport takes everything, so a write is whole or has failed.
      let result = SSL_write_ex(ssl, rest.baseAddress, min(rest.count, Self.recordCapacity), &count)
      guard result == 1, count > 0 else { return noteFailure(result) }
      sentRecords.plainCount += count
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  func noteFailure(_ result: Int32) {
    switch SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE:
      break
    case SSL_ERROR_ZERO_RETURN:
      hasReceivedClose = true
      if phase == .handshaking { fail(.closedDuringHandshake) }
    default:
      let reason = OpenSSLErrorQueue.takeReason()
      flushRecords()
      if let alert = receivedFatalAlert {
        fail(.alertReceived(alert))
      } else if let verifier, verifier.refuses, phase == .handshaking {
        fail(.verificationFailed(verifier.peer.failures))
      } else if phase == .handshaking, !looksLikeTLS {
        fail(.notTLS(firstBytes: firstBytes))
      } else {
        fail(.protocolFailure(reason))
      }
    }
  }

  func fail(_ error: TLSError) {
    if case .failed = phase { return }
    phase = .failed(error)
    events.append(.failed(error))
  }

  /// A TLS record begins with its kind, 20 to 24, and a version whose first byte is 3.
  private var looksLikeTLS: Bool {
    guard let first = firstBytes.first else { return true }
    return (20...24).contains(first) && (firstBytes.count < 2 || firstBytes[1] == 3)
  }
}

// MARK: - Early data

extension TLSSession {
  /// Sends what was written before the handshake with the client's first message, where that is allowed.
  private func sendEarlyData() {
    guard case .allowed(let limit) = earlyData else { return }
    earlyData = .none
    guard !pendingWrites.isEmpty else { return }
    var count = 0
    let bytes = pendingWrites.bytes
    let result = SSL_write_early_data(ssl, bytes.baseAddress, min(bytes.count, limit), &count)
    guard result == 1 else { return noteFailure(result) }
    earlyData = .sent(bytes: count)
    sentRecords.plainCount += count
  }

  /// What is still to be sent: all of it, where the server has not read the early data.
  private func withoutEarlyData(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard case .sent(let count) = earlyData else { return bytes }
    earlyData = .none
    guard facts?.earlyData == .accepted else {
      sentRecords.plainCount -= count
      return bytes
    }
    return UnsafeRawBufferPointer(rebasing: bytes[min(count, bytes.count)...])
  }

  /// Reads what a client has sent with its first message, until it is over.
  private func readEarlyData() {
    var result = SSL_READ_EARLY_DATA_SUCCESS
    while result == SSL_READ_EARLY_DATA_SUCCESS {
      plain.append(space: Self.recordCapacity) { target in
        var count = 0
        result = SSL_read_early_data(ssl, target.baseAddress, target.count, &count)
        guard result == SSL_READ_EARLY_DATA_SUCCESS else { return 0 }
        receivedRecords.plainCount += count
        return count
      }
    }
    if result == SSL_READ_EARLY_DATA_FINISH {
      earlyData = .none
    } else {
      noteFailure(0)
    }
  }
}
