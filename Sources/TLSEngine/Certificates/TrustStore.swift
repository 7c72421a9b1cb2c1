import COpenSSL

/// The certificates that a client trusts.
enum TrustStore {
  /// Makes a context trust the system's certificates, where `system` says so, and more.
  static func install(in context: OpaquePointer, system trustsSystem: Bool, additional: [String]) throws(TLSError) {
    guard let system = barewire_system_trust() else { throw .libraryFailure("there is not enough memory") }
    if trustsSystem, additional.isEmpty { return SSL_CTX_set1_cert_store(context, system) }
    guard let store = X509_STORE_new() else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    defer { X509_STORE_free(store) }
    if trustsSystem { copy(system, to: store) }
    for pem in additional {
      let count = try PEM.forEachCertificate(in: pem) { certificate throws(TLSError) in
        guard X509_STORE_add_cert(store, certificate) == 1 else {
          throw .invalidTrustAnchor(OpenSSLErrorQueue.takeReason())
        }
      }
      guard let count else { throw .invalidTrustAnchor(OpenSSLErrorQueue.takeReason()) }
      guard count > 0 else { throw .invalidTrustAnchor("there is no PEM block that begins with BEGIN CERTIFICATE") }
    }
    SSL_CTX_set1_cert_store(context, store)
  }

  /// The certificates are shared, not parsed again; those in the system's folder are found by name when they are
  /// needed.
  private static func copy(_ system: OpaquePointer, to store: OpaquePointer) {
    if let folder = X509_STORE_add_lookup(store, X509_LOOKUP_hash_dir()) {
      _ = barewire_X509_LOOKUP_add_default_dir(folder)
    }
    guard let certificates = X509_STORE_get1_all_certs(system) else { return }
    defer { barewire_sk_X509_pop_free(certificates) }
    for index in 0..<barewire_sk_X509_num(certificates) {
      X509_STORE_add_cert(store, barewire_sk_X509_value(certificates, index))
    }
    OpenSSLErrorQueue.clear()
  }
}
