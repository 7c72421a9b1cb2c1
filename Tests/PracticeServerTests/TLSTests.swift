import PracticeServer
import TLSEngine
import Testing

@Suite("TLS")
struct TLSTests {
  @Test("hello comes over TLS with the server's own certificate as trust anchor, and ends with close notify")
  func hello() async throws {
    try await withServer(tlsPort: 0) { server in
      var configuration = TLSClientConfiguration(serverName: "localhost")
      configuration.additionalTrustAnchorsPEM = [server.certificatePEM]
      let session = try TLSSession(client: configuration)
      let client = try TestClient(port: server.tlsPort)
      session.start()
      let request = Array("GET /bytes/3M HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)
      try request.withUnsafeBytes { try session.write($0) }
      var plain: [UInt8] = []
      while !session.hasReceivedClose {
        try client.send(session.takeCipher())
        let bytes = try client.receive()
        bytes.withUnsafeBytes { session.receive($0) }
        plain += session.takePlain()
        for case .failed(let error) in session.takeEvents() { throw error }
        if bytes.isEmpty { break }
      }
      #expect(session.hasReceivedClose)
      #expect(session.facts?.version == "TLS 1.3")
      #expect(plain.starts(with: "HTTP/1.1 200 OK\r\n".utf8))
      #expect(plain.count > 3 << 20)
    }
  }

  @Test("plain bytes on the TLS port are no reason to fall over")
  func notTLS() async throws {
    try await withServer(tlsPort: 0) { server in
      let client = try TestClient(port: server.tlsPort)
      try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(throws: Never.self) { try client.receiveToEnd() }
      #expect(try get("/hello", from: server).status == 200)
    }
  }
}
