/// Who a server has shown itself to be in a TLS handshake, and what that is worth; told of failed handshakes too.
///
/// Every text comes from the network or about it: it is filtered where it is shown.
package struct ServerIdentity: Sendable, Hashable {
  /// What the server's identity rests on.
  package enum Trust: String, Sendable, Hashable {
    /// Its certificate leads to a trusted one and names it.
    case verified
    /// Its certificate could not be verified, but the user has accepted exactly this one.
    case accepted
    /// Its certificate could not be verified, and nobody insisted: anybody may be on the other side.
    case unverified
    /// Its certificate could not be verified, which ended the handshake.
    case refused
    /// It has presented no certificate.
    case anonymous

    /// What is to be known of it, in words.
    package var words: String {
      switch self {
      case .verified: "verified"
      case .accepted: "not verified: you have accepted this certificate as an exception"
      case .unverified: "not verified: anybody may be on the other side"
      case .refused: "refused: it could not be verified"
      case .anonymous: "the server has shown no certificate"
      }
    }

    /// Whether a person should be warned.
    package var isWarning: Bool { self != .verified }
  }

  /// One certificate, in the words that a person reads.
  package struct Certificate: Sendable, Hashable {
    /// As in `CN=example.com, O=Example`.
    package var subject: String
    package var issuer: String
    /// The shortest name for it in a sentence.
    package var shortName: String
    /// The names that it is for, at most `maximumNames`.
    package var names: [String]
    /// As in `2026-11-23 20:26:04 UTC`.
    package var notBefore: String
    package var notAfter: String
    /// As in `EC P-256` or `RSA 2048`.
    package var key: String
    /// As in `sha256WithRSAEncryption`.
    package var signatureAlgorithm: String
    /// Hexadecimal with colons.
    package var serialNumber: String
    /// Hexadecimal with colons, of the DER form.
    package var sha256Fingerprint: String
    /// Whether it may sign others.
    package var isAuthority: Bool
    package var isSelfSigned: Bool
    /// The certificate itself.
    package var pem: String

    /// How many names are kept; one more tells how many there were.
    package static let maximumNames = 128

    package init(
      subject: String, issuer: String, shortName: String, names: [String], notBefore: String, notAfter: String,
      key: String, signatureAlgorithm: String, serialNumber: String, sha256Fingerprint: String, isAuthority: Bool,
      isSelfSigned: Bool, pem: String
    ) {
      self.subject = subject
      self.issuer = issuer
      self.shortName = shortName
      self.names = Array(names.prefix(Self.maximumNames))
      if names.count > Self.maximumNames { self.names.append("… and \(names.count - Self.maximumNames) more") }
      self.notBefore = notBefore
      self.notAfter = notAfter
      self.key = key
      self.signatureAlgorithm = signatureAlgorithm
      self.serialNumber = serialNumber
      self.sha256Fingerprint = sha256Fingerprint
      self.isAuthority = isAuthority
      self.isSelfSigned = isSelfSigned
      self.pem = pem
    }
  }

  /// One certificate on the way to a trusted one; the next one has signed it.
  package struct Link: Sendable, Hashable {
    package var certificate: Certificate
    /// Its place among the certificates that the server sent; nil when it was not sent.
    package var presentedAt: Int?
    /// Whether it is in the trust store: the way may end here.
    package var isTrusted: Bool
    /// What is wrong at this certificate, each a sentence.
    package var failures: [String]

    package init(certificate: Certificate, presentedAt: Int?, isTrusted: Bool, failures: [String]) {
      self.certificate = certificate
      self.presentedAt = presentedAt
      self.isTrusted = isTrusted
      self.failures = failures
    }

    /// Where it is from, in words.
    package var source: String {
      switch (presentedAt != nil, isTrusted) {
      case (true, true): "sent by the server, and in the trust store"
      case (true, false): "sent by the server"
      case (false, _): "from the trust store"
      }
    }
  }

  package var trust: Trust
  /// The way as far as it could be found, the server's own certificate first.
  package var path: [Link]
  /// What the server sent and nobody needs.
  package var unused: [Link]
  /// All that is wrong, each a sentence.
  package var failures: [String]

  package init(trust: Trust, path: [Link], unused: [Link], failures: [String]) {
    self.trust = trust
    self.path = path
    self.unused = unused
    self.failures = failures
  }

  /// The server's own certificate.
  package var leaf: Certificate? { path.first?.certificate }

  /// The certificates as the server sent them.
  package var presented: [Certificate] {
    (path + unused).compactMap { link in link.presentedAt.map { (place: $0, certificate: link.certificate) } }
      .sorted { $0.place < $1.place }
      .map(\.certificate)
  }

  /// The path on one line, as in `example.com ← Intermediate ← Root (trusted)`.
  package var pathWords: String {
    path.map { $0.certificate.shortName + ($0.isTrusted ? " (trusted)" : "") }.joined(separator: " ← ")
  }
}
