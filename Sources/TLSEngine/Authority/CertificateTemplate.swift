/// What is to stand in a certificate that is made.
package struct CertificateTemplate: Sendable, Hashable {
  /// The kind of key.
  package enum Key: Sendable, Hashable {
    /// An elliptic curve key on P-256.
    case ecP256
    /// An RSA key of so many bits; from 2048 on, making one takes a good part of a second.
    case rsa(bits: Int)
  }

  /// What the certificate may be used for.
  package enum Purpose: Sendable, Hashable {
    case server, client, authority
  }

  /// The digest under the issuer's signature.
  package enum Digest: Sendable, Hashable {
    case sha256
    /// Too weak for every client of today.
    case sha1
  }

  /// Host names (in ASCII, a first label may be `*`) and IP literals.
  package var names: [String]
  /// The subject's common name; where it is empty, the first name that fits.
  package var commonName = ""
  /// What it is for.
  package var purpose = Purpose.server
  /// When it begins to be valid, in seconds from now; negative is in the past.
  package var begins = -3600
  /// When it ends to be valid, in seconds from now.
  package var ends = 397 * 86_400
  /// The kind of its key.
  package var key = Key.ecP256
  /// The digest under its signature.
  package var digest = Digest.sha256

  /// Makes a template for a server of today; every part of it can be changed.
  package init(names: [String]) { self.names = names }
}
