import COpenSSL

extension TLSFacts {
  /// Reads what a session whose handshake is finished has agreed.
  ///
  /// - Parameters:
  ///   - ssl: the session.
  ///   - role: which side the session is.
  ///   - messages: what the handshake's messages said.
  ///   - peer: what is known of the other side's identity.
  ///   - trust: what it rests on.
  init(session ssl: OpaquePointer, role: TLSSession.Role, messages: HandshakeDecoder, peer: TLSPeer, trust: TLSTrust) {
    let number = TLSVersion(rawValue: UInt16(truncatingIfNeeded: SSL_version(ssl)))
    version = number?.name ?? String(cString: SSL_get_version(ssl))
    cipher = Self.cipher(of: ssl)
    group = Self.group(of: ssl)
    alpn = Self.alpn(of: ssl)
    serverName = SSL_get_servername(ssl, Int32(TLSEXT_NAMETYPE_host_name)).map { String(cString: $0) }
    resumed = SSL_session_reused(ssl) == 1
    earlyData =
      switch SSL_get_early_data_status(ssl) {
      case SSL_EARLY_DATA_ACCEPTED: .accepted
      case SSL_EARLY_DATA_REJECTED: .rejected
      default: .notSent
      }
    peerSignatureAlgorithm = messages.receivedSignatureScheme.map(CodePoint.signatureScheme)
    let isShown = role == .client ? messages.hasSentCertificate : !peer.presented.isEmpty
    clientCertificate = isShown ? .shown : messages.isCertificateRequested ? .missing : .notRequested
    self.trust = trust
    chain = peer.presented
    path = peer.path
    verifiedChain = peer.failures.isEmpty ? peer.path?.links.map(\.certificate) ?? [] : []
    verificationFailures = peer.failures
    insecurity = number?.insecurity
  }

  private static func cipher(of ssl: OpaquePointer) -> String {
    guard let cipher = SSL_get_current_cipher(ssl) else { return "none" }
    return String(cString: SSL_CIPHER_standard_name(cipher) ?? SSL_CIPHER_get_name(cipher))
  }

  private static func group(of ssl: OpaquePointer) -> String? {
    let number = barewire_SSL_get_negotiated_group(ssl)
    guard number != 0, let name = SSL_group_to_name(ssl, number) else { return nil }
    return NamedGroup.title(String(cString: name))
  }

  private static func alpn(of ssl: OpaquePointer) -> String? {
    var start: UnsafePointer<UInt8>?
    var count: UInt32 = 0
    SSL_get0_alpn_selected(ssl, &start, &count)
    guard let start, count > 0 else { return nil }
    return String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
  }
}
