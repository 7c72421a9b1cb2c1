import COpenSSL

/// One TLS connection without its socket: bytes in, bytes and events out.
///
/// A session belongs to one actor. Feed it what the transport receives with ``receive(_:)``; after every call send what
/// ``drainCipher(_:)`` hands over, use what ``drainPlain(_:)`` hands over, and read ``takeEvents()``. Nothing blocks
/// and nothing throws because of the other side: what goes wrong is told as events, the last of which is
/// ``TLSEvent/failed(_:)``. Bytes that were decrypted before a failure can still be drained, and an alert that goes out
/// is among the cipher bytes.
///
/// Memory is bounded by what the caller feeds in between two drains.
package final class TLSSession {
  /// Which end of the connection the session is.
  package enum Role: Sendable, Hashable {
    case client, server
  }

  /// How far the session has come.
  package enum Phase: Sendable, Equatable {
    /// Nothing was sent or received.
    case idle
    /// The two sides are agreeing on keys.
    case handshaking
    /// Data can flow, in the directions that are not closed.
    case open
    /// The session is at its end.
    case failed(TLSError)
  }

  /// Which end this is.
  package let role: Role
  /// How far it has come.
  package private(set) var phase = Phase.idle
  /// What was agreed; nothing before the handshake is finished.
  package private(set) var facts: TLSFacts?
  /// Whether this side has sent `close notify`.
  package private(set) var hasSentClose = false
  /// Whether the other side has sent `close notify`.
  package private(set) var hasReceivedClose = false

  private let ssl: OpaquePointer
  private let transport: MemoryTransport
  private let verifier: CertificateVerifier?
  private let alpn: [String]
  private var plain = ByteQueue()
  private var pendingWrites = ByteQueue()
  private var closesAfterHandshake = false
  private var events: [TLSEvent] = []
  private var firstBytes: [UInt8] = []
  private var receivedFatalAlert: TLSAlert?

  /// Makes a client session; nothing is sent before ``start()``.
  package convenience init(client configuration: TLSClientConfiguration) throws(TLSError) {
    let name = try ServerName(configuration.serverName)
    let verifier = CertificateVerifier(
      host: configuration.serverName, isStrict: configuration.verification == .systemTrust)
    let context = try TLSContext(client: configuration, verifier: verifier)
    try self.init(role: .client, context: context, verifier: verifier, alpn: configuration.alpn)
    try expect(name)
  }

  /// Makes a server session.
  package convenience init(server configuration: TLSServerConfiguration) throws(TLSError) {
    let context = try TLSContext(server: configuration)
    try self.init(role: .server, context: context, verifier: nil, alpn: configuration.alpn)
    selectProtocols(in: context)
  }

  private init(
    role: Role, context: TLSContext, verifier: CertificateVerifier?, alpn: [String]
  ) throws(TLSError) {
    let transport = try MemoryTransport()
    let bio = try transport.makeBIO()
    guard let ssl = SSL_new(context.pointer) else {
      BIO_free(bio)
      throw .libraryFailure(OpenSSLErrorQueue.takeReason())
    }
    SSL_set_bio(ssl, bio, bio)
    self.role = role
    self.ssl = ssl
    self.transport = transport
    self.verifier = verifier
    self.alpn = alpn
    switch role {
    case .client: SSL_set_connect_state(ssl)
    case .server: SSL_set_accept_state(ssl)
    }
    observeMessages()
    verifier?.finished = { [unowned self] in noteVerification() }
  }

  deinit {
    // Without this OpenSSL takes the session for a broken one, which must not be resumed.
    SSL_set_shutdown(ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN)
    SSL_free(ssl)
  }

  // MARK: Bytes in

  /// Begins the handshake: a client's first message is then among the cipher bytes.
  package func start() {
    guard phase == .idle else { return }
    phase = .handshaking
    advance()
  }

  /// Takes bytes that the transport received.
  ///
  /// Bytes after `close notify` or a failure are ignored.
  package func receive(_ cipher: UnsafeRawBufferPointer) {
    if phase == .idle { phase = .handshaking }
    if firstBytes.count < 8 { firstBytes.append(contentsOf: cipher.prefix(8 - firstBytes.count)) }
    transport.input = cipher
    defer { transport.input = UnsafeRawBufferPointer(start: nil, count: 0) }
    advance()
  }

  /// Tells that the transport has ended: without `close notify` before it, that is a truncation or a failed handshake.
  package func receiveEnd() {
    switch phase {
    case .idle, .handshaking: fail(.closedDuringHandshake)
    case .open where !hasReceivedClose: events.append(.truncated)
    case .open, .failed: break
    }
  }

  /// Encrypts bytes into the cipher queue; before the end of the handshake they wait for it.
  ///
  /// Large contents are best written in pieces, draining in between. Throws ``TLSError/notWritable`` after
  /// ``closeNotify()`` and the session's own error after a failure.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(TLSError) {
    if case .failed(let error) = phase { throw error }
    guard !hasSentClose, !closesAfterHandshake else { throw .notWritable }
    guard phase == .open else { return pendingWrites.append(bytes) }
    encrypt(bytes)
    if case .failed(let error) = phase { throw error }
  }

  /// Announces that this side sends no more; the other side may go on sending.
  ///
  /// During the handshake the announcement waits for its end.
  package func closeNotify() {
    guard !hasSentClose else { return }
    switch phase {
    case .idle, .failed: break
    case .handshaking: closesAfterHandshake = true
    case .open:
      OpenSSLErrorQueue.clear()
      // -1 and 0 both mean that the other side's announcement has not come yet, which is no matter here.
      SSL_shutdown(ssl)
      OpenSSLErrorQueue.clear()
    }
  }

  // MARK: Bytes and events out

  /// Whether there are bytes to send.
  package var hasCipher: Bool { !transport.output.isEmpty }

  /// Whether there are decrypted bytes.
  package var hasPlain: Bool { !plain.isEmpty }

  /// Hands over the bytes to send, without copying them, and forgets them; not called when there are none.
  ///
  /// The pointer is valid during the call only. `body` may call the session. When it throws, the bytes are lost.
  package func drainCipher<Failure>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    guard hasCipher else { return }
    // Taken out first, so that `body` may call the session.
    var taken = ByteQueue()
    swap(&taken, &transport.output)
    defer { transport.output.reuse(&taken) }
    try body(taken.bytes)
  }

  /// Hands over the decrypted bytes, without copying them, and forgets them; not called when there are none.
  ///
  /// The pointer is valid during the call only. `body` may call the session. When it throws, the bytes are lost.
  package func drainPlain<Failure>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    guard hasPlain else { return }
    var taken = ByteQueue()
    swap(&taken, &plain)
    defer { plain.reuse(&taken) }
    try body(taken.bytes)
  }

  /// The bytes to send, as a copy.
  package func takeCipher() -> [UInt8] {
    var taken: [UInt8] = []
    drainCipher { taken = Array($0) }
    return taken
  }

  /// The decrypted bytes, as a copy.
  package func takePlain() -> [UInt8] {
    var taken: [UInt8] = []
    drainPlain { taken = Array($0) }
    return taken
  }

  /// What has happened since the last call.
  package func takeEvents() -> [TLSEvent] {
    defer { events = [] }
    return events
  }
}

// MARK: - The state machine

extension TLSSession {
  private func advance() {
    OpenSSLErrorQueue.clear()
    if phase == .handshaking { shakeHands() }
    if phase == .open, !hasReceivedClose { decrypt() }
  }

  private func shakeHands() {
    let result = SSL_do_handshake(ssl)
    guard result == 1 else { return noteFailure(result) }
    let facts = TLSFacts(session: ssl, failures: verifier?.failures ?? [])
    self.facts = facts
    phase = .open
    events.append(.established(facts))
    var pending = ByteQueue()
    swap(&pending, &pendingWrites)
    if !pending.isEmpty { encrypt(pending.bytes) }
    if closesAfterHandshake { closeNotify() }
  }

  private func decrypt() {
    // A record holds at most 16 KiB, and a read gives at most one record.
    let record = 1 << 14
    var result: Int32 = 1
    while result == 1 {
      plain.append(space: record) { target in
        var count = 0
        result = SSL_read_ex(ssl, target.baseAddress, target.count, &count)
        return result == 1 ? count : 0
      }
    }
    noteFailure(result)
  }

  private func encrypt(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    OpenSSLErrorQueue.clear()
    var count = 0
    // The transport takes everything, so a write is whole or has failed.
    let result = SSL_write_ex(ssl, bytes.baseAddress, bytes.count, &count)
    if result != 1 { noteFailure(result) }
  }

  private func noteFailure(_ result: Int32) {
    switch SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE:
      break
    case SSL_ERROR_ZERO_RETURN:
      hasReceivedClose = true
      if phase == .handshaking { fail(.closedDuringHandshake) }
    default:
      let reason = OpenSSLErrorQueue.takeReason()
      if let alert = receivedFatalAlert {
        fail(.alertReceived(alert))
      } else if let verifier, verifier.isStrict, !verifier.failures.isEmpty, phase == .handshaking {
        fail(.verificationFailed(verifier.failures))
      } else if phase == .handshaking, !looksLikeTLS {
        fail(.notTLS(firstBytes: firstBytes))
      } else {
        fail(.protocolFailure(reason))
      }
    }
  }

  private func fail(_ error: TLSError) {
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

// MARK: - What OpenSSL calls

extension TLSSession {
  private func observeMessages() {
    SSL_set_msg_callback(ssl) { isSent, _, type, bytes, count, _, session in
      guard let session else { return }
      Unmanaged<TLSSession>.fromOpaque(session).takeUnretainedValue().note(
        UnsafeRawBufferPointer(start: bytes, count: count), type: type, direction: isSent == 1 ? .sent : .received)
    }
    barewire_SSL_set_msg_callback_arg(ssl, Unmanaged.passUnretained(self).toOpaque())
  }

  private func note(_ message: UnsafeRawBufferPointer, type: Int32, direction: TLSDirection) {
    switch type {
    case SSL3_RT_HANDSHAKE:
      let name = HandshakeMessageName.name(of: message)
      events.append(.handshakeMessage(direction: direction, name: name, size: message.count))
    case SSL3_RT_CHANGE_CIPHER_SPEC:
      events.append(.handshakeMessage(direction: direction, name: "change cipher spec", size: message.count))
    case SSL3_RT_ALERT where message.count == 2:
      let alert = TLSAlert(level: TLSAlert.Level(rawValue: message[0]), code: message[1])
      if alert.code == TLSAlert.closeNotifyCode {
        if direction == .sent { hasSentClose = true }
        events.append(.closeNotify(direction: direction))
      } else {
        if direction == .received, alert.level == .fatal { receivedFatalAlert = alert }
        events.append(.alert(direction: direction, alert))
      }
    default:
      break  // Record headers and inner content types.
    }
  }

  private func noteVerification() {
    guard let verifier else { return }
    events.append(.certificates(verifier.presented))
    events.append(contentsOf: verifier.failures.map { .verificationFailed($0) })
  }

  private func expect(_ name: ServerName) throws(TLSError) {
    let isSet: Bool
    switch name {
    case .host(let host):
      // The common name is not a server's identity (RFC 9110 §4.3.4, RFC 9525 §2).
      SSL_set_hostflags(ssl, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
      isSet = SSL_set1_host(ssl, host) == 1 && barewire_SSL_set_tlsext_host_name(ssl, host) == 1
    case .address(let address):
      isSet = X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), address) == 1
    }
    guard isSet else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
  }

  private func selectProtocols(in context: TLSContext) {
    guard !alpn.isEmpty else { return }
    SSL_CTX_set_alpn_select_cb(
      context.pointer,
      { _, selected, selectedCount, offered, offeredCount, session in
        guard let selected, let selectedCount, let offered, let session else { return SSL_TLSEXT_ERR_NOACK }
        let names = Unmanaged<TLSSession>.fromOpaque(session).takeUnretainedValue().alpn
        let list = UnsafeBufferPointer(start: offered, count: Int(offeredCount))
        guard let range = ApplicationProtocols.select(names, from: list) else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        selected.pointee = offered + range.lowerBound
        selectedCount.pointee = UInt8(range.count)
        return SSL_TLSEXT_ERR_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
