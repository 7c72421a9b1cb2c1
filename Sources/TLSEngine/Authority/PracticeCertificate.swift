/// The certificates that one meets, good and broken: to see what a client says of each.
package enum PracticeCertificate: String, Sendable, Hashable, CaseIterable {
  /// Nothing is wrong with it.
  case good
  /// It was valid until yesterday.
  case expired
  /// It will be valid from tomorrow on.
  case notYetValid
  /// It is for another host.
  case wrongName
  /// Nobody but itself vouches for it.
  case selfSigned
  /// An authority issued it that nobody trusts.
  case unknownAuthority
  /// The server does not send what is between it and the root.
  case missingIntermediate
  /// Its key, RSA of 1024 bits, is too short.
  case weakKey
  /// The signature on it is over a SHA-1 digest.
  case weakSignature
  /// It is meant for clients.
  case wrongPurpose

  /// The name in words.
  package var title: String {
    switch self {
    case .good: "good"
    case .expired: "expired"
    case .notYetValid: "not yet valid"
    case .wrongName: "for another host"
    case .selfSigned: "self-signed"
    case .unknownAuthority: "from an unknown authority"
    case .missingIntermediate: "without its intermediate"
    case .weakKey: "with a weak key"
    case .weakSignature: "with a weak signature"
    case .wrongPurpose: "meant for clients"
    }
  }

  /// Makes the certificate for a server with these names; a server with weak ones needs
  /// ``TLSServerConfiguration/allowsWeakCertificate``.
  package func issue(by authority: CertificateAuthority, names: [String]) throws(TLSError) -> IssuedCertificate {
    let day = 86_400
    var template = CertificateTemplate(names: names)
    switch self {
    case .good: break
    case .expired:
      template.begins = -30 * day
      template.ends = -day
    case .notYetValid: template.begins = day
    case .wrongName: template.names = ["other.example"]
    case .selfSigned: return try CertificateMaker.makeSelfSigned(template)
    case .unknownAuthority: return try CertificateAuthority(name: "Unknown").issue(template)
    case .missingIntermediate:
      var issued = try authority.issue(template)
      issued.intermediatesPEM = ""
      return issued
    case .weakKey: template.key = .rsa(bits: 1024)
    case .weakSignature: template.digest = .sha1
    case .wrongPurpose: template.purpose = .client
    }
    return try authority.issue(template)
  }

  /// Whether OpenSSL serves it only when it is told to.
  package var isWeak: Bool { self == .weakKey || self == .weakSignature }
}
