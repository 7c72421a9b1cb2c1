import COpenSSL

/// Reads OpenSSL's certificates into values.
enum CertificateReader {
  /// How many certificates of a chain are read: OpenSSL lets 100 kB through, which is hundreds.
  static let maximumChain = 24
  /// How many alternative names of a certificate are read.
  static let maximumNames = 1000

  /// The facts of the first certificates of a stack, in its order; the stack stays the caller's.
  static func facts(ofStack stack: OpaquePointer?) -> [CertificateFacts] {
    guard let stack else { return [] }
    let count = min(barewire_sk_X509_num(stack), Int32(maximumChain))
    return (0..<max(0, count)).compactMap { barewire_sk_X509_value(stack, $0).map(facts(of:)) }
  }

  /// The facts of one certificate, which stays the caller's.
  static func facts(of certificate: OpaquePointer) -> CertificateFacts {
    let (keyType, keyBits) = key(of: certificate)
    let subject = X509_get_subject_name(certificate)
    return CertificateFacts(
      subject: text(of: subject),
      issuer: text(of: X509_get_issuer_name(certificate)),
      commonName: commonName(in: subject),
      subjectAlternativeNames: alternativeNames(of: certificate),
      notBefore: CertificateTime(X509_get0_notBefore(certificate)),
      notAfter: CertificateTime(X509_get0_notAfter(certificate)),
      keyType: keyType,
      keyBits: keyBits,
      signatureAlgorithm: OBJ_nid2ln(X509_get_signature_nid(certificate)).map { String(cString: $0) } ?? "unknown",
      serialNumber: Hexadecimal.text(bytes(of: X509_get0_serialNumber(certificate)), separator: ":"),
      sha256Fingerprint: Hexadecimal.text(fingerprint(of: certificate), separator: ":"),
      isAuthority: X509_check_ca(certificate) == 1,
      isSelfSigned: X509_self_signed(certificate, 1) == 1,
      der: der(of: certificate))
  }

  /// A distinguished name as text.
  static func text(of name: OpaquePointer?) -> String {
    guard let name, let bio = BIO_new(BIO_s_mem()) else { return "" }
    defer { BIO_free(bio) }
    X509_NAME_print_ex(bio, name, 0, barewire_distinguished_name_flags())
    return PEM.text(in: bio)
  }

  /// A distinguished name in its encoded form as text, or nothing when it is none.
  static func name(ofDER bytes: UnsafeRawBufferPointer) -> String? {
    var start = bytes.bindMemory(to: UInt8.self).baseAddress
    guard let name = d2i_X509_NAME(nil, &start, bytes.count) else {
      OpenSSLErrorQueue.clear()
      return nil
    }
    defer { X509_NAME_free(name) }
    return text(of: name)
  }

  private static func commonName(in name: OpaquePointer?) -> String? {
    guard let name, let entry = X509_NAME_get_entry(name, X509_NAME_get_index_by_NID(name, NID_commonName, -1)) else {
      return nil
    }
    var utf8: UnsafeMutablePointer<UInt8>?
    let count = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(entry))
    guard count >= 0, let utf8 else { return nil }
    defer { CRYPTO_free(utf8, #file, #line) }
    return String(decoding: UnsafeBufferPointer(start: utf8, count: Int(count)), as: UTF8.self)
  }

  private static func alternativeNames(of certificate: OpaquePointer) -> [AlternativeName] {
    guard let decoded = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else { return [] }
    let names = OpaquePointer(decoded)
    defer { GENERAL_NAMES_free(names) }
    return (0..<max(0, min(barewire_sk_GENERAL_NAME_num(names), Int32(maximumNames)))).compactMap { index in
      guard let name = barewire_sk_GENERAL_NAME_value(names, index) else { return nil }
      var type: Int32 = 0
      guard let value = GENERAL_NAME_get0_value(name, &type) else { return nil }
      let content = { bytes(of: UnsafePointer(value.assumingMemoryBound(to: ASN1_STRING.self))) }
      switch type {
      case GEN_DNS: return .host(String(decoding: content(), as: UTF8.self))
      case GEN_EMAIL: return .email(String(decoding: content(), as: UTF8.self))
      case GEN_URI: return .uri(String(decoding: content(), as: UTF8.self))
      case GEN_IPADD: return .address(IPAddressText.text(of: content()))
      default: return nil
      }
    }
  }

  private static func key(of certificate: OpaquePointer) -> (type: String, bits: Int) {
    guard let key = X509_get0_pubkey(certificate) else { return ("unknown", 0) }
    let bits = Int(EVP_PKEY_get_bits(key))
    let type = EVP_PKEY_get0_type_name(key).map { String(cString: $0) } ?? "unknown"
    var group = [CChar](repeating: 0, count: 64)
    var count = 0
    guard type == "EC", EVP_PKEY_get_group_name(key, &group, group.count, &count) == 1 else { return (type, bits) }
    let name = String(decoding: group[..<count].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return ("EC " + NamedGroup.title(name), bits)
  }

  private static func fingerprint(of certificate: OpaquePointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      var size: UInt32 = 0
      count = X509_digest(certificate, EVP_sha256(), buffer.baseAddress, &size) == 1 ? Int(size) : 0
    }
  }

  private static func der(of certificate: OpaquePointer) -> [UInt8] {
    let size = Int(i2d_X509(certificate, nil))
    guard size > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var next = buffer.baseAddress
      count = max(0, Int(i2d_X509(certificate, &next)))
    }
  }

  private static func bytes(of string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
    guard let string, let start = ASN1_STRING_get0_data(string) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(string))))
  }
}
