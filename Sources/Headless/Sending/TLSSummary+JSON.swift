import Exchanges
import Workspaces

extension TLSSummary {
  /// What the handshake agreed on.
  var json: OrderedJSON {
    .object([
      ("version", .string(version)), ("cipher", .string(cipher)), ("group", .optional(group)),
      ("applicationProtocol", .optional(applicationProtocol)), ("serverName", .string(serverName)),
      ("indicatedName", .optional(indicatedName)), ("resumed", .bool(isResumed)),
      ("earlyData", .string(earlyData.rawValue)), ("peerSignatureAlgorithm", .optional(peerSignatureAlgorithm)),
      ("clientCertificate", .string(clientCertificate.rawValue)), ("verified", .bool(isVerified)),
      ("insecurity", .optional(insecurity)), ("offered", offer.json),
    ])
  }
}

extension TLSSummary.Offer {
  fileprivate var json: OrderedJSON {
    .object([
      ("versions", .strings(versions)), ("ciphers", .strings(ciphers)), ("groups", .strings(groups)),
      ("applicationProtocols", .strings(applicationProtocols)),
    ])
  }
}

extension ServerIdentity {
  /// The way from the server's certificate to a trusted one, and what is wrong with it.
  var json: OrderedJSON {
    .object([
      ("trust", .string(trust.rawValue)), ("failures", .strings(failures)),
      ("path", .array(path.map(\.json))), ("unused", .array(unused.map(\.json))),
    ])
  }
}

extension ServerIdentity.Link {
  fileprivate var json: OrderedJSON {
    .object([
      ("subject", .string(certificate.subject)), ("issuer", .string(certificate.issuer)),
      ("names", .strings(certificate.names)), ("notBefore", .string(certificate.notBefore)),
      ("notAfter", .string(certificate.notAfter)), ("key", .string(certificate.key)),
      ("signatureAlgorithm", .string(certificate.signatureAlgorithm)),
      ("serialNumber", .string(certificate.serialNumber)),
      ("sha256Fingerprint", .string(certificate.sha256Fingerprint)), ("authority", .bool(certificate.isAuthority)),
      ("selfSigned", .bool(certificate.isSelfSigned)),
      ("presentedAt", presentedAt.map(OrderedJSON.count) ?? .null), ("trusted", .bool(isTrusted)),
      ("failures", .strings(failures)), ("pem", .string(certificate.pem)),
    ])
  }
}

extension ConnectionEvent.Kind {
  /// What an event tells beside its sentence; nil for most.
  var details: OrderedJSON? {
    switch self {
    case .handshakeMessage(_, let message):
      message.details.isEmpty ? nil : .object(message.details.map { ($0.label, .strings($0.values)) })
    case .alert(_, let alert):
      .object([
        ("name", .string(alert.name)), ("meaning", .string(alert.meaning)), ("advice", .optional(alert.advice)),
      ])
    default: nil
    }
  }
}

extension OrderedJSON {
  fileprivate static func strings(_ texts: [String]) -> OrderedJSON { .array(texts.map(OrderedJSON.string)) }
}
