/// Makes certificates that vouch for themselves: for the practice server and for tests.
package enum SelfSignedCertificate {
  /// Makes an EC P-256 key and a certificate for names, valid from an hour ago.
  ///
  /// - Parameters:
  ///   - names: host names (in ASCII, a first label may be `*`) and IP literals, at least one; the first that fits is the
  ///     common name too.
  ///   - days: how long from now the certificate is valid.
  /// - Throws: ``TLSError/invalidServerName(_:)`` for a name that is none, or OpenSSL's reason.
  /// - Returns: the certificate and its private key (PKCS #8, unencrypted) as PEM blocks.
  package static func make(
    names: [String], days: Int = 397
  ) throws(TLSError) -> (certificatePEM: String, privateKeyPEM: String) {
    guard !names.isEmpty else { throw .invalidServerName("") }
    var template = CertificateTemplate(names: names)
    template.ends = Int(Int32(clamping: days)) * 86_400
    let made = try CertificateMaker.makeSelfSigned(template)
    return (made.certificatePEM, made.privateKeyPEM)
  }
}
