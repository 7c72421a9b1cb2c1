import COpenSSL

/// A certificate, its key and its intermediates in OpenSSL's form.
struct LoadedIdentity: ~Copyable {
  let certificate: OpaquePointer
  let key: OpaquePointer
  /// The intermediates; nothing where there are none.
  let chain: OpaquePointer?

  deinit {
    X509_free(certificate)
    EVP_PKEY_free(key)
    barewire_sk_X509_pop_free(chain)
  }
}

/// Reads certificates with their keys, and says in words why one cannot be used.
enum IdentityReader {
  static func load(_ identity: TLSIdentity) throws(TLSError) -> LoadedIdentity {
    OpenSSLErrorQueue.clear()
    switch identity {
    case .pem(let chain, let key, let passphrase):
      return try load(chain: chain, key: key, passphrase: passphrase)
    case .pkcs12(let bytes, let passphrase):
      return try load(pkcs12: bytes, passphrase: passphrase)
    }
  }

  private static func load(chain pem: String, key: String, passphrase: String?) throws(TLSError) -> LoadedIdentity {
    guard let chain = barewire_sk_X509_new_null() else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    var leaf: OpaquePointer?
    do throws(TLSError) {
      let count = try PEM.forEachCertificate(in: pem) { certificate throws(TLSError) in
        if leaf == nil {
          X509_up_ref(certificate)
          leaf = certificate
        } else if barewire_sk_X509_push_shared(chain, certificate) != 1 {
          throw .libraryFailure(OpenSSLErrorQueue.takeReason())
        }
      }
      guard count != nil else { throw .invalidCertificate(OpenSSLErrorQueue.takeReason()) }
      guard let certificate = leaf else {
        throw .invalidCertificate("there is no PEM block that begins with BEGIN CERTIFICATE")
      }
      let key = try privateKey(in: key, passphrase: passphrase)
      return LoadedIdentity(certificate: certificate, key: key, chain: chain)
    } catch {
      X509_free(leaf)
      barewire_sk_X509_pop_free(chain)
      throw error
    }
  }

  private static func privateKey(in pem: String, passphrase: String?) throws(TLSError) -> OpaquePointer {
    if let key = PEM.privateKey(in: pem, passphrase: passphrase) {
      OpenSSLErrorQueue.clear()
      return key
    }
    let reason = OpenSSLErrorQueue.takeReason()
    guard PEM.isEncrypted(pem) else {
      guard PEM.mentionsKey(pem) else { throw .invalidPrivateKey("there is no PEM block of a private key") }
      throw .invalidPrivateKey(reason)
    }
    guard passphrase != nil else { throw .passphraseNeeded }
    throw isUnsupported(reason) ? .invalidPrivateKey(outdated(reason)) : .wrongPassphrase
  }

  private static func load(pkcs12 bytes: [UInt8], passphrase: String?) throws(TLSError) -> LoadedIdentity {
    let file = bytes.withUnsafeBufferPointer { bytes in
      var start = bytes.baseAddress
      return d2i_PKCS12(nil, &start, bytes.count)
    }
    guard let file else {
      OpenSSLErrorQueue.clear()
      throw .invalidCertificate("this is no PKCS #12 file")
    }
    defer { PKCS12_free(file) }
    // No passphrase at all and an empty one are different keys, and files of both kinds are about.
    guard let passphrase = ([passphrase] + (passphrase == nil ? [""] : [])).first(where: { opens(file, $0) }) else {
      let reason = OpenSSLErrorQueue.takeReason()
      if isUnsupported(reason) { throw .invalidCertificate(outdated(reason)) }
      throw passphrase == nil ? .passphraseNeeded : .wrongPassphrase
    }
    var key: OpaquePointer?
    var certificate: OpaquePointer?
    var chain: OpaquePointer?
    guard PKCS12_parse(file, passphrase, &key, &certificate, &chain) == 1 else {
      let reason = OpenSSLErrorQueue.takeReason()
      throw .invalidCertificate(isUnsupported(reason) ? outdated(reason) : reason)
    }
    guard let key, let certificate else {
      EVP_PKEY_free(key)
      X509_free(certificate)
      barewire_sk_X509_pop_free(chain)
      let missing = key == nil ? "private key" : "certificate that fits its key"
      throw .invalidCertificate("the PKCS #12 file has no \(missing)")
    }
    return LoadedIdentity(certificate: certificate, key: key, chain: chain)
  }

  private static func opens(_ file: OpaquePointer, _ passphrase: String?) -> Bool {
    guard PKCS12_mac_present(file) == 1 else { return true }
    guard let passphrase else { return PKCS12_verify_mac(file, nil, 0) == 1 }
    return PKCS12_verify_mac(file, passphrase, Int32(clamping: passphrase.utf8.count)) == 1
  }

  /// OpenSSL names the algorithm that it does not have; without a name, it is the decrypted bytes that it cannot read.
  private static func isUnsupported(_ reason: String) -> Bool {
    reason.hasPrefix("unsupported") && reason.contains("Algorithm (")
  }

  private static func outdated(_ reason: String) -> String {
    "it is encrypted in an outdated way that OpenSSL 3 does not know by default (\(reason)); "
      + "write it anew with “openssl pkcs12 -legacy” or “openssl pkcs8 -topk8”"
  }
}
