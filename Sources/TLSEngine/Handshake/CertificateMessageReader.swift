import COpenSSL

/// The messages about certificates (RFC 8446 §4.3.2 and §4.4, RFC 5246 §7.4.2 and §7.4.4, RFC 8879).
enum CertificateMessageReader {
  /// Reads a chain; how many certificates there are.
  static func readCertificates(
    _ body: inout MessageReader, isTLS13: Bool, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) -> Int {
    if isTLS13 { _ = try body.vector(lengthBytes: 1, "request context") }
    var list = try body.vector(lengthBytes: 3, "certificate list")
    var count = 0
    var extensions: [String] = []
    while !list.isAtEnd {
      let certificate = try list.vector(lengthBytes: 3, "certificate").rest
      message.add("certificate \(count)", "\(subject(of: certificate)), \(certificate.count) bytes")
      if isTLS13 {
        let names = try ExtensionReader.names(in: try list.vector(lengthBytes: 2, "certificate's extensions"))
        if count == 0 { extensions = names }
      }
      count += 1
    }
    if count == 0 { message.add("certificates", "none") }
    if !extensions.isEmpty { message.add("extensions", extensions) }
    return count
  }

  static func readRequest(
    _ body: inout MessageReader, isTLS13: Bool, version: UInt16?, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    guard !isTLS13 else {
      _ = try body.vector(lengthBytes: 1, "request context")
      return try ExtensionReader.readAll(&body, of: .certificateRequest, into: &message)
    }
    let types = try body.vector(lengthBytes: 1, "certificate types").rest
    message.add("certificate types", types.map(typeName))
    // Older versions name no algorithms.
    if version == TLSVersion.tls12.rawValue {
      try ExtensionReader.readSignatureAlgorithms(&body, "signature algorithms", into: &message)
    }
    try readAuthorities(&body, into: &message)
  }

  /// The distinguished names of the authorities that a server accepts.
  static func readAuthorities(
    _ body: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    var list = try body.vector(lengthBytes: 2, "authorities")
    var names: [String] = []
    while !list.isAtEnd {
      names.append(CertificateReader.name(ofDER: try list.vector(lengthBytes: 2, "authority").rest) ?? "unreadable")
    }
    message.add("accepted authorities", names.isEmpty ? ["any"] : names)
  }

  static func readStatus(
    _ body: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    let type = try body.byte("status type")
    let size = try body.vector(lengthBytes: 3, "response").rest.count
    message.add("OCSP status", type == 1 ? "\(size) bytes" : "\(size) bytes of type \(type)")
  }

  static func readCompressed(
    _ body: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    message.add("certificate compression", CodePoint.compression(try body.code("compression algorithm")))
    message.add("uncompressed size", "\(try body.number(bytes: 3, "uncompressed size")) bytes")
    message.add("compressed size", "\(try body.vector(lengthBytes: 3, "compressed message").rest.count) bytes")
  }

  private static func subject(of der: UnsafeRawBufferPointer) -> String {
    var start = der.bindMemory(to: UInt8.self).baseAddress
    guard let certificate = d2i_X509(nil, &start, der.count) else {
      OpenSSLErrorQueue.clear()
      return "unreadable"
    }
    defer { X509_free(certificate) }
    let subject = CertificateReader.text(of: X509_get_subject_name(certificate))
    return subject.isEmpty ? "without a subject" : subject
  }

  private static func typeName(_ type: UInt8) -> String {
    switch type {
    case 1: "RSA signature"
    case 2: "DSA signature"
    case 64: "ECDSA signature"
    default: "type \(type)"
    }
  }
}
