/// Reads handshake messages in the order in which they go over the wire (RFC 8446 §4, RFC 5246 §7.4).
///
/// What some messages mean depends on what earlier ones have agreed, so it remembers that. It never fails: a message
/// that is malformed tells so in its details, after what could be read.
struct HandshakeDecoder {
  /// The version that the server has chosen.
  private(set) var version: UInt16?
  /// The cipher suite that the server has chosen.
  private(set) var cipherSuite: UInt16?
  /// Whether the server has asked for a certificate.
  private(set) var isCertificateRequested = false
  /// How the side that was received from has signed the handshake.
  private(set) var receivedSignatureScheme: UInt16?
  /// Whether this side has sent a certificate, and not only a message without one.
  private(set) var hasSentCertificate = false

  /// Whether TLS 1.3 was chosen, where several messages have another form.
  var isTLS13: Bool { version == TLSVersion.tls13.rawValue }

  /// Reads one message with its four-byte header.
  mutating func decode(_ bytes: UnsafeRawBufferPointer, direction: TLSDirection) -> TLSHandshakeMessage {
    var message = TLSHandshakeMessage(name: HandshakeMessageName.name(of: bytes), size: bytes.count)
    var reader = MessageReader(bytes)
    do throws(MessageReader.Malformed) {
      let type = try reader.byte("message type")
      var body = try reader.vector(lengthBytes: 3, "message")
      try decode(type, &body, direction, into: &message)
      // Those types are told by their size alone.
      if !Self.opaqueTypes.contains(type), !body.isAtEnd { throw .leftOver(body.rest.count) }
    } catch {
      switch error {
      case .ends(let part): message.add(TLSHandshakeMessage.malformedLabel, "it ends inside its \(part)")
      case .leftOver(let count): message.add(TLSHandshakeMessage.malformedLabel, "\(count) bytes are left over")
      }
    }
    return message
  }

  private static let opaqueTypes: Set<UInt8> = [16, 20]

  private mutating func decode(
    _ type: UInt8, _ body: inout MessageReader, _ direction: TLSDirection, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    switch type {
    case 1: try HelloReader.readClientHello(&body, into: &message)
    case 2:
      let chosen = try HelloReader.readServerHello(&body, into: &message)
      version = chosen.version
      cipherSuite = chosen.cipherSuite
    case 4: try TicketReader.read(&body, isTLS13: isTLS13, into: &message)
    case 8: try ExtensionReader.readAll(&body, of: .encryptedExtensions, into: &message)
    case 11:
      let count = try CertificateMessageReader.readCertificates(&body, isTLS13: isTLS13, into: &message)
      if direction == .sent { hasSentCertificate = count > 0 }
    case 12:
      let scheme = try KeyExchangeReader.readServerKeyExchange(
        &body, cipherSuite: cipherSuite, version: version, into: &message)
      if direction == .received { receivedSignatureScheme = scheme }
    case 13:
      isCertificateRequested = true
      try CertificateMessageReader.readRequest(&body, isTLS13: isTLS13, version: version, into: &message)
    case 15:
      let scheme = try KeyExchangeReader.readCertificateVerify(&body, version: version, into: &message)
      if direction == .received { receivedSignatureScheme = scheme }
    case 16: message.add("key exchange", "\(body.rest.count) bytes")
    case 20: message.add("verify data", "\(body.rest.count) bytes")
    case 22: try CertificateMessageReader.readStatus(&body, into: &message)
    case 24: message.add("answer", try body.byte("request") == 1 ? "wanted" : "not wanted")
    case 25: try CertificateMessageReader.readCompressed(&body, into: &message)
    default: if !body.isAtEnd { message.add("content", "\(try body.take(body.rest.count, "content").count) bytes") }
    }
  }
}
