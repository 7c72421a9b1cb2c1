import TLSEngine
import Testing

@Suite("TLS sessions, client against server")
struct TLSSessionTests {
  private static func configurations() throws -> (client: TLSClientConfiguration, server: TLSServerConfiguration) {
    let made = try SelfSignedCertificate.make(names: ["localhost", "127.0.0.1", "::1"])
    return (
      TLSClientConfiguration(serverName: "localhost", additionalTrustAnchorsPEM: [made.certificatePEM]),
      TLSServerConfiguration(certificateChainPEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM)
    )
  }

  private static func pair(
    step: Int = .max, _ change: (inout TLSClientConfiguration, inout TLSServerConfiguration) -> Void = { _, _ in }
  ) throws -> SessionPair {
    var (client, server) = try configurations()
    change(&client, &server)
    return try SessionPair(client: client, server: server, step: step)
  }

  @Test("both sides agree on TLS 1.3, and the client learns every fact", arguments: [Int.max, 1, 7])
  func tls13(step: Int) throws {
    let pair = try Self.pair(step: step)
    pair.shakeHands()
    let client = try #require(pair.client.facts)
    let server = try #require(pair.server.facts)
    #expect(client.version == "TLS 1.3")
    #expect(client.cipher == server.cipher)
    #expect(client.cipher.hasPrefix("TLS_"))
    #expect(client.group == "X25519")
    #expect(client.alpn == "http/1.1")
    #expect(server.serverName == "localhost")
    #expect(!client.resumed)
    #expect(client.chain.count == 1)
    #expect(client.verifiedChain == client.chain)
    #expect(client.verificationFailures == [])
    let established = pair.clientEvents.contains(.established(client))
    #expect(established)
    #expect(
      pair.clientEvents.messageNames.filter { !$0.hasSuffix("change cipher spec") } == [
        "→ client hello", "← server hello", "← encrypted extensions", "← certificate", "← certificate verify",
        "← finished", "→ finished",
      ])
  }

  @Test("TLS 1.2 is spoken where the server knows nothing newer")
  func tls12() throws {
    let pair = try Self.pair { $1.maximumVersion = .tls12 }
    pair.shakeHands()
    #expect(pair.client.facts?.version == "TLS 1.2")
    #expect(pair.client.facts?.cipher.hasPrefix("TLS_ECDHE_ECDSA_WITH_") == true)
    #expect(pair.client.facts?.group == "X25519")
    #expect(pair.clientEvents.messageNames.contains("← server key exchange"))
    #expect(pair.clientEvents.messageNames.contains("→ change cipher spec"))
  }

  @Test("data flows both ways, also when the wire gives single bytes", arguments: [TLSVersion.tls12, .tls13])
  func data(version: TLSVersion) throws {
    let pair = try Self.pair(step: 1) { $1.maximumVersion = version }
    pair.shakeHands()
    try pair.client.write("GET / HTTP/1.1\r\n\r\n")
    pair.carry()
    #expect(pair.serverPlain == Array("GET / HTTP/1.1\r\n\r\n".utf8))
    try pair.server.write("HTTP/1.1 200 OK\r\n\r\n")
    try pair.server.write("hello")
    pair.carry()
    #expect(pair.clientPlain == Array("HTTP/1.1 200 OK\r\n\r\nhello".utf8))
  }

  @Test("what is written and closed before the handshake is sent after it")
  func earlyWrite() throws {
    let pair = try Self.pair()
    pair.client.start()
    try pair.client.write("early")
    pair.client.closeNotify()
    #expect(throws: TLSError.notWritable) { try pair.client.write("late") }
    pair.carry()
    #expect(pair.serverPlain == Array("early".utf8))
    #expect(pair.serverEvents.last == .closeNotify(direction: .received))
  }

  @Test("close notify closes one direction; the other goes on until its own")
  func halfClose() throws {
    let pair = try Self.pair()
    pair.shakeHands()
    pair.client.closeNotify()
    pair.carry()
    #expect(pair.client.hasSentClose)
    #expect(pair.server.hasReceivedClose)
    #expect(pair.serverEvents.last == .closeNotify(direction: .received))
    try pair.server.write("still here")
    pair.server.closeNotify()
    pair.carry()
    #expect(pair.clientPlain == Array("still here".utf8))
    #expect(pair.clientEvents.last == .closeNotify(direction: .received))
    pair.client.receiveEnd()
    pair.collect()
    #expect(!pair.clientEvents.contains(.truncated))
    #expect(pair.client.phase == .open)
  }

  @Test("a transport that ends without close notify is told as a truncation, after the data")
  func truncation() throws {
    let pair = try Self.pair()
    pair.shakeHands()
    try pair.server.write("half of")
    pair.carry()
    pair.client.receiveEnd()
    pair.collect()
    #expect(pair.clientPlain == Array("half of".utf8))
    #expect(pair.clientEvents.last == .truncated)
  }

  @Test("a transport that ends during the handshake fails the session")
  func endDuringHandshake() throws {
    let pair = try Self.pair()
    pair.client.start()
    pair.client.receiveEnd()
    pair.collect()
    #expect(pair.clientEvents.error == .closedDuringHandshake)
    #expect(throws: TLSError.closedDuringHandshake) { try pair.client.write("x") }
  }

  @Test("the server's preference decides the application protocol")
  func applicationProtocol() throws {
    let pair = try Self.pair {
      $0.alpn = ["http/1.1", "h2"]; $1.alpn = ["h2", "http/1.1"]
    }
    pair.shakeHands()
    #expect(pair.client.facts?.alpn == "h2")
    #expect(pair.server.facts?.alpn == "h2")
  }

  @Test("no protocol in common ends the handshake with its alert")
  func noApplicationProtocol() throws {
    let pair = try Self.pair {
      $0.alpn = ["h2"]; $1.alpn = ["http/1.1"]
    }
    pair.shakeHands()
    #expect(pair.clientEvents.alerts == ["← no application protocol"])
    #expect(pair.clientEvents.error == .alertReceived(TLSAlert(level: .fatal, code: 120)))
  }

  @Test("no version in common ends the handshake with its alert")
  func noVersion() throws {
    let pair = try Self.pair {
      $0.minimumVersion = .tls13; $1.maximumVersion = .tls12
    }
    pair.shakeHands()
    #expect(pair.clientEvents.alerts == ["← protocol version"])
    #expect(pair.serverEvents.alerts == ["→ protocol version"])
  }

  @Test("an address is verified but not sent as server name", arguments: ["127.0.0.1", "[::1]", "::1%lo"])
  func address(name: String) throws {
    let pair = try Self.pair { client, _ in client.serverName = name }
    pair.shakeHands()
    #expect(pair.client.facts?.verificationFailures == [])
    #expect(pair.server.facts != nil)
    #expect(pair.server.facts?.serverName == nil)
  }

  @Test("a dot at the name's end is not part of the certificate's name")
  func trailingDot() throws {
    let pair = try Self.pair { client, _ in client.serverName = "localhost." }
    pair.shakeHands()
    #expect(pair.server.facts?.serverName == "localhost")
  }

  @Test("plain HTTP in place of TLS is recognised")
  func plainHTTP() throws {
    let pair = try Self.pair()
    pair.client.start()
    pair.deliver(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), to: pair.client)
    #expect(pair.clientEvents.error == .notTLS(firstBytes: Array("HTTP/1.1".utf8)))
    #expect(pair.clientEvents.error?.message.contains("use http://") == true)
    pair.deliver(Array("GET / HTTP/1.1\r\n\r\n".utf8), to: pair.server)
    #expect(pair.serverEvents.error?.message.contains("plain HTTP") == true)
  }

  @Test("a changed byte in a record fails the session and keeps what came before")
  func corruption() throws {
    let pair = try Self.pair()
    pair.shakeHands()
    try pair.server.write("good")
    pair.carry()
    try pair.server.write("bad")
    var record = pair.server.takeCipher()
    record[record.count - 1] ^= 1
    pair.deliver(record, to: pair.client)
    #expect(pair.clientPlain == Array("good".utf8))
    #expect(pair.clientEvents.alerts == ["→ bad record mac"])
    #expect(pair.clientEvents.error == .protocolFailure("decryption failed or bad record mac"))
    pair.carry()
    #expect(pair.serverEvents.error == .alertReceived(TLSAlert(level: .fatal, code: 20)))
  }

  @Test("alerts that OpenSSL cannot name have their registered names too")
  func alertNames() {
    let names = [0, 40, 45, 48, 116, 120, 200].map { TLSAlert(level: .fatal, code: $0).name }
    #expect(
      names == [
        "close notify", "handshake failure", "certificate expired", "unknown CA", "certificate required",
        "no application protocol", "alert 200",
      ])
  }

  @Test("16 MiB pass in memory unchanged")
  func large() throws {
    let pair = try Self.pair()
    pair.shakeHands()
    let piece = (0..<(1 << 18)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    var received = 0
    var isEqual = true
    for _ in 0..<64 {
      try piece.withUnsafeBytes { try pair.server.write($0) }
      pair.server.drainCipher { pair.client.receive($0) }
      pair.client.drainPlain { bytes in
        isEqual = isEqual && bytes.elementsEqual(piece)
        received += bytes.count
      }
    }
    #expect(isEqual)
    #expect(received == 16 << 20)
  }

  @Test("a session may be written to while its bytes are drained")
  func reentrancy() throws {
    let pair = try Self.pair()
    pair.shakeHands()
    try pair.client.write("one")
    try pair.client.drainCipher { bytes in
      try pair.client.write("two")
      pair.server.receive(bytes)
    }
    pair.carry()
    #expect(pair.serverPlain == Array("onetwo".utf8))
  }
}
