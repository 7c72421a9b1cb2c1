import Connections
import Exchanges
import Foundation
import PracticeServer
import Recordings
import TLSEngine
import Testing

@Suite("TLS options")
struct TLSOptionsTests {
  /// Sends one request to a practice port on a new connection.
  private func send(
    _ server: PracticeServer, _ port: PracticeTLSPort, by fixture: ServiceFixture = ServiceFixture(), as id: UInt64 = 1,
    _ change: (inout TLSOptions) -> Void = { _ in }
  ) async throws -> ExchangeSummary {
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: try #require(server.tlsPorts[port]))
    let request = ServiceFixture.get(endpoint, "/hello") { options in
      options.usesNewConnection = true
      options.tls.trustAnchorsPEM = [server.certificatePEM]
      change(&options.tls)
    }
    return await fixture.service.perform(request, as: ExchangeID(id))
  }

  @Test("a certificate that does not verify ends the handshake, and what is wrong stands at its certificate")
  func refused() async throws {
    let server = try await PracticeServer.start()
    for broken in PracticeCertificate.allCases where broken != .good {
      let summary = try await send(server, .certificate(broken))
      guard case .failed(.handshake) = summary.outcome else {
        Issue.record("\(broken): \(summary.outcome)")
        continue
      }
      let identity = try #require(summary.connection?.serverIdentity)
      #expect(identity.trust == .refused)
      #expect(!identity.failures.isEmpty)
      #expect(identity.path.contains { !$0.failures.isEmpty }, "\(broken)")
      #expect(identity.leaf?.pem.hasPrefix("-----BEGIN CERTIFICATE-----") == true)
      #expect(summary.connection?.tls == nil)
      let kinds = try #require(summary.connection).kinds
      #expect(kinds.contains(.certificatePath(identity)))
      #expect(kinds.contains { if case .alert(.sent, let alert) = $0 { alert.advice != nil } else { false } })
    }
    await server.stop()
  }

  @Test("an accepted certificate lets the connection come up, and the summary warns of it")
  func accepted() async throws {
    let server = try await PracticeServer.start()
    let refused = try await send(server, .certificate(.expired))
    let leaf = try #require(refused.connection?.serverIdentity?.leaf)
    let fingerprint = try #require(CertificateFingerprint(leaf.sha256Fingerprint))
    let accepted = try await send(server, .certificate(.expired)) { $0.acceptedCertificates = [fingerprint] }
    #expect(accepted.outcome == .complete)
    #expect(accepted.connection?.tls?.trust == .accepted)
    #expect(accepted.connection?.tls?.trust.isWarning == true)
    // The exception is for that certificate alone.
    let other = try await send(server, .certificate(.selfSigned)) { $0.acceptedCertificates = [fingerprint] }
    #expect(other.connection?.serverIdentity?.trust == .refused)
    await server.stop()
  }

  @Test("the path of a good certificate ends in the trust store")
  func path() async throws {
    let server = try await PracticeServer.start()
    let summary = try await send(server, .good)
    let tls = try #require(summary.connection?.tls)
    #expect(tls.identity.path.map(\.presentedAt) == [0, 1, nil])
    #expect(tls.identity.path.map(\.isTrusted) == [false, false, true])
    #expect(tls.trust == .verified)
    #expect(tls.offer.versions.contains("TLS 1.3"))
    #expect(tls.offer.ciphers.contains(tls.cipher))
    #expect(tls.offer.applicationProtocols == ["http/1.1"])
    #expect(tls.applicationProtocol == "http/1.1")
    #expect(tls.peerSignatureAlgorithm != nil)
    #expect(tls.indicatedName == "localhost")
    await server.stop()
  }

  @Test("nothing is trusted where the system's authorities are switched off and no others are given")
  func noAuthorities() async throws {
    let server = try await PracticeServer.start()
    let summary = try await send(server, .good) {
      $0.trustsSystem = false
      $0.trustAnchorsPEM = []
    }
    #expect(summary.connection?.serverIdentity?.trust == .refused)
    await server.stop()
  }

  @Test("a client shows its certificate from PEM and PKCS #12, and is told when it has none")
  func clientCertificates() async throws {
    let server = try await PracticeServer.start()
    let files = try #require(server.files)
    func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    let chain = try text(files.clientCertificate)
    let plain = TLSIdentity.pem(chain: chain, key: try text(files.clientKey))
    let encrypted = TLSIdentity.pem(
      chain: chain, key: try text(files.encryptedClientKey), passphrase: PracticeFiles.passphrase)
    let p12 = TLSIdentity.pkcs12(
      Array(try Data(contentsOf: URL(filePath: files.clientPKCS12))), passphrase: PracticeFiles.passphrase)
    for identity in [plain, encrypted, p12] {
      let summary = try await send(server, .clientCertificate) { $0.identity = identity }
      #expect(summary.outcome == .complete)
      #expect(summary.connection?.tls?.clientCertificate == .shown)
    }
    let without = try await send(server, .clientCertificate)
    #expect(without.outcome != .complete)
    let kinds = try #require(without.connection).kinds
    #expect(
      kinds.contains { if case .alert(.received, let alert) = $0 { alert.name.contains("certificate") } else { false } }
    )
    let wrong = try await send(server, .clientCertificate) {
      $0.identity = .pem(chain: chain, key: (try? text(files.encryptedClientKey)) ?? "", passphrase: "guess")
    }
    guard case .failed(.handshake(let reason)) = wrong.outcome else {
      Issue.record("\(wrong.outcome)")
      return
    }
    #expect(reason.contains("passphrase"))
    #expect(!reason.contains("guess"))
    await server.stop()
  }

  @Test("the name asked for can be another one, or left out")
  func serverNames() async throws {
    let server = try await PracticeServer.start()
    let other = try await send(server, .good) { $0.serverName = "127.0.0.1" }
    #expect(other.outcome == .complete)
    #expect(other.connection?.tls?.serverName == "127.0.0.1")
    #expect(other.connection?.tls?.indicatedName == nil)
    let silent = try await send(server, .good) { $0.sendsServerName = false }
    #expect(silent.outcome == .complete)
    #expect(silent.connection?.tls?.indicatedName == nil)
    let wrong = try await send(server, .good) { $0.serverName = "elsewhere.example" }
    #expect(wrong.connection?.serverIdentity?.failures.contains { $0.contains("elsewhere.example") } == true)
    await server.stop()
  }

  @Test("versions can be restricted, and an old one is warned of")
  func versions() async throws {
    let server = try await PracticeServer.start()
    let tls12 = try await send(server, .good) { $0.maximumVersion = .tls12 }
    #expect(tls12.connection?.tls?.version == "TLS 1.2")
    let tooOld = try await send(server, .tls11)
    guard case .failed(.handshake) = tooOld.outcome else {
      Issue.record("\(tooOld.outcome)")
      return
    }
    let lowered = try await send(server, .tls11) { $0.minimumVersion = .tls10 }
    #expect(lowered.connection?.tls?.version == "TLS 1.1")
    #expect(lowered.connection?.tls?.insecurity != nil)
    await server.stop()
  }

  @Test("algorithms can be chosen, and unknown ones are told")
  func algorithms() async throws {
    let server = try await PracticeServer.start()
    let chosen = try await send(server, .good) {
      $0.algorithms = TLSAlgorithms(tls13Ciphers: ["TLS_CHACHA20_POLY1305_SHA256"], groups: ["P-256"])
    }
    #expect(chosen.connection?.tls?.cipher == "TLS_CHACHA20_POLY1305_SHA256")
    #expect(chosen.connection?.tls?.group == "P-256")
    let unknown = try await send(server, .good) { $0.algorithms.groups = ["P-257"] }
    guard case .failed(.handshake(let reason)) = unknown.outcome else {
      Issue.record("\(unknown.outcome)")
      return
    }
    #expect(reason.contains("P-257"))
    await server.stop()
  }

  @Test("application protocols are those asked for", arguments: [nil, [], ["http/1.1", "x"]] as [[String]?])
  func applicationProtocols(asked: [String]?) async throws {
    let server = try await PracticeServer.start()
    let summary = try await send(server, .good) { $0.applicationProtocols = asked }
    #expect(summary.outcome == .complete)
    #expect(summary.connection?.tls?.offer.applicationProtocols == asked ?? ["http/1.1"])
    await server.stop()
  }

  @Test("HTTP/2 offers h2, unless the protocols are given")
  func http2() {
    var options = ExchangeOptions()
    options.httpVersion = .http2
    #expect(options.alpn == ["h2", "http/1.1"])
    options.tls.applicationProtocols = ["http/1.1"]
    #expect(options.alpn == ["http/1.1"])
  }

  @Test("the next connection resumes the session", arguments: [PracticeTLSPort.good, .tls12])
  func resumption(port: PracticeTLSPort) async throws {
    let server = try await PracticeServer.start()
    let fixture = ServiceFixture()
    let first = try await send(server, port, by: fixture)
    #expect(first.connection?.tls?.isResumed == false)
    // Another way to be secured has sessions of its own, which this one does not take away.
    let apart = try await send(server, port, by: fixture, as: 2) { $0.resumes = false }
    #expect(apart.connection?.tls?.isResumed == false)
    let second = try await send(server, port, by: fixture, as: 3)
    let tls = try #require(second.connection?.tls)
    #expect(tls.isResumed)
    #expect(tls.trust == .verified)
    #expect(tls.chain == first.connection?.tls?.chain)
    let kinds = try #require(second.connection).kinds
    let before = try #require(first.connection).id
    #expect(kinds.contains(.resumptionOffered(from: before)))
    await server.stop()
  }

  @Test("a key log has the secrets, and only its owner can read it")
  func keyLog() async throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "barewire-keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let path = directory.appending(path: "keys.log").path()
    let server = try await PracticeServer.start()
    let fixture = ServiceFixture { $0.keyLog = KeyLog(path: path) }
    _ = try await send(server, .good, by: fixture)
    await fixture.service.shutDown()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("CLIENT_TRAFFIC_SECRET_0 ") })
    #expect(lines.allSatisfy { $0.split(separator: " ").count == 3 })
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    await server.stop()
  }
}
