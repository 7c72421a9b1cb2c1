import COpenSSL

/// The text form of certificates and keys (RFC 7468).
enum PEM {
  /// A PEM block with lines of 64 characters.
  static func encode(_ der: [UInt8], label: String) -> String {
    var encoded = [UInt8](repeating: 0, count: (der.count + 2) / 3 * 4 + 1)
    let count = Int(EVP_EncodeBlock(&encoded, der, Int32(der.count)))
    var lines = ["-----BEGIN \(label)-----"]
    for start in stride(from: 0, to: count, by: 64) {
      lines.append(String(decoding: encoded[start..<min(start + 64, count)], as: UTF8.self))
    }
    lines.append("-----END \(label)-----\n")
    return lines.joined(separator: "\n")
  }

  /// Calls `body` with each certificate, which is freed afterwards; the count of certificates, or nothing when a block
  /// is broken.
  static func forEachCertificate(in text: String, _ body: (OpaquePointer) throws(TLSError) -> Void) throws(TLSError)
    -> Int?
  {
    guard let bio = memory(text) else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    defer { BIO_free(bio) }
    var count = 0
    while let certificate = PEM_read_bio_X509(bio, nil, refusePassword, nil) {
      defer { X509_free(certificate) }
      try body(certificate)
      count += 1
    }
    // The end is told as “no start line”; anything else is a broken block.
    let code = ERR_peek_last_error()
    guard ERR_GET_REASON(code) == PEM_R_NO_START_LINE else { return nil }
    OpenSSLErrorQueue.clear()
    return count
  }

  /// The first certificate in a text; the caller owns it.
  static func firstCertificate(in text: String) -> OpaquePointer? {
    guard let bio = memory(text) else { return nil }
    defer { BIO_free(bio) }
    return PEM_read_bio_X509(bio, nil, refusePassword, nil)
  }

  /// The first private key in a text; the caller owns it.
  static func privateKey(in text: String, passphrase: String? = nil) -> OpaquePointer? {
    guard let bio = memory(text) else { return nil }
    defer { BIO_free(bio) }
    guard let passphrase else { return PEM_read_bio_PrivateKey(bio, nil, refusePassword, nil) }
    // Without a callback OpenSSL takes the argument for the passphrase, up to its zero byte.
    return passphrase.withCString { passphrase in
      PEM_read_bio_PrivateKey(bio, nil, nil, UnsafeMutableRawPointer(mutating: passphrase))
    }
  }

  /// Whether a text has a key that needs a passphrase, in either of the two ways to write one.
  static func isEncrypted(_ text: String) -> Bool {
    text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")
  }

  /// Whether a text has a private key at all.
  static func mentionsKey(_ text: String) -> Bool { text.contains("PRIVATE KEY-----") }

  /// What was written to a memory BIO.
  static func text(in bio: OpaquePointer) -> String {
    var start: UnsafeMutablePointer<CChar>?
    let count = barewire_BIO_get_mem_data(bio, &start)
    guard let start, count > 0 else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  private static func memory(_ text: String) -> OpaquePointer? {
    guard let bio = BIO_new(BIO_s_mem()) else { return nil }
    var text = text
    text.withUTF8 { bytes in _ = BIO_write(bio, bytes.baseAddress, Int32(clamping: bytes.count)) }
    return bio
  }

  /// Without this, OpenSSL would ask for a password on the terminal.
  private static let refusePassword:
    @convention(c) (UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?)
      -> Int32 = { _, _, _, _ in -1 }
}
