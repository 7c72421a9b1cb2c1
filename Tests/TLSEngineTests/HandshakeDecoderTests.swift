import Testing

@testable import TLSEngine

@Suite("The decoder of handshake messages")
struct HandshakeDecoderTests {
  /// A message of each kind, with what must be known to read it.
  private static let messages: [(TLSDirection, [UInt8])] = {
    let random = [UInt8](repeating: 7, count: 32)
    return [
      message(
        .sent, 1,
        [3, 3] + random + [0, 0, 6, 0x13, 1, 0x0A, 0x0A, 0xAB, 0xCD, 1, 0]
          + vector(
            2,
            part(0x1A1A, []) + part(0, [0, 6, 0, 0, 3, 97, 46, 98])
              + part(10, [0, 4, 0x2A, 0x2A, 0, 29]) + part(51, [0, 6, 0, 29, 0, 2, 1, 2])
              + part(0xFE0D, [0]) + part(41, [0, 7, 0, 1, 9, 0, 0, 0, 0, 0, 2, 1, 8])
              + part(42, []) + part(27, [2, 0, 2]) + part(99, [1, 2, 3]))),
      message(
        .received, 2, [3, 3] + random + [0, 0x13, 1, 0] + vector(2, part(43, [3, 4]) + part(41, [0, 0]))),
      message(.received, 4, [0, 0, 0, 9, 1, 2, 3, 4, 1, 0, 0, 2, 5, 6] + vector(2, part(42, [0, 0, 1, 0]))),
      message(.received, 8, vector(2, part(16, [0, 3, 2, 104, 50]))),
      message(.received, 11, [0] + vector(3, vector(3, [0x30, 0]) + [0, 0])),
      message(.received, 13, [0] + vector(2, part(13, [0, 2, 8, 7]) + part(47, [0, 4, 0, 2, 0x30, 0]))),
      message(.received, 15, [8, 7, 0, 3, 1, 2, 3]),
      message(.received, 22, [1] + vector(3, [1, 2])),
      message(.received, 24, [1]),
      message(.received, 25, [0, 2, 0, 1, 0] + vector(3, [1, 2, 3])),
    ]
  }()

  private static func vector(_ lengthBytes: Int, _ content: [UInt8]) -> [UInt8] {
    (0..<lengthBytes).reversed().map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) } + content
  }

  private static func part(_ code: UInt16, _ content: [UInt8]) -> [UInt8] {
    [UInt8(code >> 8), UInt8(code & 0xFF)] + vector(2, content)
  }

  private static func message(_ direction: TLSDirection, _ type: UInt8, _ body: [UInt8]) -> (TLSDirection, [UInt8]) {
    (direction, [type] + vector(3, body))
  }

  private static func decode(_ bytes: [UInt8], _ direction: TLSDirection, by decoder: inout HandshakeDecoder)
    -> TLSHandshakeMessage
  {
    bytes.withUnsafeBytes { decoder.decode($0, direction: direction) }
  }

  @Test("well-formed messages are read to their end")
  func wellFormed() {
    var decoder = HandshakeDecoder()
    let messages = Self.messages.map { Self.decode($1, $0, by: &decoder) }
    for message in messages { #expect(!message.isMalformed, "\(message)") }
    let hello = messages[0]
    #expect(hello["cipher suites"]?.values == ["TLS_AES_128_GCM_SHA256", "GREASE (0x0A0A)", "0xABCD"])
    #expect(hello["groups"]?.values == ["GREASE (0x2A2A)", "X25519"])
    #expect(hello["server name"]?.value == "a.b")
    #expect(hello["pre-shared keys"]?.values == ["1 bytes"])
    #expect(hello["early data"]?.value == "offered")
    #expect(hello["certificate compression"]?.value == "brotli")
    #expect(
      hello["extensions"]?.values == [
        "GREASE (0x1A1A)", "server_name", "supported_groups", "key_share", "encrypted_client_hello", "pre_shared_key",
        "early_data", "compress_certificate", "0x0063",
      ])
    #expect(messages[1]["pre-shared key"]?.value == "number 0 was chosen")
    #expect(messages[4]["certificate 0"]?.value == "unreadable, 2 bytes")
    #expect(messages[5]["accepted authorities"]?.values == [""])
    #expect(messages[9]["certificate compression"]?.value == "brotli")
    #expect(decoder.receivedSignatureScheme == 0x0807)
  }

  @Test("a message that ends early says inside what, wherever that is")
  func truncated() {
    for (index, (direction, bytes)) in Self.messages.enumerated() {
      for count in 0..<bytes.count {
        var decoder = HandshakeDecoder()
        for (direction, bytes) in Self.messages[..<index] { _ = Self.decode(bytes, direction, by: &decoder) }
        // Once cut as it is, once with a length that says so.
        #expect(Self.decode(Array(bytes[..<count]), direction, by: &decoder).isMalformed)
        guard count >= 4 else { continue }
        let shorter = [bytes[0]] + Self.vector(3, Array(bytes[4..<count]))
        let message = Self.decode(shorter, direction, by: &decoder)
        // Extensions may be missing altogether.
        #expect(message.isMalformed || message["extensions"] == nil, "\(message)")
      }
    }
  }

  @Test("changed bytes never trap, and what is kept is bounded")
  func changed() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var decoder = HandshakeDecoder()
      for (direction, bytes) in Self.messages {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
        }
        let message = Self.decode(bytes, direction, by: &decoder)
        #expect(message.details.count <= TLSHandshakeMessage.maximumDetails)
      }
    }
  }

  @Test("a hostile hello of a hundred thousand bytes is cut down")
  func bounds() throws {
    let suites = [UInt8](repeating: 0xEE, count: 65_534)
    let name = [UInt8](repeating: 97, count: 60_000)
    let names = Self.vector(2, [0] + Self.vector(2, name))
    let (direction, bytes) = Self.message(
      .received, 1,
      [3, 3] + [UInt8](repeating: 0, count: 33) + Self.vector(2, suites) + [1, 0]
        + Self.vector(2, Self.part(0, names)))
    var decoder = HandshakeDecoder()
    let message = Self.decode(bytes, direction, by: &decoder)
    let kept = try #require(message["cipher suites"])
    #expect(kept.values.count == TLSHandshakeMessage.maximumValues + 1)
    #expect(kept.values.last == "… and \(32_767 - TLSHandshakeMessage.maximumValues) more")
    #expect(message["server name"]?.value.count == TLSHandshakeMessage.maximumCharacters + 1)
  }

  @Test("bytes after a message's end are told")
  func leftOver() {
    var decoder = HandshakeDecoder()
    let message = Self.decode([24, 0, 0, 3, 1, 2, 3], .received, by: &decoder)
    #expect(message[TLSHandshakeMessage.malformedLabel]?.value == "2 bytes are left over")
  }

  @Test("a message of an unknown type is told by its number and size")
  func unknownType() {
    var decoder = HandshakeDecoder()
    let message = Self.decode([99, 0, 0, 2, 1, 2], .received, by: &decoder)
    #expect(message.name == "handshake message 99")
    #expect(message["content"]?.value == "2 bytes")
    #expect(!message.isMalformed)
  }

  @Test("TLS 1.2's forms are read where TLS 1.2 was chosen")
  func olderForms() {
    var decoder = HandshakeDecoder()
    let random = [UInt8](repeating: 1, count: 32)
    let hello = Self.message(.received, 2, [3, 3] + random + [0, 0, 0x9E, 0])
    _ = Self.decode(hello.1, hello.0, by: &decoder)
    let exchange = Self.decode(
      [12, 0, 0, 17] + [0, 2, 1, 1, 0, 1, 2, 0, 2, 3, 3, 4, 1, 0, 2, 9, 9], .received, by: &decoder)
    #expect(!exchange.isMalformed)
    #expect(exchange["group"]?.value == "Diffie-Hellman, 16 bits")
    #expect(exchange["signature algorithm"]?.value == "rsa_pkcs1_sha256")
    let request = Self.decode([13, 0, 0, 9, 2, 1, 64, 0, 2, 4, 3, 0, 0], .received, by: &decoder)
    #expect(request["certificate types"]?.values == ["RSA signature", "ECDSA signature"])
    #expect(request["accepted authorities"]?.value == "any")
    let ticket = Self.decode([4, 0, 0, 8, 0, 0, 1, 0, 0, 2, 1, 2], .received, by: &decoder)
    #expect(ticket["lifetime"]?.value == "256 seconds")
  }
}
