/// What a certificate says.
///
/// All text comes from the other side and is not filtered.
package struct CertificateFacts: Sendable, Hashable {
  /// The holder's distinguished name, such as `CN=example.com, O=Example`.
  package var subject: String
  /// The issuer's distinguished name.
  package var issuer: String
  /// The common name in the subject, where there is one.
  package var commonName: String?
  /// The names that the certificate is for; other kinds than those of ``AlternativeName`` are left out.
  package var subjectAlternativeNames: [AlternativeName]
  /// The first moment of validity; nothing when it cannot be read.
  package var notBefore: CertificateTime?
  /// The last moment of validity; nothing when it cannot be read.
  package var notAfter: CertificateTime?
  /// The kind of the public key, such as `RSA`, `EC P-256` or `ED25519`.
  package var keyType: String
  /// The size of the public key in bits.
  package var keyBits: Int
  /// The algorithm of the issuer's signature, such as `sha256WithRSAEncryption`.
  package var signatureAlgorithm: String
  /// The serial number in hexadecimal, two digits a byte with colons between.
  package var serialNumber: String
  /// The SHA-256 of the DER form in hexadecimal, two digits a byte with colons between.
  package var sha256Fingerprint: String
  /// Whether the certificate may sign others.
  package var isAuthority: Bool
  /// Whether its own key signed it: nobody else vouches for it.
  package var isSelfSigned: Bool
  /// The certificate itself.
  package var der: [UInt8]

  /// The certificate as a PEM block.
  package var pem: String { PEM.encode(der, label: "CERTIFICATE") }

  /// The shortest name for the certificate in a sentence.
  package var shortName: String {
    commonName ?? subjectAlternativeNames.first?.description ?? (subject.isEmpty ? "no name" : subject)
  }
}
