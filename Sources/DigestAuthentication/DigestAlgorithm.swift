import COpenSSL

/// How secrets are hashed (RFC 7616 §3.3); `-sess` binds the user's hash to one nonce of each side.
package enum DigestAlgorithm: String, Sendable, Hashable, CaseIterable {
  case md5 = "MD5"
  case md5Session = "MD5-sess"
  case sha256 = "SHA-256"
  case sha256Session = "SHA-256-sess"

  /// The algorithm of a name, whatever the case of its letters; nil for others.
  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else { return nil }
    self = found
  }

  var isSession: Bool { self == .md5Session || self == .sha256Session }

  /// The hash of a text's UTF-8, in lower case hex; nil where the system's OpenSSL refuses the algorithm, as with MD5 where
  /// FIPS 140 is in force.
  package func hash(_ text: String) -> String? {
    let function = self == .md5 || self == .md5Session ? EVP_md5() : EVP_sha256()
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard EVP_Digest(bytes, bytes.count, &digest, &count, function, nil) == 1 else { return nil }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.prefix(Int(count)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
