import Exchanges
import Foundation
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
}
