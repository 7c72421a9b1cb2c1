/// What the numbers in handshake messages are called, in the words of the IANA registries.
enum CodePoint {
  /// The name of a number, or the number itself with what is known of it.
  static func name(_ code: UInt16, in names: [UInt16: String]) -> String {
    names[code] ?? (isGREASE(code) ? "GREASE (\(hexadecimal(code)))" : hexadecimal(code))
  }

  /// Whether a number stands for nothing: a client sends such to keep servers tolerant (RFC 8701).
  static func isGREASE(_ code: UInt16) -> Bool {
    code & 0x0F0F == 0x0A0A && code >> 8 == code & 0xFF
  }

  static func hexadecimal(_ code: UInt16) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  static func version(_ code: UInt16) -> String {
    if let version = TLSVersion(rawValue: code) { return version.name }
    return code == 0x0300 ? "SSL 3.0" : name(code, in: [:])
  }

  static func cipherSuite(_ code: UInt16) -> String { name(code, in: CipherSuiteNames.all) }

  static func group(_ code: UInt16) -> String { name(code, in: groups) }

  static func signatureScheme(_ code: UInt16) -> String { name(code, in: signatureSchemes) }

  static func extensionName(_ code: UInt16) -> String { name(code, in: extensions) }

  static func compression(_ code: UInt16) -> String {
    name(code, in: [1: "zlib", 2: "brotli", 3: "zstd"])
  }

  private static let groups: [UInt16: String] = [
    0x0017: "P-256", 0x0018: "P-384", 0x0019: "P-521", 0x001D: "X25519", 0x001E: "X448", 0x0016: "secp256k1",
    0x0013: "P-192", 0x0015: "P-224", 0x001A: "brainpoolP256r1", 0x001B: "brainpoolP384r1", 0x001C: "brainpoolP512r1",
    0x001F: "brainpoolP256r1tls13", 0x0020: "brainpoolP384r1tls13", 0x0021: "brainpoolP512r1tls13", 0x0029: "curveSM2",
    0x0100: "ffdhe2048", 0x0101: "ffdhe3072", 0x0102: "ffdhe4096", 0x0103: "ffdhe6144", 0x0104: "ffdhe8192",
    0x0200: "MLKEM512", 0x0201: "MLKEM768", 0x0202: "MLKEM1024", 0x11EB: "SecP256r1MLKEM768",
    0x11EC: "X25519MLKEM768", 0x11ED: "SecP384r1MLKEM1024", 0x6399: "X25519Kyber768Draft00",
  ]

  private static let signatureSchemes: [UInt16: String] = [
    0x0201: "rsa_pkcs1_sha1", 0x0202: "dsa_sha1", 0x0203: "ecdsa_sha1", 0x0301: "rsa_pkcs1_sha224",
    0x0302: "dsa_sha224", 0x0303: "ecdsa_sha224", 0x0401: "rsa_pkcs1_sha256", 0x0402: "dsa_sha256",
    0x0403: "ecdsa_secp256r1_sha256", 0x0501: "rsa_pkcs1_sha384", 0x0502: "dsa_sha384",
    0x0503: "ecdsa_secp384r1_sha384", 0x0601: "rsa_pkcs1_sha512", 0x0602: "dsa_sha512",
    0x0603: "ecdsa_secp521r1_sha512", 0x0708: "sm2sig_sm3", 0x0804: "rsa_pss_rsae_sha256",
    0x0805: "rsa_pss_rsae_sha384", 0x0806: "rsa_pss_rsae_sha512", 0x0807: "ed25519", 0x0808: "ed448",
    0x0809: "rsa_pss_pss_sha256", 0x080A: "rsa_pss_pss_sha384", 0x080B: "rsa_pss_pss_sha512",
    0x081A: "ecdsa_brainpoolP256r1tls13_sha256", 0x081B: "ecdsa_brainpoolP384r1tls13_sha384",
    0x081C: "ecdsa_brainpoolP512r1tls13_sha512", 0x0101: "rsa_pkcs1_md5", 0x0904: "mldsa44", 0x0905: "mldsa65",
    0x0906: "mldsa87",
  ]

  private static let extensions: [UInt16: String] = [
    0: "server_name", 1: "max_fragment_length", 2: "client_certificate_url", 3: "trusted_ca_keys", 4: "truncated_hmac",
    5: "status_request", 6: "user_mapping", 9: "cert_type", 10: "supported_groups", 11: "ec_point_formats", 12: "srp",
    13: "signature_algorithms", 14: "use_srtp", 15: "heartbeat", 16: "application_layer_protocol_negotiation",
    17: "status_request_v2", 18: "signed_certificate_timestamp", 19: "client_certificate_type",
    20: "server_certificate_type", 21: "padding", 22: "encrypt_then_mac", 23: "extended_master_secret",
    24: "token_binding", 25: "cached_info", 27: "compress_certificate", 28: "record_size_limit",
    34: "delegated_credential", 35: "session_ticket", 41: "pre_shared_key", 42: "early_data",
    43: "supported_versions", 44: "cookie", 45: "psk_key_exchange_modes", 47: "certificate_authorities",
    48: "oid_filters", 49: "post_handshake_auth",
    50: "signature_algorithms_cert", 51: "key_share", 52: "transparency_info", 57: "quic_transport_parameters",
    58: "ticket_request", 13172: "next_protocol_negotiation", 17513: "application_settings (old)",
    17613: "application_settings", 0xFE0D: "encrypted_client_hello", 0xFF01: "renegotiation_info",
  ]
}
