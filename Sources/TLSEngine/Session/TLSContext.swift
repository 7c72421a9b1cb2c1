import COpenSSL

/// An OpenSSL context, freed with this object; sessions made from it keep it alive for themselves.
final class TLSContext {
  let pointer: OpaquePointer

  deinit { SSL_CTX_free(pointer) }

  /// A context for a client, whose chain `verifier` looks at.
  convenience init(client configuration: TLSClientConfiguration, verifier: CertificateVerifier) throws(TLSError) {
    try self.init(
      method: TLS_client_method(), minimum: configuration.minimumVersion, maximum: configuration.maximumVersion)
    try TrustStore.install(in: pointer, additional: configuration.additionalTrustAnchorsPEM)
    // An anchor need not be a root: whoever adds an intermediate or a server's own certificate means exactly that one.
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(pointer), UInt(X509_V_FLAG_PARTIAL_CHAIN))
    verifier.install(in: pointer)
    let protocols = try ApplicationProtocols.encode(configuration.alpn)
    // This function alone says success with 0.
    if !protocols.isEmpty, SSL_CTX_set_alpn_protos(pointer, protocols, UInt32(protocols.count)) != 0 {
      throw .libraryFailure(OpenSSLErrorQueue.takeReason())
    }
  }

  /// A context for a server with its certificate and key.
  convenience init(server configuration: TLSServerConfiguration) throws(TLSError) {
    try self.init(
      method: TLS_server_method(), minimum: configuration.minimumVersion, maximum: configuration.maximumVersion)
    _ = try ApplicationProtocols.encode(configuration.alpn)
    // The key that protects tickets lives in the context and a context serves one session: no ticket could be redeemed.
    SSL_CTX_set_num_tickets(pointer, 0)
    try useCertificates(configuration.certificateChainPEM)
    guard let key = PEM.privateKey(in: configuration.privateKeyPEM) else {
      throw .invalidPrivateKey(OpenSSLErrorQueue.takeReason())
    }
    defer { EVP_PKEY_free(key) }
    guard SSL_CTX_use_PrivateKey(pointer, key) == 1, SSL_CTX_check_private_key(pointer) == 1 else {
      throw .invalidPrivateKey(OpenSSLErrorQueue.takeReason())
    }
  }

  private init(method: OpaquePointer?, minimum: TLSVersion, maximum: TLSVersion) throws(TLSError) {
    OpenSSLErrorQueue.clear()
    guard let context = SSL_CTX_new(method) else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    pointer = context
    guard barewire_SSL_CTX_set_min_proto_version(context, Int32(minimum.rawValue)) == 1,
      barewire_SSL_CTX_set_max_proto_version(context, Int32(maximum.rawValue)) == 1
    else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    SSL_CTX_set_options(context, barewire_SSL_OP_NO_RENEGOTIATION())
    // The signatures of these versions are below the level that distributions set.
    if minimum < .tls12 { SSL_CTX_set_security_level(context, 0) }
  }

  private func useCertificates(_ pem: String) throws(TLSError) {
    var isFirst = true
    let count = try PEM.forEachCertificate(in: pem) { certificate throws(TLSError) in
      let isUsed =
        isFirst
        ? SSL_CTX_use_certificate(pointer, certificate) : barewire_SSL_CTX_add1_chain_cert(pointer, certificate)
      guard isUsed == 1 else { throw .invalidCertificate(OpenSSLErrorQueue.takeReason()) }
      isFirst = false
    }
    guard let count else { throw .invalidCertificate(OpenSSLErrorQueue.takeReason()) }
    guard count > 0 else { throw .invalidCertificate("there is no PEM block that begins with BEGIN CERTIFICATE") }
  }
}
