import Connections
import Exchanges
import PracticeServer
import Testing

@Suite("Handshake events")
struct HandshakeEventsTests {
  @Test("each message tells what it says, in words that can be shown")
  func details() async throws {
    let server = try await PracticeServer.start()
    let fixture = ServiceFixture()
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: server.tlsPort)
    let request = ServiceFixture.get(endpoint, "/hello") { $0.tls.trustAnchorsPEM = [server.certificatePEM] }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    let kinds = try #require(summary.connection).kinds
    let messages = kinds.compactMap { if case .handshakeMessage(_, let message) = $0 { message } else { nil } }
    #expect(messages.first?.name == "client hello")
    #expect(messages.first?["server name"] == ["localhost"])
    #expect(messages.contains { $0.name == "certificate" && !$0.details.isEmpty })
    let hello = try #require(kinds.first { if case .handshakeMessage = $0 { true } else { false } })
    #expect(hello.detailLines.contains("server name: localhost"))
    let path = try #require(kinds.first { if case .certificatePath = $0 { true } else { false } })
    #expect(path.sentence.hasSuffix("(trusted)"))
    #expect(path.detailLines.count == 3)
    #expect(!kinds.contains { $0.isProblem })
    await server.stop()
  }
}
