import COpenSSL

/// A certificate that was made, with its key.
package struct IssuedCertificate: Sendable, Hashable {
  /// The certificate.
  package var certificatePEM: String
  /// The certificates between it and the root; empty where there are none.
  package var intermediatesPEM: String
  /// The private key (PKCS #8, unencrypted).
  package var privateKeyPEM: String

  /// What a server sends: the certificate, then the intermediates.
  package var chainPEM: String { certificatePEM + intermediatesPEM }

  /// The same for the other end: what a client shows.
  package var identity: TLSIdentity { .pem(chain: chainPEM, key: privateKeyPEM) }

  /// The private key, encrypted with a passphrase.
  package func encryptedPrivateKeyPEM(passphrase: String) throws(TLSError) -> String {
    try CertificateKey(pem: privateKeyPEM).pem(passphrase: passphrase)
  }

  /// Certificate, intermediates and key as a PKCS #12 file.
  package func pkcs12(passphrase: String) throws(TLSError) -> [UInt8] {
    let loaded = try IdentityReader.load(identity)
    guard
      let file = PKCS12_create(
        passphrase, nil, loaded.key, loaded.certificate, loaded.chain, 0, 0, 0, 0, 0)
    else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    defer { PKCS12_free(file) }
    let size = Int(i2d_PKCS12(file, nil))
    guard size > 0 else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var next = buffer.baseAddress
      count = max(0, Int(i2d_PKCS12(file, &next)))
    }
  }
}
