import Exchanges
import TLSEngine

extension ServerIdentity {
  /// What a finished handshake tells of the server.
  init(_ facts: TLSFacts) {
    self.init(
      trust: Trust(facts.trust), path: facts.path, presented: facts.chain, failures: facts.verificationFailures)
  }

  /// What is known as soon as the certificates have come.
  init(_ path: CertificatePath, presented: [CertificateFacts], options: TLSOptions) {
    let failures = path.links.flatMap(\.failures)
    let fingerprint = presented.first.flatMap { CertificateFingerprint($0.sha256Fingerprint) }
    let isAccepted = fingerprint.map(options.acceptedCertificates.contains) == true
    let trust: Trust =
      if failures.isEmpty { .verified } else if isAccepted { .accepted } else if options.verifiesCertificates {
        .refused
      } else { .unverified }
    self.init(trust: trust, path: path, presented: presented, failures: failures)
  }

  private init(
    trust: Trust, path: CertificatePath?, presented: [CertificateFacts], failures: [VerificationFailure]
  ) {
    self.init(
      trust: trust,
      path: path?.links.map { link in
        Link(
          certificate: Certificate(link.certificate), presentedAt: link.presentedAt, isTrusted: link.isTrusted,
          failures: link.failures.map(\.message))
      } ?? [],
      unused: path?.unused.map { certificate in
        Link(
          certificate: Certificate(certificate), presentedAt: presented.firstIndex(of: certificate),
          isTrusted: false, failures: [])
      } ?? [],
      failures: failures.map(\.message))
  }
}

extension ServerIdentity.Trust {
  fileprivate init(_ trust: TLSTrust) {
    self =
      switch trust {
      case .verified: .verified
      case .accepted: .accepted
      case .unverified: .unverified
      case .anonymous: .anonymous
      }
  }
}

extension ServerIdentity.Certificate {
  /// The engine's facts of one certificate.
  fileprivate init(_ facts: CertificateFacts) {
    self.init(
      subject: facts.subject, issuer: facts.issuer, shortName: facts.shortName,
      names: facts.subjectAlternativeNames.map(\.description),
      notBefore: facts.notBefore?.description ?? "unreadable", notAfter: facts.notAfter?.description ?? "unreadable",
      key: facts.keyType.hasPrefix("RSA") ? "\(facts.keyType) \(facts.keyBits)" : facts.keyType,
      signatureAlgorithm: facts.signatureAlgorithm, serialNumber: facts.serialNumber,
      sha256Fingerprint: facts.sha256Fingerprint, isAuthority: facts.isAuthority, isSelfSigned: facts.isSelfSigned,
      pem: facts.pem)
  }
}
