/// What is known of the other side's identity.
struct TLSPeer: Sendable, Hashable {
  /// The certificates as it sent them, its own first.
  var presented: [CertificateFacts] = []
  /// The way to a trusted certificate.
  var path: CertificatePath?
  /// What is wrong with it.
  var failures: [VerificationFailure] = []

  /// What the identity rests on, where some certificates are accepted in spite of failures.
  func trust(accepting exceptions: Set<CertificateFingerprint>) -> TLSTrust {
    guard let leaf = presented.first else { return .anonymous }
    if failures.isEmpty { return .verified }
    guard let fingerprint = CertificateFingerprint(leaf.sha256Fingerprint) else { return .unverified }
    return exceptions.contains(fingerprint) ? .accepted : .unverified
  }
}
