import Testing

@testable import Routes

@Suite("Handshakes with hostile proxies")
struct HandshakeCutTests {
  private static let kinds = Proxy.Kind.allCases

  private func handshakes() throws -> [any ProxyHandshake] {
    let user = ProxyCredentials(user: "u".utf8, password: "p".utf8)
    return try [nil, user].flatMap { credentials in
      try Self.kinds.flatMap { kind in
        let proxy = try Proxy(kind: kind, host: "p", port: 1, credentials: credentials)
        return ["192.0.2.1", "example.com"].map { host in
          proxy.handshake(to: Destination(host: host, port: 80), userAgent: nil)
        }
      }
    }
  }

  private static let answers: [[UInt8]] = [
    [5, 0, 5, 0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 9], [5, 2, 1, 0, 5, 0, 0, 3, 3, 97, 98, 99, 0, 1, 9],
    [5, 0, 5, 5, 0, 1, 0, 0, 0, 0, 0, 0], [5, 0xFF], [0, 90, 1, 2, 3, 4, 5, 6, 7, 8], [0, 91, 1, 2, 3, 4, 5, 6, 7, 8],
    Array("HTTP/1.1 200 OK\r\nA: b\r\n\r\nrest".utf8), Array("HTTP/1.1 100 A\r\n\r\nHTTP/1.1 200 OK\r\n\r\nrest".utf8),
    Array("HTTP/1.1 407 x\r\nProxy-Authenticate: Basic realm=x, Digest\r\nContent-Length: 2\r\n\r\nhi".utf8),
    Array("HTTP/1.1 502 Bad Gateway\r\n\r\nx".utf8), Array("SSH-2.0\r\n".utf8), [0x15, 3, 1, 0, 2, 2, 22],
  ]

  @Test("every cut gives the same", arguments: answers.indices)
  func cuts(_ index: Int) throws {
    let answer = Self.answers[index]
    for handshake in try handshakes() {
      let whole = HandshakeRun(handshake, answer)
      #expect(whole.hasOneEnd)
      #expect(HandshakeRun(handshake, answer, cuts: Array(0...answer.count)) == whole)
      for cut in 0...answer.count { #expect(HandshakeRun(handshake, answer, cuts: [cut]) == whole) }
    }
  }

  @Test("random bytes end in one way, however they are cut", arguments: 1...40)
  func random(_ seed: UInt64) throws {
    var chance = ChanceSource(seed: seed)
    for handshake in try handshakes() {
      for _ in 0..<10 {
        var bytes = Self.answers[chance.below(Self.answers.count)]
        for _ in 0..<chance.below(6) {
          let byte = UInt8(chance.below(2) == 0 ? chance.below(6) : chance.below(256))
          if bytes.isEmpty || chance.below(3) == 0 {
            bytes.insert(byte, at: chance.below(bytes.count + 1))
          } else {
            bytes[chance.below(bytes.count)] = byte
          }
        }
        if chance.below(4) == 0 { bytes = (0..<chance.below(400)).map { _ in UInt8(chance.below(256)) } }
        var cuts: [Int] = []
        while let next = .some((cuts.last ?? 0) + chance.below(9)), next <= bytes.count { cuts.append(next) }
        let whole = HandshakeRun(handshake, bytes)
        #expect(whole.hasOneEnd)
        #expect(HandshakeRun(handshake, bytes, cuts: cuts) == whole, "\(bytes) cut at \(cuts)")
      }
    }
  }

  @Test("nothing comes out once it is over")
  func over() throws {
    for var handshake in try handshakes() {
      _ = handshake.start()
      _ = handshake.closed()
      #expect(handshake.received([5, 0, 5, 0]).isEmpty)
      #expect(handshake.closed().isEmpty)
    }
  }
}
