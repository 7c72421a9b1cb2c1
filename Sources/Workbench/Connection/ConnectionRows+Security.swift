import Exchanges
import FieldValues
import Recordings

/// TLS: what was offered and agreed on, who vouches for the server, and what each message of the handshake said.
extension ConnectionRows {
  var securityRows: [ConnectionRow] {
    let identity = connection.tls?.identity ?? connection.serverIdentity
    guard connection.tls != nil || identity != nil || !handshakeRows.isEmpty else {
      let isPlain = connection.endpoint.scheme == .http
      return [
        ConnectionRow(
          "", isPlain ? "Not encrypted: everybody on the way can read and change this." : "No TLS handshake yet.",
          isPlain ? .caution : .faint)
      ]
    }
    return (connection.tls.map(agreedRows) ?? []) + (identity.map(identityRows) ?? []) + handshakeRows
  }

  private func agreedRows(_ tls: TLSSummary) -> [ConnectionRow] {
    func offered(_ chosen: String?, _ offer: [String]) -> String? {
      guard let chosen else { return nil }
      return offer.isEmpty ? chosen : "\(chosen)   of \(offer.count) offered: \(offer.joined(separator: ", "))"
    }
    let facts: [(String, String?)] = [
      ("version", offered(tls.version, tls.offer.versions)), ("cipher", offered(tls.cipher, tls.offer.ciphers)),
      ("group", offered(tls.group, tls.offer.groups)),
      ("protocol", offered(tls.applicationProtocol ?? "none agreed on", tls.offer.applicationProtocols)),
      ("server name", tls.indicatedName.map { "\($0) (SNI)" } ?? "\(tls.serverName), not sent"),
      ("session", tls.isResumed ? "resumed: the certificates are those of its first handshake" : "new"),
      ("early data", tls.earlyData == .notSent ? nil : tls.earlyData.rawValue),
      ("signature", tls.peerSignatureAlgorithm),
      ("client", Self.words(tls.clientCertificate)), ("alternatives", alternativeServices),
    ]
    let rows = facts.compactMap { label, text in text.map { ConnectionRow(label, $0) } }
    return rows + (tls.insecurity.map { [ConnectionRow("warning", $0, .caution)] } ?? [])
  }

  /// Where else the server of the exchange on the screen answers, by its Alt-Svc field.
  private var alternativeServices: String? {
    guard let value = exchange?.alternativeServices, exchange?.connection?.id == connection.id else { return nil }
    // It says how long an offer holds, for which no clock is needed.
    return FieldReading(name: "alt-svc".utf8, value: Array(value.utf8), now: 0)?.meaning
  }

  private static func words(_ certificate: TLSSummary.ClientCertificate) -> String? {
    switch certificate {
    case .notRequested: nil
    case .missing: "the server asked for a certificate, and there was none to show"
    case .shown: "showed its certificate"
    }
  }

  private func identityRows(_ identity: ServerIdentity) -> [ConnectionRow] {
    let verdict = ConnectionRow("trust", identity.trust.words, identity.trust.isWarning ? .caution : .good)
    let failures = identity.failures.map { ConnectionRow("", $0, .bad) }
    let path = identity.path.enumerated().flatMap { certificateRows($1, depth: $0) }
    let unused = identity.unused.map {
      ConnectionRow("unused", $0.certificate.subject, .faint, copied: $0.certificate.pem)
    }
    return [verdict] + failures + path + unused
  }

  /// A certificate of the tree: each is signed by the one below it.
  ///
  /// Copying any of its rows copies it as PEM.
  private func certificateRows(_ link: ServerIdentity.Link, depth: Int) -> [ConnectionRow] {
    let certificate = link.certificate
    let indent = String(repeating: "  ", count: depth)
    let facts: [(String, String)] = [
      ("names", certificate.names.joined(separator: ", ")), ("issuer", certificate.issuer),
      ("valid", "\(certificate.notBefore) – \(certificate.notAfter)"),
      ("key", "\(certificate.key), signed with \(certificate.signatureAlgorithm)"),
      ("serial", certificate.serialNumber), ("SHA-256", certificate.sha256Fingerprint),
    ]
    let title = ConnectionRow(
      depth == 0 ? "certificate" : "signed by", "\(indent)└ \(certificate.subject)   \(link.source)", .strong,
      copied: certificate.pem)
    return [title] + link.failures.map { ConnectionRow("", "\(indent)    ✗ \($0)", .bad, copied: certificate.pem) }
      + facts.compactMap { label, text in
        text.isEmpty ? nil : ConnectionRow("", "\(indent)    \(label)  \(text)", copied: certificate.pem)
      }
  }

  /// The messages of the handshake, each with what it says.
  private var handshakeRows: [ConnectionRow] {
    connection.events.flatMap { event -> [ConnectionRow] in
      guard case .handshakeMessage(_, let message) = event.kind else { return [] }
      let milliseconds = DurationText.milliseconds(event.time.milliseconds(since: connection.began))
      return [ConnectionRow("+\(milliseconds) ms", event.kind.sentence, .strong)]
        + message.details.map { ConnectionRow("", "    \($0.label)  \($0.values.joined(separator: ", "))") }
    }
  }
}
