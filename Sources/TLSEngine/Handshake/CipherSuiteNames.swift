import COpenSSL

/// The registered names of cipher suites.
enum CipherSuiteNames {
  /// Those that OpenSSL can speak, and the two that only signal something (RFC 5746 §3.3, RFC 7507).
  static let all: [UInt16: String] = {
    var names: [UInt16: String] = [0x00FF: "TLS_EMPTY_RENEGOTIATION_INFO_SCSV", 0x5600: "TLS_FALLBACK_SCSV"]
    guard let context = SSL_CTX_new(TLS_method()) else { return names }
    defer { SSL_CTX_free(context) }
    SSL_CTX_set_security_level(context, 0)
    SSL_CTX_set_cipher_list(context, "ALL:COMPLEMENTOFALL")
    SSL_CTX_set_ciphersuites(context, allOfTLS13)
    let ciphers = SSL_CTX_get_ciphers(context)
    for index in 0..<barewire_sk_SSL_CIPHER_num(ciphers) {
      guard let cipher = barewire_sk_SSL_CIPHER_value(ciphers, index), let name = SSL_CIPHER_standard_name(cipher)
      else { continue }
      names[SSL_CIPHER_get_protocol_id(cipher)] = String(cString: name)
    }
    OpenSSLErrorQueue.clear()
    return names
  }()

  private static let allOfTLS13 =
    "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:TLS_AES_128_CCM_SHA256:"
    + "TLS_AES_128_CCM_8_SHA256"
}
