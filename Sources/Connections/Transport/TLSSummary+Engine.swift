import Exchanges
import Recordings
import TLSEngine

extension TLSSummary {
  /// The engine's facts in the words of exchanges.
  init(_ facts: TLSFacts, serverName: String, offer: Offer) {
    self.init(
      version: facts.version, cipher: facts.cipher, group: facts.group, applicationProtocol: facts.alpn,
      serverName: serverName, indicatedName: facts.serverName, isResumed: facts.resumed,
      earlyData: EarlyData(facts.earlyData), peerSignatureAlgorithm: facts.peerSignatureAlgorithm,
      clientCertificate: ClientCertificate(facts.clientCertificate), offer: offer,
      identity: ServerIdentity(facts), insecurity: facts.insecurity)
  }
}

extension TLSSummary.Offer {
  /// What a client hello offers.
  init(_ hello: TLSHandshakeMessage) {
    self.init()
    versions = hello["versions"]?.values ?? hello["legacy version"]?.values ?? []
    ciphers = hello["cipher suites"]?.values ?? []
    groups = hello["groups"]?.values ?? []
    applicationProtocols = hello["application protocols"]?.values ?? []
  }
}

extension TLSSummary.EarlyData {
  fileprivate init(_ facts: TLSFacts.EarlyData) {
    self =
      switch facts {
      case .notSent: .notSent
      case .rejected: .rejected
      case .accepted: .accepted
      }
  }
}

extension TLSSummary.ClientCertificate {
  fileprivate init(_ facts: TLSFacts.ClientCertificate) {
    self =
      switch facts {
      case .notRequested: .notRequested
      case .missing: .missing
      case .shown: .shown
      }
  }
}

extension HandshakeMessage {
  /// The engine's message; without what it says where there is no room for that.
  init(_ message: TLSHandshakeMessage, withDetails: Bool) {
    self.init(
      name: message.name, size: message.size,
      details: withDetails ? message.details.map { Detail(label: $0.label, values: $0.values) } : [])
  }

  /// Bytes of text in the details.
  var detailSize: Int {
    details.reduce(0) { $1.values.reduce($0 + $1.label.utf8.count) { $0 + $1.utf8.count } }
  }
}

extension AlertFacts {
  init(_ alert: TLSAlert) {
    self.init(name: alert.name, meaning: alert.meaning, advice: alert.advice)
  }
}

extension TLSRecordEntry {
  /// The engine's record.
  init(_ record: TLSRecord) {
    self.init(
      contentType: record.contentType.rawValue, innerType: record.innerContentType?.rawValue ?? 0,
      version: record.version, length: record.length, wireOffset: record.wireOffset, plainOffset: record.plainOffset)
  }
}

extension Direction {
  /// The engine's direction is the connection's.
  init(_ direction: TLSDirection) {
    self = direction == .sent ? .sent : .received
  }
}
