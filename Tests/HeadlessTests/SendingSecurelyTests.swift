import Exchanges
import Foundation
import PracticeServer
import Testing
import Workspaces

@testable import Headless

@Suite("Sending over TLS without a screen")
struct SendingSecurelyTests {
  private func send(
    _ variable: ProvidedVariable, _ change: (inout RequestTLS) -> Void = { _ in }
  ) async throws -> SendingTests.Sent {
    try await SendingTests.send("") { order in
      order.request.url = "https://{{\(variable.rawValue)}}/hello"
      change(&order.request.options.tls)
    }
  }

  @Test("a refused certificate is told with the options that accept it, and only it")
  func refused() async throws {
    let refused = try await send(.practiceTLSExpired)
    #expect(refused.status == .noAnswer)
    #expect(refused.bytes.isEmpty)
    let words = refused.told.joined(separator: "\n")
    #expect(words.contains("expired"))
    #expect(words.contains("--accept-certificate "))
    #expect(words.contains("--insecure"))
  }

  @Test("client certificates come from the files that the request names")
  func clientCertificates() async throws {
    let pem = try await send(.practiceTLSClientCertificate) {
      $0.clientCertificate = "{{practiceClientCertificate}}"
      $0.clientKey = "{{practiceClientEncryptedKey}}"
      $0.passphrase = "{{practicePassphrase}}"
    }
    #expect(pem.text == #"{"hello":"world"}"#)
    let p12 = try await send(.practiceTLSClientCertificate) {
      $0.pkcs12 = "{{practiceClientPKCS12}}"
      $0.passphrase = "{{practicePassphrase}}"
    }
    #expect(p12.status == .success)
    await #expect(throws: TLSFileError.notRead(.certificate, path: "/no/such.pem", reason: "it does not exist")) {
      _ = try await send(.practiceTLSClientCertificate) { $0.clientCertificate = "/no/such.pem" }
    }
    await #expect(throws: TLSFileError.noFingerprint("12:34")) {
      _ = try await send(.practiceTLS) { $0.acceptedCertificates = ["12:34"] }
    }
  }

  @Test("own authorities take the place of the system's, and the JSON has the path")
  func authorities() async throws {
    let sent = try await SendingTests.send("") { order in
      order.display = .json
      order.request.url = "https://{{practiceTLS}}/hello"
      order.request.options.tls.trustAnchors = ["{{practiceAuthority}}"]
      order.request.options.tls.trustsSystem = false
    }
    #expect(sent.status == .success)
    let json = try JSONSerialization.jsonObject(with: Data(sent.bytes)) as? [String: Any]
    let connection = json?["connection"] as? [String: Any]
    let identity = connection?["serverIdentity"] as? [String: Any]
    #expect(identity?["trust"] as? String == "verified")
    #expect((identity?["path"] as? [[String: Any]])?.count == 3)
    let events = connection?["events"] as? [[String: Any]] ?? []
    let hello = events.first { $0["event"] as? String == "handshakeMessage" }?["details"] as? [String: Any]
    #expect(hello?["server name"] as? [String] == ["localhost"])
  }

  @Test("each record stands in the timeline and in the JSON beside the plain bytes that it carries")
  func records() async throws {
    func send(_ display: SendOrder.Display) async throws -> SendingTests.Sent {
      try await SendingTests.send("") { order in
        order.display = display
        order.request.url = "https://{{practiceTLS}}/text/40k"
      }
    }
    let wire = try await send(.wire).text.split(separator: "\n")
    #expect(wire.contains { $0.hasPrefix("  record 1  handshake, ") && $0.hasSuffix(": client hello") })
    #expect(wire.contains { $0.hasPrefix("  17 03 03 00 ") && $0.contains("type 23 application data") })
    let carried = wire.filter { $0.contains(" ↔ ") }
    #expect(carried.count == Set(carried.map(String.init)).count, "each once")
    let json = try JSONSerialization.jsonObject(with: Data(try await send(.json).bytes)) as? [String: Any]
    let records = try #require(json?["records"] as? [String: Any])
    let received = try #require((records["received"] as? [String: Any])?["list"] as? [[String: Any]])
    let ranges = received.compactMap { $0["plainRange"] as? [Int] }
    #expect(ranges.count >= 3)
    #expect(ranges.first?.first == 0)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0[1] == $1[0] })
    #expect(try #require(ranges.last?.last) > 40 << 10)
  }

  @Test("a certificate that was accepted for good in the workbench is accepted here, which is told")
  func exceptions() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "headless-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let exceptions = CertificateExceptions(directory: folder)
    let server = try await PracticeServer.start()
    let host = try #require(server.value(of: .practiceTLSExpired))
    func send() async throws -> SendingTests.Sent {
      try await SendingTests.send("") { order in
        order.request.url = "https://\(host)/hello"
        order.exceptions = exceptions
      }
    }
    let refused = try await send()
    #expect(refused.status == .noAnswer)
    let words = refused.told.joined(separator: " ").split(separator: " ")
    let option = try #require(words.firstIndex(of: "--accept-certificate"))
    try await exceptions.accept(String(words[option + 1]), for: "https://\(host)")
    let accepted = try await send()
    #expect(accepted.status == .success)
    #expect(
      accepted.told == [
        "A certificate of https://\(host) that you trusted always is accepted, whether it verifies or not."
      ])
    await server.stop()
  }

  /// Who asks for the bytes (the messages of the JSON, the rows of the timeline) gets them with what is in them.
  @Test(
    "passwords, tokens, cookies and passphrases stand in no event, fact or sentence, only in the bytes themselves",
    arguments: [RequestOptions.HTTPVersion.http11, .http2])
  func credentials(version: RequestOptions.HTTPVersion) async throws {
    func send(_ display: SendOrder.Display, wrong: Bool = false) async throws -> SendingTests.Sent {
      try await SendingTests.send("") { order in
        order.display = display
        order.request.url = "https://{{practiceTLSClientCertificate}}/hello"
        order.request.auth = .basic(user: "ada", password: "hushhush")
        order.request.fields = [
          NamedValue("Cookie", "id=hushhush"), NamedValue("Proxy-Authorization", "Basic aHVzaGh1c2g="),
        ]
        order.request.options.httpVersion = version
        order.request.options.tls.clientCertificate = "{{practiceClientCertificate}}"
        order.request.options.tls.clientKey = "{{practiceClientEncryptedKey}}"
        order.request.options.tls.passphrase = wrong ? "hushhush" : "{{practicePassphrase}}"
      }
    }
    let secrets = ["hushhush", "YWRhOmh1c2hodXNo", "aHVzaGh1c2g="]
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try await send(.json).bytes)) as? [String: Any])
    #expect((json["outcome"] as? [String: Any])?["state"] as? String == "complete")
    for (name, value) in json where !["request", "response"].contains(name) {
      let text = "\(value)"
      #expect(!secrets.contains { text.contains($0) }, "\(name)")
    }
    let wire = try await send(.wire).text.split(separator: "\n")
    for line in wire where line.hasPrefix("· ") || line.hasPrefix("    ") {
      #expect(!secrets.contains { line.contains($0) }, "\(line)")
    }
    let failed = try await send(.wire, wrong: true)
    #expect(failed.status == .noAnswer)
    #expect(!secrets.contains { (failed.told.joined() + failed.text).contains($0) })
  }

  @Test("files for TLS have a limit, which is told")
  func fileLimit() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "headless-\(UUID().uuidString)").path()
    defer { unlink(path) }
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    #expect(truncate(path, (16 << 20) + 1) == 0)
    #expect(
      throws: TLSFileError.notRead(
        .key, path: path, reason: "it is not a regular file of at most 16 MiB")
    ) { try TLSFile.bytes(path, .key) }
  }
}
