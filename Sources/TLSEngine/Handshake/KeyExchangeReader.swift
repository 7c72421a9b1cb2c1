/// The messages in which a side proves that it has the certificate's key (RFC 8446 §4.4.3, RFC 5246 §7.4.3 and §7.4.8,
/// RFC 8422 §5.4).
enum KeyExchangeReader {
  /// Reads what a TLS 1.2 server adds to its certificate; the signature's scheme where there is one.
  static func readServerKeyExchange(
    _ body: inout MessageReader, cipherSuite: UInt16?, version: UInt16?, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) -> UInt16? {
    let suite = cipherSuite.map(CodePoint.cipherSuite) ?? ""
    if suite.hasPrefix("TLS_ECDHE_RSA") || suite.hasPrefix("TLS_ECDHE_ECDSA") {
      try readCurve(&body, into: &message)
    } else if suite.hasPrefix("TLS_DHE_RSA") || suite.hasPrefix("TLS_DHE_DSS") {
      let prime = try body.vector(lengthBytes: 2, "prime").rest
      message.add("group", "Diffie-Hellman, \(prime.count * 8) bits")
      _ = try body.vector(lengthBytes: 2, "generator")
      message.add("public key", "\(try body.vector(lengthBytes: 2, "public key").rest.count) bytes")
    } else {
      // Those without a certificate or with a pre-shared key have forms of their own.
      message.add("key exchange", "\(try body.take(body.rest.count, "key exchange").count) bytes")
      return nil
    }
    return try readSignature(&body, version: version, into: &message)
  }

  static func readCertificateVerify(
    _ body: inout MessageReader, version: UInt16?, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) -> UInt16? {
    try readSignature(&body, version: version, into: &message)
  }

  private static func readCurve(
    _ body: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    let type = try body.byte("curve type")
    guard type == 3 else { throw .ends(inside: "named curve") }
    message.add("group", CodePoint.group(try body.code("curve")))
    message.add("public key", "\(try body.vector(lengthBytes: 1, "public key").rest.count) bytes")
  }

  /// A signature names its scheme from TLS 1.2 on.
  private static func readSignature(
    _ body: inout MessageReader, version: UInt16?, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) -> UInt16? {
    let namesScheme = version.map { $0 >= TLSVersion.tls12.rawValue } ?? true
    let scheme = namesScheme ? try body.code("signature algorithm") : nil
    if let scheme { message.add("signature algorithm", CodePoint.signatureScheme(scheme)) }
    message.add("signature", "\(try body.vector(lengthBytes: 2, "signature").rest.count) bytes")
    return scheme
  }
}
