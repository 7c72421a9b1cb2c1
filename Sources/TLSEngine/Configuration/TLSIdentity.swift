/// A certificate with its key, as people keep them in files.
///
/// It holds secrets: it goes neither to a screen nor to a log.
package enum TLSIdentity: Sendable, Hashable {
  /// The certificate, then its intermediates, and the private key as PEM blocks; both may stand in one text. The
  /// passphrase is used where the key is encrypted.
  case pem(chain: String, key: String, passphrase: String? = nil)
  /// The content of a PKCS #12 file (`.p12`, `.pfx`).
  case pkcs12([UInt8], passphrase: String? = nil)
}
