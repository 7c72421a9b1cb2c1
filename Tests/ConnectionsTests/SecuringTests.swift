import Connections
import Exchanges
import PracticeServer
import Recordings
import TLSEngine
import Testing

@Suite("TLS")
struct SecuringTests {
  @Test("a server whose certificate is trusted is verified, and each layer is recorded")
  func verified() async throws {
    let server = try await PracticeServer.start()
    let fixture = ServiceFixture()
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: server.tlsPort)
    let request = ServiceFixture.get(endpoint, "/hello") { $0.tls.trustAnchorsPEM = [server.certificatePEM] }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    let tls = try #require(summary.connection?.tls)
    #expect(tls.version == "TLS 1.3")
    #expect(tls.isVerified)
    #expect(tls.serverName == "localhost")
    #expect(tls.chain.count == 2)
    let kinds = try #require(summary.connection).kinds
    #expect(
      kinds.contains { if case .handshakeMessage(.sent, let m) = $0 { m.name == "client hello" } else { false } })
    #expect(kinds.contains { if case .handshakeFinished = $0 { true } else { false } })
    let recording = try #require(await fixture.service.recording(of: ExchangeID(1)))
    let wire = try #require(recording.wire)
    #expect(try wire.sent.bytes(in: 0..<1) == [22])
    #expect(wire.received.count > recording.plain.received.count)
    #expect(try recording.plain.received.bytes(in: 0..<8) == Array("HTTP/1.1".utf8))
    #expect(summary.connection?.bytesReceived == wire.received.count)
    // The connection is used again only by those who trust in the same way.
    let again = await fixture.service.perform(request, as: ExchangeID(2))
    #expect(again.connection?.id == summary.connection?.id)
    let unverified = ServiceFixture.get(endpoint, "/hello") { $0.tls.verifiesCertificates = false }
    let other = await fixture.service.perform(unverified, as: ExchangeID(3))
    #expect(other.outcome == .complete)
    #expect(other.connection?.id != summary.connection?.id)
    #expect(other.connection?.tls?.isVerified == false)
    await server.stop()
  }

  @Test("a self-signed certificate is refused with what is wrong")
  func selfSigned() async throws {
    let server = try await PracticeServer.start()
    let fixture = ServiceFixture()
    let port = try #require(server.tlsPorts[.certificate(.selfSigned)])
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: port)
    let summary = await fixture.service.perform(ServiceFixture.get(endpoint, "/hello"), as: ExchangeID(1))
    guard case .failed(.handshake(let reason)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(reason.contains("self-signed"))
    #expect(summary.connection?.kinds.contains(.handshakeFailed(reason: reason)) == true)
    #expect(summary.connection?.state == .failed(reason: reason))
    #expect(summary.bytesSent == 0)
    await server.stop()
  }

  @Test("a port that speaks plain HTTP is told from one that speaks TLS")
  func plainPort() async throws {
    let server = try ScriptedServer(scripts: [[.read(50), .send("HTTP/1.1 400 Bad Request\r\n\r\n"), .readToEnd]])
    let fixture = ServiceFixture()
    let endpoint = Endpoint(scheme: .https, host: "127.0.0.1", port: server.port)
    let summary = await fixture.service.perform(ServiceFixture.get(endpoint), as: ExchangeID(1))
    guard case .failed(.handshake(let reason)) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    #expect(reason.contains("plain HTTP"))
  }

  @Test("a big body comes through TLS whole")
  func bigBody() async throws {
    let server = try await PracticeServer.start()
    let fixture = ServiceFixture()
    let endpoint = Endpoint(scheme: .https, host: "127.0.0.1", port: server.tlsPort)
    let request = ServiceFixture.get(endpoint, "/bytes/3M") { $0.tls.trustAnchorsPEM = [server.certificatePEM] }
    let summary = await fixture.service.perform(request, as: ExchangeID(1))
    #expect(summary.outcome == .complete)
    #expect(summary.contentBytes == summary.contentLength)
    #expect(summary.contentBytes >= 3_000_000)
    await server.stop()
  }
}
