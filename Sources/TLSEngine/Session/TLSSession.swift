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
  package enum Role: String, Sendable, Hashable {
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
  package internal(set) var phase = Phase.idle
  /// What was agreed; nothing before the handshake is finished.
  package internal(set) var facts: TLSFacts?
  /// Whether this side has sent `close notify`.
  package internal(set) var hasSentClose = false
  /// Whether the other side has sent `close notify`.
  package internal(set) var hasReceivedClose = false

  let ssl: OpaquePointer
  let transport: MemoryTransport
  let verifier: CertificateVerifier?
  let alpn: [String]
  let observations: TLSObservations
  let resumption: TLSResumption?
  let resumptionScope: TLSResumption.Scope?
  var earlyData = EarlyDataProgress.none
  var plain = ByteQueue()
  var pendingWrites = ByteQueue()
  var closesAfterHandshake = false
  var events: [TLSEvent] = []
  var firstBytes: [UInt8] = []
  var receivedFatalAlert: TLSAlert?
  var messages = HandshakeDecoder()
  var sentRecords = RecordWatch()
  var receivedRecords = RecordWatch()

  /// Makes a client session; nothing is sent before ``start()``.
  ///
  /// Where there is a context that serves the configuration, none is made for the session alone.
  package convenience init(
    client configuration: TLSClientConfiguration, context: TLSClientContext? = nil
  ) throws(TLSError) {
    precondition(context?.serves(configuration) ?? true, "a context serves sessions of its own kind")
    let name = try ServerName(configuration.serverName)
    let verifier = CertificateVerifier(
      host: configuration.serverName, holder: .server, isStrict: configuration.verification == .systemTrust,
      exceptions: configuration.acceptedCertificates)
    let resumption = configuration.resumption.flatMap { $0.isUsable(with: configuration) ? $0 : nil }
    let shared = if let context { context.context } else { try TLSContext(client: configuration) }
    try self.init(
      role: .client, context: shared, verifier: verifier,
      alpn: configuration.alpn,
      observations: configuration.observations, resumption: resumption,
      resumptionScope: TLSResumption.Scope(configuration))
    try expect(name)
    try indicate(configuration.serverNameIndication, expected: name)
    if let resumption { offer(resumption, by: configuration) }
  }

  /// Makes a server session of its own: no other can resume it.
  package convenience init(server configuration: TLSServerConfiguration) throws(TLSError) {
    try self.init(server: TLSServerContext(configuration, issuesTickets: false))
  }

  /// Makes a server session that shares a server's certificate and tickets.
  package convenience init(server: TLSServerContext) throws(TLSError) {
    let configuration = server.configuration
    let verifier =
      configuration.clientAuthentication == .none
      ? nil
      : CertificateVerifier(
        host: "", holder: .client, isStrict: configuration.clientAuthentication == .required)
    try self.init(
      role: .server, context: server.context, verifier: verifier, alpn: configuration.alpn,
      observations: configuration.observations)
    if SSL_get_max_early_data(ssl) > 0 { earlyData = .reading }
  }

  private init(
    role: Role, context: TLSContext, verifier: CertificateVerifier?, alpn: [String], observations: TLSObservations,
    resumption: TLSResumption? = nil, resumptionScope: TLSResumption.Scope? = nil
  ) throws(TLSError) {
    OpenSSLErrorQueue.clear()
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
    self.observations = observations
    self.resumption = resumption
    self.resumptionScope = resumptionScope
    switch role {
    case .client: SSL_set_connect_state(ssl)
    case .server: SSL_set_accept_state(ssl)
    }
    observe()
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

  /// Changes this side's keys, and asks the other side to do the same where `asking` says so (RFC 8446 §4.6.3).
  ///
  /// Does nothing before the handshake is finished, and in older versions than TLS 1.3.
  package func updateKeys(asking: Bool) {
    guard phase == .open, !hasSentClose, messages.isTLS13 else { return }
    OpenSSLErrorQueue.clear()
    guard SSL_key_update(ssl, asking ? SSL_KEY_UPDATE_REQUESTED : SSL_KEY_UPDATE_NOT_REQUESTED) == 1 else { return }
    let result = SSL_do_handshake(ssl)
    if result != 1 { noteFailure(result) }
  }
}
