import COpenSSL

/// One thing that is wrong with a certificate chain.
package struct VerificationFailure: Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure, with what tells them apart.
  package enum Reason: Sendable, Hashable {
    /// The certificate was valid until then.
    case expired(CertificateTime?)
    /// The certificate will be valid from then.
    case notYetValid(CertificateTime?)
    /// The certificate does not name the server that was asked for.
    case hostNameMismatch(host: String, names: [AlternativeName])
    /// The server's only certificate is signed by itself and not trusted.
    case selfSigned
    /// The chain leads to a root that is not trusted.
    case untrustedRoot
    /// The certificate that signed this one is neither in the chain nor in the trust store.
    case unknownIssuer(String)
    /// The issuer's signature does not fit the certificate.
    case badSignature
    /// A certificate that may not sign others has done so.
    case invalidAuthority
    /// The certificate is not for what its holder is here, a server or a client.
    case wrongPurpose(TLSSession.Role)
    /// The issuer has taken the certificate back.
    case revoked
    /// The key is below the security level of this machine.
    case weakKey(type: String, bits: Int)
    /// The signature's algorithm is below the security level of this machine.
    case weakSignature(algorithm: String)
    /// Anything else, in OpenSSL's words.
    case other(String)
  }

  /// What is wrong.
  package var reason: Reason
  /// Which certificate of the chain it is: 0 is the server's own.
  package var depth: Int
  /// The certificate itself, where OpenSSL tells it.
  package var certificate: CertificateFacts?
  /// OpenSSL's number for the failure (`X509_V_ERR_…`).
  package var code: Int32

  /// One sentence for a person.
  package var message: String {
    let name = certificate.map { "“\($0.shortName)”" } ?? "the server"
    switch reason {
    case .expired(let time):
      return "The certificate of \(name) expired\(time.map { " on \($0)" } ?? "")."
    case .notYetValid(let time):
      return "The certificate of \(name) is not valid before \(time.map { "\($0)" } ?? "a later time"): "
        + "check this machine's clock."
    case .hostNameMismatch(let host, let names):
      let list = names.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
      let more = names.count > 8 ? " and \(names.count - 8) more" : ""
      return names.isEmpty
        ? "The certificate is not for “\(host)”: it has no subject alternative names."
        : "The certificate is not for “\(host)”: it is for \(list)\(more)."
    case .selfSigned:
      return "The certificate of \(name) is self-signed: nobody whom this machine trusts vouches for it."
    case .untrustedRoot:
      return "The chain leads to \(name), a self-signed root that this machine does not trust."
    case .unknownIssuer(let issuer):
      return "The certificate of \(name) was issued by “\(issuer)”, which this machine does not know: "
        + "the server may have left out an intermediate certificate, or the issuer is private."
    case .badSignature:
      return "The signature on the certificate of \(name) is wrong."
    case .invalidAuthority:
      return "The certificate of \(name) signed another one, but may not."
    case .wrongPurpose(let role):
      return "The certificate of \(name) is not meant for \(role)s."
    case .revoked:
      return "The certificate of \(name) was revoked."
    case .weakKey(let type, let bits):
      return "The key of the certificate of \(name) is too weak (\(type), \(bits) bits)."
    case .weakSignature(let algorithm):
      return "The certificate of \(name) is signed with an algorithm that is too weak (\(algorithm))."
    case .other(let text):
      return "The certificate of \(name) could not be verified: \(text)."
    }
  }

  /// The same sentence.
  package var description: String { message }

  /// Puts OpenSSL's number into words; `holder` is the side whose certificate it is.
  init(code: Int32, depth: Int, certificate: CertificateFacts?, host: String, holder: TLSSession.Role) {
    self.code = code
    self.depth = depth
    self.certificate = certificate
    switch code {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      reason = .expired(certificate?.notAfter)
    case X509_V_ERR_CERT_NOT_YET_VALID:
      reason = .notYetValid(certificate?.notBefore)
    case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
      let names = certificate?.subjectAlternativeNames ?? []
      reason = .hostNameMismatch(
        host: host,
        names: names.filter { if case .host = $0 { true } else if case .address = $0 { true } else { false } })
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      reason = .selfSigned
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      reason = .untrustedRoot
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
      X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      reason = .unknownIssuer(certificate?.issuer ?? "an unknown issuer")
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
      reason = .badSignature
    case X509_V_ERR_INVALID_CA:
      reason = .invalidAuthority
    case X509_V_ERR_INVALID_PURPOSE:
      reason = .wrongPurpose(holder)
    case X509_V_ERR_CERT_REVOKED:
      reason = .revoked
    case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL:
      reason = .weakKey(type: certificate?.keyType ?? "unknown", bits: certificate?.keyBits ?? 0)
    case X509_V_ERR_CA_MD_TOO_WEAK:
      reason = .weakSignature(algorithm: certificate?.signatureAlgorithm ?? "unknown")
    default:
      reason = .other(String(cString: X509_verify_cert_error_string(Int(code))))
    }
  }
}
