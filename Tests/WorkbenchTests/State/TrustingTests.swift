import Exchanges
import Recordings
import Testing
import Workspaces

@testable import Workbench

@Suite("Trusting a refused certificate")
struct TrustingTests {
  private static let certificate = ServerIdentity.Certificate(
    subject: "CN=h", issuer: "CN=h", shortName: "h", names: ["h"], notBefore: "", notAfter: "", key: "EC P-256",
    signatureAlgorithm: "", serialNumber: "01", sha256Fingerprint: "AA:BB", isAuthority: false, isSelfSigned: true,
    pem: "")

  private static func refused(_ id: ExchangeID, _ endpoint: Endpoint) -> ExchangeSummary {
    var connection = ConnectionSummary(
      id: ConnectionID(1), endpoint: endpoint, state: .failed(reason: "no"), began: Timestamp(nanoseconds: 0))
    connection.serverIdentity = ServerIdentity(
      trust: .refused,
      path: [.init(certificate: certificate, presentedAt: 0, isTrusted: false, failures: ["It is self-signed."])],
      unused: [], failures: ["It is self-signed."])
    var summary = ExchangeSummary.of(id)
    summary.outcome = .failed(.handshake("It is self-signed."))
    summary.connection = connection
    return summary
  }

  @Test("the request goes out again and accepts exactly that certificate", arguments: [false, true])
  func sentAgain(always: Bool) async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    let endpoint = Endpoint(scheme: .https, host: "h", port: 443)
    fixture.open("Health")
    let first = try #require(fixture.command(.send).sent.first?.id)
    fixture.command(.trustOnce)
    #expect(fixture.workbench.message?.text == "No certificate was refused here")
    fixture.act(.went(exchanges: [Self.refused(first, endpoint)], connections: []))
    #expect(fixture.workbench.message?.text.hasPrefix("The certificate was refused") == true)
    let effects = fixture.command(always ? .trustAlways : .trustOnce)
    let again = try #require(effects.sent.first)
    #expect(again.id != first)
    #expect(fixture.workbench.viewer.exchange == again.id)
    #expect(fixture.workbench.history[again.id]?.request.options.tls.acceptedCertificates == ["AA:BB"])
    // The draft itself stays as it is.
    #expect(fixture.workbench.editor?.draft.options.tls.acceptedCertificates == [])
    let isKept = effects.contains {
      if case .acceptCertificate("AA:BB", of: endpoint) = $0 { true } else { false }
    }
    #expect(isKept == always)
  }
}
