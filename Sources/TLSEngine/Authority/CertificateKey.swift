import COpenSSL

/// A private key in OpenSSL's form.
struct CertificateKey: ~Copyable {
  let pointer: OpaquePointer

  deinit { EVP_PKEY_free(pointer) }

  /// Makes a new key.
  init(_ kind: CertificateTemplate.Key) throws(TLSError) {
    let made: OpaquePointer? =
      switch kind {
      case .ecP256: barewire_EVP_EC_gen_P256()
      case .rsa(let bits): barewire_EVP_RSA_gen(UInt32(clamping: bits))
      }
    guard let made else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    pointer = made
  }

  /// Reads a key that is not encrypted.
  init(pem: String) throws(TLSError) {
    guard let read = PEM.privateKey(in: pem) else { throw .invalidPrivateKey(OpenSSLErrorQueue.takeReason()) }
    pointer = read
  }

  /// The key as PKCS #8, encrypted (AES-256) where there is a passphrase.
  func pem(passphrase: String? = nil) throws(TLSError) -> String {
    guard let bio = BIO_new(BIO_s_mem()) else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    defer { BIO_free(bio) }
    let isWritten =
      if let passphrase {
        PEM_write_bio_PKCS8PrivateKey(
          bio, pointer, EVP_aes_256_cbc(), passphrase, Int32(clamping: passphrase.utf8.count), nil, nil)
      } else {
        PEM_write_bio_PKCS8PrivateKey(bio, pointer, nil, nil, 0, nil, nil)
      }
    guard isWritten == 1 else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    return PEM.text(in: bio)
  }
}
