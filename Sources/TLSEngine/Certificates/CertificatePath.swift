/// The way from the other side's certificate to one that is trusted, as far as it could be found, and what is wrong
/// with each step.
package struct CertificatePath: Sendable, Hashable {
  /// One certificate on the way; the next one has signed it.
  package struct Link: Sendable, Hashable {
    /// The certificate.
    package var certificate: CertificateFacts
    /// Its place among the certificates that the other side sent; nothing when it was not sent.
    package var presentedAt: Int?
    /// Whether it is in the trust store: the way may end here.
    package var isTrusted: Bool
    /// What is wrong at this certificate.
    package var failures: [VerificationFailure]
  }

  /// The certificates, the other side's own first.
  package var links: [Link]
  /// What the other side sent and nobody needs, in its order.
  package var unused: [CertificateFacts]

  /// The trusted certificate at the end of the way, where it leads to one.
  package var anchor: CertificateFacts? {
    links.last.flatMap { $0.isTrusted ? $0.certificate : nil }
  }

  /// Takes the way as it was found; the first `untrustedCount` of its certificates are not from the trust store.
  init(
    chain: [CertificateFacts], untrustedCount: Int, presented: [CertificateFacts], failures: [VerificationFailure]
  ) {
    links = chain.enumerated().map { depth, certificate in
      Link(
        certificate: certificate, presentedAt: presented.firstIndex { $0.der == certificate.der },
        isTrusted: depth >= untrustedCount, failures: failures.filter { $0.depth == depth })
    }
    unused = presented.filter { certificate in !chain.contains { $0.der == certificate.der } }
  }
}
