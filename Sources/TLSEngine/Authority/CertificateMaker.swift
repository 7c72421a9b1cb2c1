import COpenSSL

/// Makes certificates of templates.
enum CertificateMaker {
  /// Who signs.
  struct Issuer: ~Copyable {
    let certificate: OpaquePointer
    let key: CertificateKey

    deinit { X509_free(certificate) }

    init(certificatePEM: String, keyPEM: String) throws(TLSError) {
      let key = try CertificateKey(pem: keyPEM)
      guard let certificate = PEM.firstCertificate(in: certificatePEM) else {
        throw .invalidCertificate(OpenSSLErrorQueue.takeReason())
      }
      self.key = key
      self.certificate = certificate
    }
  }

  /// Makes a certificate that vouches for itself.
  static func makeSelfSigned(_ template: CertificateTemplate) throws(TLSError) -> IssuedCertificate {
    let key = try CertificateKey(template.key)
    return try make(template, key, issuerKey: key.pointer, issuer: nil)
  }

  /// Makes a certificate that an issuer signs.
  static func make(_ template: CertificateTemplate, issuer: borrowing Issuer) throws(TLSError) -> IssuedCertificate {
    try make(template, CertificateKey(template.key), issuerKey: issuer.key.pointer, issuer: issuer.certificate)
  }

  private static func make(
    _ template: CertificateTemplate, _ key: borrowing CertificateKey, issuerKey: OpaquePointer, issuer: OpaquePointer?
  ) throws(TLSError) -> IssuedCertificate {
    OpenSSLErrorQueue.clear()
    let extensions = try extensions(of: template)
    // A common name has at most 64 characters (RFC 5280, appendix A.1).
    let named = template.commonName.isEmpty ? template.names.first { $0.utf8.count <= 64 } : template.commonName
    let commonName = Array((named ?? "self-signed").utf8)
    guard let certificate = X509_new() else { throw libraryFailure() }
    defer { X509_free(certificate) }
    // 2 stands for version 3.
    guard X509_set_version(certificate, 2) == 1, setSerialNumber(of: certificate),
      X509_gmtime_adj(X509_getm_notBefore(certificate), template.begins) != nil,
      X509_gmtime_adj(X509_getm_notAfter(certificate), template.ends) != nil,
      X509_set_pubkey(certificate, key.pointer) == 1, let name = X509_get_subject_name(certificate),
      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, commonName, Int32(commonName.count), -1, 0) == 1,
      X509_set_issuer_name(certificate, issuer.map { X509_get_subject_name($0) } ?? name) == 1,
      extensions.allSatisfy({ add($0, $1, to: certificate, issuer: issuer ?? certificate) }),
      X509_sign(certificate, issuerKey, template.digest == .sha1 ? EVP_sha1() : EVP_sha256()) > 0
    else { throw libraryFailure() }
    return IssuedCertificate(
      certificatePEM: CertificateReader.facts(of: certificate).pem, intermediatesPEM: "",
      privateKeyPEM: try key.pem())
  }

  private static func libraryFailure() -> TLSError { .libraryFailure(OpenSSLErrorQueue.takeReason()) }

  private static func extensions(of template: CertificateTemplate) throws(TLSError) -> [(Int32, String)] {
    var extensions: [(Int32, String)] = []
    if !template.names.isEmpty { extensions.append((NID_subject_alt_name, try alternativeNames(template.names))) }
    switch template.purpose {
    case .authority:
      extensions += [(NID_basic_constraints, "critical,CA:TRUE"), (NID_key_usage, "critical,keyCertSign,cRLSign")]
    case .server, .client:
      // The exchange of keys by RSA, which TLS 1.2 still has, is an encryption.
      let isRSA = if case .rsa = template.key { true } else { false }
      extensions += [
        (NID_basic_constraints, "critical,CA:FALSE"),
        (NID_key_usage, isRSA ? "critical,digitalSignature,keyEncipherment" : "critical,digitalSignature"),
        (NID_ext_key_usage, template.purpose == .server ? "serverAuth" : "clientAuth"),
      ]
    }
    return extensions + [(NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid")]
  }

  /// The names in OpenSSL's notation; ``ServerName`` lets none of its separators through.
  private static func alternativeNames(_ names: [String]) throws(TLSError) -> String {
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

  private static func add(
    _ identifier: Int32, _ value: String, to certificate: OpaquePointer, issuer: OpaquePointer
  ) -> Bool {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
    guard let made = X509V3_EXT_conf_nid(nil, &context, identifier, value) else { return false }
    defer { X509_EXTENSION_free(made) }
    return X509_add_ext(certificate, made, -1) == 1
  }
}
