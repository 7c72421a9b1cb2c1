import Exchanges

/// TLS: what was agreed on, and who vouches for the server.
extension ConnectionRows {
  var securityRows: [ConnectionRow] {
    guard let tls = connection.tls else {
      let isPlain = connection.endpoint.scheme == .http
      return [
        ConnectionRow(
          "", isPlain ? "Not encrypted: everybody on the way can read and change this." : "No TLS handshake yet.",
          isPlain ? .caution : .faint)
      ]
    }
    let agreed: [(String, String?)] = [
      ("version", tls.version), ("cipher", tls.cipher), ("group", tls.group),
      ("protocol", tls.applicationProtocol.map { "\($0) (ALPN)" }), ("server name", tls.serverName),
      ("session", tls.isResumed ? "resumed: no certificates were sent" : "new"),
    ]
    let rows = agreed.compactMap { label, text in text.map { ConnectionRow(label, $0) } }
    let verdict = ConnectionRow(
      "trust", tls.isVerified ? "the chain and the name verify" : "NOT verified: this may be anybody",
      tls.isVerified ? .good : .caution)
    return rows + [verdict] + certificateRows(tls.chain)
  }

  /// The chain as a tree, the server's own certificate first: each is signed by the one below it.
  private func certificateRows(_ chain: [TLSSummary.Certificate]) -> [ConnectionRow] {
    chain.enumerated().flatMap { depth, certificate in
      let indent = String(repeating: "  ", count: depth)
      let facts: [(String, String)] = [
        ("names", certificate.names.joined(separator: ", ")), ("issuer", certificate.issuer),
        ("valid", "\(certificate.notBefore) – \(certificate.notAfter)"), ("key", certificate.key),
        ("SHA-256", certificate.sha256Fingerprint),
      ]
      return [ConnectionRow(depth == 0 ? "certificate" : "signed by", indent + "└ " + certificate.subject, .strong)]
        + facts.compactMap { label, text in
          text.isEmpty ? nil : ConnectionRow("", "\(indent)    \(label)  \(text)")
        }
    }
  }
}
