import COpenSSL

/// Verifies the other side's chain and notes everything that is wrong with it, not only the first thing.
final class CertificateVerifier {
  /// How many failures of one chain are noted: each keeps a certificate.
  private static let maximumFailures = 32

  /// The name that is being verified, for the words.
  private let host: String
  /// Which side the chain is from.
  private let holder: TLSSession.Role
  /// Whether a failure ends the handshake.
  private let isStrict: Bool
  /// The certificates that are accepted in spite of failures.
  let exceptions: Set<CertificateFingerprint>
  /// What was found.
  private(set) var peer = TLSPeer()

  init(host: String, holder: TLSSession.Role, isStrict: Bool, exceptions: Set<CertificateFingerprint> = []) {
    self.host = host
    self.holder = holder
    self.isStrict = isStrict
    self.exceptions = exceptions
  }

  /// Looks at the chain in a store context, as OpenSSL's handshake asks for it; whether the handshake goes on.
  func verify(_ store: OpaquePointer) -> Bool {
    peer = TLSPeer(presented: CertificateReader.facts(ofStack: X509_STORE_CTX_get0_untrusted(store)))
    X509_STORE_CTX_set_ex_data(store, 0, Unmanaged.passUnretained(self).toOpaque())
    X509_STORE_CTX_set_verify_cb(store) { isFine, store in
      guard isFine == 0, let store, let verifier = X509_STORE_CTX_get_ex_data(store, 0) else { return isFine }
      Unmanaged<CertificateVerifier>.fromOpaque(verifier).takeUnretainedValue().note(store)
      return 1
    }
    let result = X509_verify_cert(store)
    if result <= 0, peer.failures.isEmpty { note(store) }
    peer.path = CertificatePath(
      chain: CertificateReader.facts(ofStack: X509_STORE_CTX_get0_chain(store)),
      untrustedCount: Int(X509_STORE_CTX_get_num_untrusted(store)), presented: peer.presented, failures: peer.failures)
    guard refuses, let first = peer.failures.first else { return true }
    // The alert that goes out tells the first failure.
    X509_STORE_CTX_set_error(store, first.code)
    return false
  }

  /// Whether the handshake ends because of what was found.
  var refuses: Bool { isStrict && peer.trust(accepting: exceptions) == .unverified }

  private func note(_ store: OpaquePointer) {
    guard peer.failures.count < Self.maximumFailures else { return }
    let code = X509_STORE_CTX_get_error(store)
    let depth = Int(X509_STORE_CTX_get_error_depth(store))
    let certificate = X509_STORE_CTX_get_current_cert(store).map(CertificateReader.facts(of:))
    let failure = VerificationFailure(code: code, depth: depth, certificate: certificate, host: host, holder: holder)
    // OpenSSL tells an unknown issuer twice, by two numbers.
    guard !peer.failures.contains(where: { $0.reason == failure.reason && $0.depth == depth }) else { return }
    peer.failures.append(failure)
  }
}
