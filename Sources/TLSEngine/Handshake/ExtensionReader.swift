/// The extensions of handshake messages (RFC 8446 §4.2): a list of their names, and what the known ones say.
enum ExtensionReader {
  /// The messages that have extensions; the same one says different things in each.
  enum Place {
    case clientHello, serverHello, helloRetryRequest, encryptedExtensions, certificateRequest, newSessionTicket
    case certificate
  }

  /// Reads the rest of a message, which may have no extensions at all.
  static func readAll(
    _ body: inout MessageReader, of place: Place, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    guard !body.isAtEnd else { return }
    let list = try body.vector(lengthBytes: 2, "extensions")
    let names = try names(in: list)
    if !names.isEmpty { message.add("extensions", names) }
    var reader = list
    while !reader.isAtEnd {
      let code = try reader.code("extension type")
      var content = try reader.vector(lengthBytes: 2, "\(CodePoint.extensionName(code)) extension")
      try read(code, &content, of: place, into: &message)
    }
  }

  /// The names of all extensions in a list, in its order.
  static func names(in list: MessageReader) throws(MessageReader.Malformed) -> [String] {
    var reader = list
    var names: [String] = []
    while !reader.isAtEnd {
      let code = try reader.code("extension type")
      names.append(CodePoint.extensionName(code))
      _ = try reader.vector(lengthBytes: 2, "\(CodePoint.extensionName(code)) extension")
    }
    return names
  }

  /// What a server hello's `supported_versions` says: the version proper.
  static func chosenVersion(in body: MessageReader) throws(MessageReader.Malformed) -> UInt16? {
    var body = body
    guard !body.isAtEnd else { return nil }
    var list = try body.vector(lengthBytes: 2, "extensions")
    while !list.isAtEnd {
      let code = try list.code("extension type")
      var content = try list.vector(lengthBytes: 2, "extension")
      if code == 43 { return try content.code("version") }
    }
    return nil
  }

  private static func read(
    _ code: UInt16, _ content: inout MessageReader, of place: Place, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    switch place {
    case .clientHello: try readOffer(code, &content, into: &message)
    case .serverHello, .helloRetryRequest, .encryptedExtensions:
      try readAnswer(code, &content, isRetry: place == .helloRetryRequest, into: &message)
    case .certificateRequest: try readRequest(code, &content, into: &message)
    case .newSessionTicket:
      if code == 42 { message.add("early data", "up to \(try content.number(bytes: 4, "early data size")) bytes") }
    case .certificate: break
    }
  }

  /// What a client offers.
  private static func readOffer(
    _ code: UInt16, _ content: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    switch code {
    case 0: try readServerNames(&content, into: &message)
    case 5: message.add("OCSP status", "wanted")
    case 10:
      var list = try content.vector(lengthBytes: 2, "groups")
      message.add("groups", try list.codes("groups").map(CodePoint.group))
    case 13: try readSignatureAlgorithms(&content, "signature algorithms", into: &message)
    case 50: try readSignatureAlgorithms(&content, "certificate signature algorithms", into: &message)
    case 16: message.add("application protocols", try protocols(&content))
    case 18: message.add("certificate timestamps", "wanted")
    case 21: message.add("padding", "\(content.rest.count) bytes")
    case 27:
      var list = try content.vector(lengthBytes: 1, "compression algorithms")
      message.add("certificate compression", try list.codes("compression algorithms").map(CodePoint.compression))
    case 28: message.add("record size limit", "\(try content.code("record size limit")) bytes")
    case 35:
      message.add(
        "session ticket", content.isAtEnd ? "none yet, one is wanted" : "offered, \(content.rest.count) bytes")
    case 41: try readOfferedKeys(&content, into: &message)
    case 42: message.add("early data", "offered")
    case 43:
      var list = try content.vector(lengthBytes: 1, "versions")
      message.add("versions", try list.codes("versions").map(CodePoint.version))
    case 44: message.add("cookie", "\(try content.vector(lengthBytes: 2, "cookie").rest.count) bytes")
    case 45:
      let modes = try content.vector(lengthBytes: 1, "key exchange modes").rest
      message.add("resumption modes", modes.map(resumptionMode))
    case 51:
      var list = try content.vector(lengthBytes: 2, "key shares")
      var shares: [String] = []
      while !list.isAtEnd { shares.append(try keyShare(&list)) }
      message.add("key shares", shares)
    case 0xFE0D: message.add("encrypted client hello", "\(content.rest.count) bytes")
    default: break
    }
  }

  /// What a server answers.
  private static func readAnswer(
    _ code: UInt16, _ content: inout MessageReader, isRetry: Bool, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    switch code {
    case 0: message.add("server name", "acknowledged")
    case 5: message.add("OCSP status", "will be sent")
    case 10:
      var list = try content.vector(lengthBytes: 2, "groups")
      message.add("groups", try list.codes("groups").map(CodePoint.group))
    case 16: message.add("application protocol", try protocols(&content))
    case 28: message.add("record size limit", "\(try content.code("record size limit")) bytes")
    case 35: message.add("session ticket", "will be sent")
    case 41: message.add("pre-shared key", "number \(try content.code("identity")) was chosen")
    case 42: message.add("early data", "accepted")
    case 44: message.add("cookie", "\(try content.vector(lengthBytes: 2, "cookie").rest.count) bytes")
    case 51:
      if isRetry {
        message.add("group asked for", CodePoint.group(try content.code("group")))
      } else {
        message.add("key share", try keyShare(&content))
      }
    default: break
    }
  }

  /// What a server wants of a client's certificate.
  private static func readRequest(
    _ code: UInt16, _ content: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    switch code {
    case 13: try readSignatureAlgorithms(&content, "signature algorithms", into: &message)
    case 50: try readSignatureAlgorithms(&content, "certificate signature algorithms", into: &message)
    case 47: try CertificateMessageReader.readAuthorities(&content, into: &message)
    default: break
    }
  }

  private static func readServerNames(
    _ content: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    var list = try content.vector(lengthBytes: 2, "server names")
    var names: [String] = []
    while !list.isAtEnd {
      let type = try list.byte("name type")
      let name = try list.vector(lengthBytes: 2, "server name").rest
      names.append(type == 0 ? String(decoding: name, as: UTF8.self) : "\(name.count) bytes of type \(type)")
    }
    message.add("server name", names)
  }

  static func readSignatureAlgorithms(
    _ content: inout MessageReader, _ label: String, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    var list = try content.vector(lengthBytes: 2, label)
    message.add(label, try list.codes(label).map(CodePoint.signatureScheme))
  }

  private static func readOfferedKeys(
    _ content: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    var list = try content.vector(lengthBytes: 2, "pre-shared keys")
    var keys: [String] = []
    while !list.isAtEnd {
      let identity = try list.vector(lengthBytes: 2, "identity").rest
      _ = try list.take(4, "ticket age")
      keys.append("\(identity.count) bytes")
    }
    message.add("pre-shared keys", keys)
  }

  private static func protocols(_ content: inout MessageReader) throws(MessageReader.Malformed) -> [String] {
    var list = try content.vector(lengthBytes: 2, "application protocols")
    var names: [String] = []
    while !list.isAtEnd {
      names.append(String(decoding: try list.vector(lengthBytes: 1, "protocol name").rest, as: UTF8.self))
    }
    return names
  }

  private static func keyShare(_ list: inout MessageReader) throws(MessageReader.Malformed) -> String {
    let group = try list.code("group")
    return "\(CodePoint.group(group)) (\(try list.vector(lengthBytes: 2, "key share").rest.count) bytes)"
  }

  private static func resumptionMode(_ mode: UInt8) -> String {
    switch mode {
    case 0: "without key exchange"
    case 1: "with key exchange"
    default: "mode \(mode)"
    }
  }
}
