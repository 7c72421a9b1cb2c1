import Glibc
import PracticeServer
import TLSEngine
import Testing

@Suite("TLS")
struct TLSTests {
  private static let request = "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

  @Test("content comes over TLS with the authority as trust anchor, and ends with close notify")
  func content() async throws {
    try await withServer(tlsPort: 0) { server in
      let client = try TLSTestClient(server) { $0.alpn = ["http/1.1"] }
      try client.send("GET /bytes/3M HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      var plain: [UInt8] = []
      while true {
        let bytes = try client.receive()
        if bytes.isEmpty { break }
        plain += bytes
      }
      #expect(client.session.hasReceivedClose)
      #expect(client.session.facts?.version == "TLS 1.3")
      #expect(client.session.facts?.trust == .verified)
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

  @Test("each certificate is refused with one reason, and served to who does not verify it")
  func certificates() async throws {
    try await withServer(tlsPort: 0) { server in
      for certificate in PracticeCertificate.allCases where certificate != .good {
        let strict = try TLSTestClient(server, .certificate(certificate))
        try strict.shakeHands()
        #expect(strict.failures.count == 1, "\(certificate)")
        #expect(strict.error == .verificationFailed(strict.failures), "\(certificate)")
        // What is too weak is not even looked at by a library of today.
        guard !certificate.isWeak else { continue }
        let lenient = try TLSTestClient(server, .certificate(certificate)) {
          $0.verification = .none
          $0.alpn = ["http/1.1"]
        }
        try lenient.send(Self.request)
        #expect(try lenient.receiveToEnd().hasSuffix(#"{"hello":"world"}"#), "\(certificate)")
      }
    }
  }

  @Test(
    "the port that wants a certificate takes the right one only",
    arguments: ["none", "pem", "encrypted", "p12", "stranger"])
  func clientCertificate(_ kind: String) async throws {
    try await withServer(tlsPort: 0) { server in
      let files = try #require(server.files)
      let identity: TLSIdentity? =
        switch kind {
        case "pem": .pem(chain: try Self.text(files.clientCertificate), key: try Self.text(files.clientKey))
        case "encrypted":
          .pem(
            chain: try Self.text(files.clientCertificate), key: try Self.text(files.encryptedClientKey),
            passphrase: PracticeFiles.passphrase)
        case "p12": .pkcs12(try Self.bytes(files.clientPKCS12), passphrase: PracticeFiles.passphrase)
        case "stranger": .pem(chain: try Self.text(files.strangerIdentity), key: try Self.text(files.strangerIdentity))
        default: nil
        }
      let client = try TLSTestClient(server, .clientCertificate) {
        $0.identity = identity
        $0.alpn = ["http/1.1"]
      }
      try client.send(Self.request)
      let answer = try client.receiveToEnd()
      switch kind {
      case "none": #expect(client.error == .alertReceived(TLSAlert(level: .fatal, code: 116)))
      case "stranger": #expect(client.error == .alertReceived(TLSAlert(level: .fatal, code: 48)))
      default:
        #expect(answer.hasSuffix(#"{"hello":"world"}"#))
        #expect(client.session.facts?.clientCertificate == .shown)
      }
    }
  }

  @Test("ports of older versions speak nothing newer")
  func versions() async throws {
    try await withServer(tlsPort: 0) { server in
      let older = try TLSTestClient(server, .tls12)
      try older.shakeHands()
      #expect(older.session.facts?.version == "TLS 1.2")
      let refused = try TLSTestClient(server, .tls11)
      try refused.shakeHands()
      #expect(refused.error == .alertReceived(TLSAlert(level: .fatal, code: 70)))
      let ancient = try TLSTestClient(server, .tls11) {
        $0.minimumVersion = .tls10
        $0.alpn = ["http/1.1"]
      }
      try ancient.send(Self.request)
      #expect(try ancient.receiveToEnd().hasSuffix(#"{"hello":"world"}"#))
      #expect(ancient.session.facts?.version == "TLS 1.1")
    }
  }

  @Test("a session is resumed on another connection", arguments: [PracticeTLSPort.good, .tls12])
  func resumption(_ port: PracticeTLSPort) async throws {
    try await withServer(tlsPort: 0) { server in
      let first = try TLSTestClient(server, port) { $0.alpn = ["http/1.1"] }
      try first.send(Self.request)
      _ = try first.receiveToEnd()
      let resumption = try #require(first.resumption)
      let second = try TLSTestClient(server, port) {
        $0.alpn = ["http/1.1"]
        $0.resumption = resumption
      }
      try second.send(Self.request)
      #expect(try second.receiveToEnd().hasSuffix(#"{"hello":"world"}"#))
      #expect(first.session.facts?.resumed == false)
      #expect(second.session.facts?.resumed == true)
    }
  }

  @Test("the files are this user's alone, and gone when the server has stopped")
  func files() async throws {
    let server = try await PracticeServer.start()
    let files = try #require(server.files)
    for path in [files.authority, files.clientKey, files.clientPKCS12] {
      var facts = stat()
      #expect(stat(path, &facts) == 0)
      #expect(facts.st_mode & 0o777 == 0o600)
    }
    #expect(try Self.text(files.authority) == server.certificatePEM)
    await server.stop()
    #expect(access(files.directory, F_OK) != 0)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}
