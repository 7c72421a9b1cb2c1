import COpenSSL

/// Verifies the other side's chain and notes everything that is wrong with it, not only the first thing.
final class CertificateVerifier {
  /// The name that is being verified, for the words.
  let host: String
  /// Whether a failure ends the handshake.
  let isStrict: Bool
  /// The chain as it was sent, its own certificate first.
  private(set) var presented: [CertificateFacts] = []
  private(set) var failures: [VerificationFailure] = []
  /// Called when the chain has been looked at.
  var finished: (() -> Void)?

  init(host: String, isStrict: Bool) {
    self.host = host
    self.isStrict = isStrict
  }

  /// Makes a context's handshakes ask this object, which must outlive them.
  func install(in context: OpaquePointer) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
    SSL_CTX_set_cert_verify_callback(
      context,
      { store, argument in
        guard let store, let argument else { return 0 }
        return Unmanaged<CertificateVerifier>.fromOpaque(argument).takeUnretainedValue().verify(store) ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func verify(_ store: OpaquePointer) -> Bool {
    presented = CertificateReader.facts(ofStack: X509_STORE_CTX_get0_untrusted(store))
    failures = []
    X509_STORE_CTX_set_ex_data(store, 0, Unmanaged.passUnretained(self).toOpaque())
    X509_STORE_CTX_set_verify_cb(store) { isFine, store in
      guard isFine == 0, let store, let verifier = X509_STORE_CTX_get_ex_data(store, 0) else { return isFine }
      Unmanaged<CertificateVerifier>.fromOpaque(verifier).takeUnretainedValue().note(store)
      return 1
    }
    let result = X509_verify_cert(store)
    if result <= 0, failures.isEmpty { note(store) }
    defer { finished?() }
    guard isStrict, let first = failures.first else { return true }
    // The alert that goes out tells the first failure.
    X509_STORE_CTX_set_error(store, first.code)
    return false
  }

  private func note(_ store: OpaquePointer) {
    let code = X509_STORE_CTX_get_error(store)
    let depth = Int(X509_STORE_CTX_get_error_depth(store))
    let certificate = X509_STORE_CTX_get_current_cert(store).map(CertificateReader.facts(of:))
    let failure = VerificationFailure(code: code, depth: depth, certificate: certificate, host: host)
    // OpenSSL tells an unknown issuer twice, by two numbers.
    guard !failures.contains(where: { $0.reason == failure.reason && $0.depth == depth }) else { return }
    failures.append(failure)
  }
}
