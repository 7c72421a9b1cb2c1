import Exchanges
import Recordings
import TLSEngine

extension TLSSummary {
  /// The engine's facts in the words of exchanges.
  init(_ facts: TLSFacts, serverName: String) {
    self.init(
      version: facts.version, cipher: facts.cipher, group: facts.group, applicationProtocol: facts.alpn,
      serverName: facts.serverName ?? serverName, isResumed: facts.resumed,
      isVerified: facts.verificationFailures.isEmpty, chain: facts.chain.map { Certificate($0) })
  }
}

extension TLSSummary.Certificate {
  /// The engine's facts of one certificate.
  init(_ facts: CertificateFacts) {
    self.init(
      subject: facts.subject, issuer: facts.issuer, names: facts.subjectAlternativeNames.map(\.description),
      notBefore: facts.notBefore?.description ?? "unreadable", notAfter: facts.notAfter?.description ?? "unreadable",
      key: facts.keyType.hasPrefix("RSA") ? "\(facts.keyType) \(facts.keyBits)" : facts.keyType,
      sha256Fingerprint: facts.sha256Fingerprint)
  }
}

extension Direction {
  /// The engine's direction is the connection's.
  init(_ direction: TLSDirection) {
    self = direction == .sent ? .sent : .received
  }
}
