import COpenSSL

/// Hands a choice of algorithms to OpenSSL, which skips names that it does not know: here they are errors.
enum AlgorithmChoice {
  static func install(_ algorithms: TLSAlgorithms, in context: OpaquePointer) throws(TLSError) {
    if !algorithms.ciphers.isEmpty { try install(ciphers: algorithms.ciphers, in: context) }
    if !algorithms.tls13Ciphers.isEmpty {
      for name in algorithms.tls13Ciphers where SSL_CTX_set_ciphersuites(context, name) != 1 || isList(name) {
        throw unknown(name)
      }
      guard SSL_CTX_set_ciphersuites(context, algorithms.tls13Ciphers.joined(separator: ":")) == 1 else {
        throw unknown(algorithms.tls13Ciphers.joined(separator: ":"))
      }
    }
    if !algorithms.groups.isEmpty {
      for name in algorithms.groups where barewire_SSL_CTX_set1_groups_list(context, name) != 1 || isList(name) {
        throw unknown(name)
      }
      guard barewire_SSL_CTX_set1_groups_list(context, algorithms.groups.joined(separator: ":")) == 1 else {
        throw unknown(algorithms.groups.joined(separator: ":"))
      }
    }
  }

  private static func install(ciphers: [String], in context: OpaquePointer) throws(TLSError) {
    let names = ciphers.map { name in
      // OpenSSL calls the suites up to TLS 1.2 otherwise than the registry; a name it does not know gives “(NONE)”.
      let known = OPENSSL_cipher_name(name).map { String(cString: $0) } ?? "(NONE)"
      return known == "(NONE)" ? name : known
    }
    for (name, asked) in zip(names, ciphers) {
      // What begins like this changes a list and is none by itself.
      guard let first = name.first else { throw unknown(asked) }
      guard !"!-+@".contains(first) else { continue }
      guard SSL_CTX_set_cipher_list(context, name) == 1 else { throw unknown(asked) }
    }
    guard SSL_CTX_set_cipher_list(context, names.joined(separator: ":")) == 1 else {
      throw unknown(ciphers.joined(separator: ":"))
    }
  }

  /// One name each: in a list OpenSSL would skip what it does not know.
  private static func isList(_ name: String) -> Bool { name.contains(":") || name.isEmpty }

  private static func unknown(_ name: String) -> TLSError {
    OpenSSLErrorQueue.clear()
    return .unknownAlgorithm(name)
  }
}
