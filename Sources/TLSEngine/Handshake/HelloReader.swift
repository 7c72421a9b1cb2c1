/// The two messages that begin a handshake (RFC 8446 §4.1).
enum HelloReader {
  static func readClientHello(
    _ body: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    message.add("legacy version", CodePoint.version(try body.code("version")))
    message.add("random", Hexadecimal.text(try body.take(32, "random")))
    try readSessionIdentifier(&body, into: &message)
    var suites = try body.vector(lengthBytes: 2, "cipher suites")
    message.add("cipher suites", try suites.codes("cipher suites").map(CodePoint.cipherSuite))
    let compression = try body.vector(lengthBytes: 1, "compression methods").rest
    // Compression died in 2012: anything else than its absence deserves a word.
    if !compression.elementsEqual([0]) { message.add("compression", compression.map { "method \($0)" }) }
    try ExtensionReader.readAll(&body, of: .clientHello, into: &message)
  }

  /// Reads a server hello or a hello retry request; what it has chosen.
  static func readServerHello(
    _ body: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) -> (version: UInt16, cipherSuite: UInt16) {
    let legacyVersion = try body.code("version")
    let random = try body.take(32, "random")
    let isRetry = random.elementsEqual(retryRandom)
    var afterRandom = MessageReader(body.rest)
    _ = try afterRandom.vector(lengthBytes: 1, "session ID")
    let cipherSuite = try afterRandom.code("cipher suite")
    _ = try afterRandom.byte("compression method")
    let version = try ExtensionReader.chosenVersion(in: afterRandom) ?? legacyVersion
    message.add("version", CodePoint.version(version))
    message.add("cipher suite", CodePoint.cipherSuite(cipherSuite))
    if !isRetry {
      message.add("random", Hexadecimal.text(random))
      noteDowngrade(random, into: &message)
    }
    try readSessionIdentifier(&body, into: &message)
    _ = try body.take(3, "cipher suite")
    try ExtensionReader.readAll(&body, of: isRetry ? .helloRetryRequest : .serverHello, into: &message)
    return (version, cipherSuite)
  }

  /// The SHA-256 of “HelloRetryRequest” in the place of a random asks for another client hello (RFC 8446 §4.1.3).
  static let retryRandom: [UInt8] = [
    0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
    0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
  ]

  private static func readSessionIdentifier(
    _ body: inout MessageReader, into message: inout TLSHandshakeMessage
  ) throws(MessageReader.Malformed) {
    let identifier = try body.vector(lengthBytes: 1, "session ID").rest
    message.add("session ID", identifier.isEmpty ? "none" : Hexadecimal.text(identifier))
  }

  /// A server that could speak a newer version than it has chosen says so here (RFC 8446 §4.1.3).
  private static func noteDowngrade(_ random: UnsafeRawBufferPointer, into message: inout TLSHandshakeMessage) {
    guard random[24..<31].elementsEqual("DOWNGRD".utf8) else { return }
    switch random[31] {
    case 1: message.add("downgrade", "the server could speak TLS 1.3")
    case 0: message.add("downgrade", "the server could speak TLS 1.2 or later")
    default: break
    }
  }
}
