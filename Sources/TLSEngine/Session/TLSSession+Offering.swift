import COpenSSL
import Glibc

/// What a client expects of its server, and tells it.
extension TLSSession {
  /// Makes the certificate's names count.
  func expect(_ name: ServerName) throws(TLSError) {
    let isSet: Bool
    switch name {
    case .host(let host):
      // The common name is not a server's identity (RFC 9110 §4.3.4, RFC 9525 §2).
      SSL_set_hostflags(ssl, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
      isSet = SSL_set1_host(ssl, host) == 1
    case .address(let address):
      isSet = X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), address) == 1
    }
    guard isSet else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
  }

  func indicate(
    _ indication: TLSClientConfiguration.ServerNameIndication, expected: ServerName
  ) throws(TLSError) {
    let name: ServerName
    switch indication {
    case .off: return
    case .automatic: name = expected
    case .name(let text): name = try ServerName(text)
    }
    guard case .host(let host) = name else {
      // An address is never indicated; asked for by name, it is a mistake.
      if case .name(let text) = indication { throw .invalidServerName(text) }
      return
    }
    guard barewire_SSL_set_tlsext_host_name(ssl, host) == 1 else {
      throw .libraryFailure(OpenSSLErrorQueue.takeReason())
    }
  }

  /// Offers to resume a session; one that is too old is left out.
  func offer(_ resumption: TLSResumption, by configuration: TLSClientConfiguration) {
    let session = resumption.der.withUnsafeBufferPointer { der in
      var start = der.baseAddress
      return d2i_SSL_SESSION(nil, &start, der.count)
    }
    guard let session else { return OpenSSLErrorQueue.clear() }
    defer { SSL_SESSION_free(session) }
    let age = time(nil) - SSL_SESSION_get_time(session)
    let isUnlimited = resumption.lifetimeSeconds == 0
    guard age <= (isUnlimited ? SSL_SESSION_get_timeout(session) : resumption.lifetimeSeconds),
      SSL_set_session(ssl, session) == 1
    else { return OpenSSLErrorQueue.clear() }
    if configuration.sendsEarlyData, configuration.maximumVersion >= .tls13, allowsEarlyData(session) {
      earlyData = .allowed(bytes: resumption.maximumEarlyData)
    }
  }

  /// Early data belongs to the protocol and cipher suite of its session (RFC 8446 §4.2.10): OpenSSL fails where they
  /// are not offered any more.
  private func allowsEarlyData(_ session: OpaquePointer) -> Bool {
    guard SSL_SESSION_get_max_early_data(session) > 0 else { return false }
    var start: UnsafePointer<UInt8>?
    var count = 0
    SSL_SESSION_get0_alpn_selected(session, &start, &count)
    let name = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    guard count == 0 || alpn.contains(name), let cipher = SSL_SESSION_get0_cipher(session) else { return false }
    let offered = SSL_get_ciphers(ssl)
    return (0..<max(0, barewire_sk_SSL_CIPHER_num(offered))).contains {
      SSL_CIPHER_get_id(barewire_sk_SSL_CIPHER_value(offered, $0)) == SSL_CIPHER_get_id(cipher)
    }
  }
}
