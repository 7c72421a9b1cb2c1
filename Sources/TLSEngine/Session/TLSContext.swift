import COpenSSL

/// An OpenSSL context, freed with this object; sessions made from it keep it alive for themselves.
///
/// It knows no session: what OpenSSL calls for finds its session by itself.
final class TLSContext: Sendable {
  /// Nobody configures a context after its making, and OpenSSL guards the rest (references, the cache of sessions) by a
  /// lock of its own.
  nonisolated(unsafe) let pointer: OpaquePointer

  deinit { SSL_CTX_free(pointer) }

  /// A context for a client.
  convenience init(client configuration: TLSClientConfiguration) throws(TLSError) {
    try self.init(
      method: TLS_client_method(), minimum: configuration.minimumVersion, maximum: configuration.maximumVersion,
      algorithms: configuration.algorithms, observations: configuration.observations)
    try TrustStore.install(
      in: pointer, system: configuration.trustsSystem, additional: configuration.additionalTrustAnchorsPEM)
    verifyPeers(mode: SSL_VERIFY_PEER)
    if let identity = configuration.identity { try use(identity) }
    barewire_SSL_CTX_set_session_cache_mode(pointer, Int(SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL_STORE))
    SSL_CTX_sess_set_new_cb(pointer) { ssl, session in
      if let ssl, let session { TLSSession.of(ssl)?.noteResumption(session) }
      // The session stays OpenSSL's.
      return 0
    }
    let protocols = try ApplicationProtocols.encode(configuration.alpn)
    // This function alone says success with 0.
    if !protocols.isEmpty, SSL_CTX_set_alpn_protos(pointer, protocols, UInt32(protocols.count)) != 0 {
      throw .libraryFailure(OpenSSLErrorQueue.takeReason())
    }
  }

  /// A context for a server with its certificate and key; tickets are of use only where it serves several sessions.
  convenience init(server configuration: TLSServerConfiguration, issuesTickets: Bool) throws(TLSError) {
    try self.init(
      method: TLS_server_method(), minimum: configuration.minimumVersion, maximum: configuration.maximumVersion,
      algorithms: configuration.algorithms, observations: configuration.observations)
    // Without it a server cannot speak the DHE suites up to TLS 1.2.
    barewire_SSL_CTX_set_dh_auto(pointer)
    if configuration.allowsWeakCertificate { SSL_CTX_set_security_level(pointer, 0) }
    if configuration.algorithms != TLSAlgorithms() {
      SSL_CTX_set_options(pointer, barewire_SSL_OP_CIPHER_SERVER_PREFERENCE())
    }
    try use(.pem(chain: configuration.certificateChainPEM, key: configuration.privateKeyPEM))
    try askForClientCertificates(configuration)
    _ = try ApplicationProtocols.encode(configuration.alpn)
    if !configuration.alpn.isEmpty { selectProtocols() }
    if issuesTickets {
      // Sessions are resumed only where they were made, which this name tells apart.
      SSL_CTX_set_session_id_context(pointer, Array("barewire".utf8), 8)
      SSL_CTX_set_max_early_data(pointer, configuration.maximumEarlyData)
    } else {
      SSL_CTX_set_num_tickets(pointer, 0)
      SSL_CTX_set_options(pointer, barewire_SSL_OP_NO_TICKET())
      barewire_SSL_CTX_set_session_cache_mode(pointer, Int(SSL_SESS_CACHE_OFF))
    }
  }

  private init(
    method: OpaquePointer?, minimum: TLSVersion, maximum: TLSVersion, algorithms: TLSAlgorithms,
    observations: TLSObservations
  ) throws(TLSError) {
    OpenSSLErrorQueue.clear()
    guard let context = SSL_CTX_new(method) else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    pointer = context
    guard barewire_SSL_CTX_set_min_proto_version(context, Int32(minimum.rawValue)) == 1,
      barewire_SSL_CTX_set_max_proto_version(context, Int32(maximum.rawValue)) == 1
    else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    SSL_CTX_set_options(context, barewire_SSL_OP_NO_RENEGOTIATION())
    // The signatures of these versions are below the level that distributions set.
    if minimum < .tls12 { SSL_CTX_set_security_level(context, 0) }
    try AlgorithmChoice.install(algorithms, in: context)
    if observations.contains(.keys) {
      SSL_CTX_set_keylog_callback(context) { ssl, line in
        if let ssl, let line { TLSSession.of(ssl)?.noteKeyLogLine(String(cString: line)) }
      }
    }
  }

  private func use(_ identity: TLSIdentity) throws(TLSError) {
    let loaded = try IdentityReader.load(identity)
    guard SSL_CTX_use_certificate(pointer, loaded.certificate) == 1 else {
      throw .invalidCertificate(OpenSSLErrorQueue.takeReason())
    }
    for index in 0..<max(0, barewire_sk_X509_num(loaded.chain)) {
      guard barewire_SSL_CTX_add1_chain_cert(pointer, barewire_sk_X509_value(loaded.chain, index)) == 1 else {
        throw .invalidCertificate(OpenSSLErrorQueue.takeReason())
      }
    }
    guard SSL_CTX_use_PrivateKey(pointer, loaded.key) == 1, SSL_CTX_check_private_key(pointer) == 1 else {
      throw .invalidPrivateKey(OpenSSLErrorQueue.takeReason())
    }
  }

  private func askForClientCertificates(_ configuration: TLSServerConfiguration) throws(TLSError) {
    guard configuration.clientAuthentication != .none else { return }
    try TrustStore.install(in: pointer, system: false, additional: configuration.clientAuthoritiesPEM)
    for pem in configuration.clientAuthoritiesPEM {
      _ = try PEM.forEachCertificate(in: pem) { certificate throws(TLSError) in
        SSL_CTX_add_client_CA(pointer, certificate)
      }
    }
    let isRequired = configuration.clientAuthentication == .required
    verifyPeers(mode: SSL_VERIFY_PEER | (isRequired ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0))
  }

  private func verifyPeers(mode: Int32) {
    // An anchor need not be a root: whoever adds an intermediate or another side's own certificate means exactly that
    // one.
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(pointer), UInt(X509_V_FLAG_PARTIAL_CHAIN))
    SSL_CTX_set_verify(pointer, mode, nil)
    SSL_CTX_set_cert_verify_callback(
      pointer,
      { store, _ in
        guard let store,
          let ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()),
          let session = TLSSession.of(OpaquePointer(ssl))
        else { return 0 }
        return session.verify(store) ? 1 : 0
      }, nil)
  }

  private func selectProtocols() {
    SSL_CTX_set_alpn_select_cb(
      pointer,
      { ssl, selected, selectedCount, offered, offeredCount, _ in
        guard let ssl, let selected, let selectedCount, let offered, let session = TLSSession.of(ssl) else {
          return SSL_TLSEXT_ERR_NOACK
        }
        let list = UnsafeBufferPointer(start: offered, count: Int(offeredCount))
        guard let range = ApplicationProtocols.select(session.alpn, from: list) else {
          return SSL_TLSEXT_ERR_ALERT_FATAL
        }
        selected.pointee = offered + range.lowerBound
        selectedCount.pointee = UInt8(range.count)
        return SSL_TLSEXT_ERR_OK
      }, nil)
  }
}
