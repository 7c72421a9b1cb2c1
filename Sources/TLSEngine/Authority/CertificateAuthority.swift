/// An authority of one's own: a root, an intermediate below it, and what they issue; for the practice server and tests.
///
/// Its keys live in memory only. Making one takes less than a millisecond.
package struct CertificateAuthority: Sendable {
  /// The root: a trust anchor for clients.
  package let root: IssuedCertificate
  /// What signs certificates; nothing where the root does it.
  package let intermediate: IssuedCertificate?

  /// Makes an authority whose names begin with `name`.
  package init(name: String = "Practice", hasIntermediate: Bool = true) throws(TLSError) {
    var template = CertificateTemplate(names: [])
    template.purpose = .authority
    template.ends = 3650 * 86_400
    template.commonName = name + " Root"
    root = try CertificateMaker.makeSelfSigned(template)
    guard hasIntermediate else {
      intermediate = nil
      return
    }
    template.commonName = name + " Intermediate"
    intermediate = try CertificateMaker.make(
      template, issuer: CertificateMaker.Issuer(certificatePEM: root.certificatePEM, keyPEM: root.privateKeyPEM))
  }

  /// Issues a certificate.
  ///
  /// - Throws: ``TLSError/invalidServerName(_:)`` for a name that is none, or OpenSSL's reason.
  package func issue(_ template: CertificateTemplate) throws(TLSError) -> IssuedCertificate {
    let signer = intermediate ?? root
    var issued = try CertificateMaker.make(
      template, issuer: CertificateMaker.Issuer(certificatePEM: signer.certificatePEM, keyPEM: signer.privateKeyPEM))
    issued.intermediatesPEM = intermediate?.certificatePEM ?? ""
    return issued
  }

  /// Issues a certificate with which a client shows who it is.
  package func issueClient(named name: String) throws(TLSError) -> IssuedCertificate {
    var template = CertificateTemplate(names: [])
    template.commonName = name
    template.purpose = .client
    return try issue(template)
  }
}
