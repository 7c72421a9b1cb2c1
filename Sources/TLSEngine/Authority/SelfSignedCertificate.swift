import COpenSSL

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
    OpenSSLErrorQueue.clear()
    let alternativeNames = try extensionValue(for: names)
    // A common name has at most 64 characters (RFC 5280, appendix A.1).
    let commonName = Array((names.first { $0.utf8.count <= 64 } ?? "self-signed").utf8)
    guard let key = barewire_EVP_EC_gen_P256(), let certificate = X509_new() else { throw libraryFailure() }
    defer {
      EVP_PKEY_free(key)
      X509_free(certificate)
    }
    // 2 stands for version 3.
    guard X509_set_version(certificate, 2) == 1, setSerialNumber(of: certificate),
      X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) != nil,
      X509_time_adj_ex(X509_getm_notAfter(certificate), Int32(clamping: days), 0, nil) != nil,
      X509_set_pubkey(certificate, key) == 1, let name = X509_get_subject_name(certificate),
      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, commonName, Int32(commonName.count), -1, 0) == 1,
      X509_set_issuer_name(certificate, name) == 1,
      add(NID_subject_alt_name, alternativeNames, to: certificate),
      add(NID_basic_constraints, "critical,CA:FALSE", to: certificate),
      add(NID_key_usage, "critical,digitalSignature", to: certificate),
      add(NID_ext_key_usage, "serverAuth", to: certificate),
      X509_sign(certificate, key, EVP_sha256()) > 0
    else { throw libraryFailure() }
    return (CertificateReader.facts(of: certificate).pem, try privateKeyPEM(key))
  }

  private static func libraryFailure() -> TLSError { .libraryFailure(OpenSSLErrorQueue.takeReason()) }

  /// The names in OpenSSL's notation; ``ServerName`` lets none of its separators through.
  private static func extensionValue(for names: [String]) throws(TLSError) -> String {
    guard !names.isEmpty else { throw .invalidServerName("") }
    var values: [String] = []
    for text in names {
      let isWildcard = text.hasPrefix("*.")
      switch try ServerName(isWildcard ? String(text.dropFirst(2)) : text) {
      case .host(let host): values.append("DNS:" + (isWildcard ? "*." : "") + host)
      case .address(let address): values.append("IP:" + address)
      }
    }
    return values.joined(separator: ",")
  }

  /// A random positive number of 16 bytes.
  private static func setSerialNumber(of certificate: OpaquePointer) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard RAND_bytes(&bytes, Int32(bytes.count)) == 1, let number = BN_bin2bn(bytes, Int32(bytes.count), nil) else {
      return false
    }
    defer { BN_free(number) }
    return BN_clear_bit(number, 127) == 1 && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil
  }

  private static func add(_ identifier: Int32, _ value: String, to certificate: OpaquePointer) -> Bool {
    guard let made = X509V3_EXT_conf_nid(nil, nil, identifier, value) else { return false }
    defer { X509_EXTENSION_free(made) }
    return X509_add_ext(certificate, made, -1) == 1
  }

  private static func privateKeyPEM(_ key: OpaquePointer) throws(TLSError) -> String {
    guard let bio = BIO_new(BIO_s_mem()) else { throw libraryFailure() }
    defer { BIO_free(bio) }
    guard PEM_write_bio_PrivateKey(bio, key, nil, nil, 0, nil, nil) == 1 else { throw libraryFailure() }
    return PEM.text(in: bio)
  }
}
