import PracticeServer
import TLSEngine

/// A blocking TLS client on a socket of its own.
final class TLSTestClient {
  let session: TLSSession
  private(set) var events: [TLSEvent] = []
  private let socket: TestClient

  /// Connects and begins the handshake; it trusts the server's authority unless changed.
  init(
    _ server: PracticeServer, _ port: PracticeTLSPort = .good,
    _ change: (inout TLSClientConfiguration) throws -> Void = { _ in }
  ) throws {
    var configuration = TLSClientConfiguration(serverName: "localhost", alpn: ["h2", "http/1.1"])
    configuration.trustsSystem = false
    configuration.additionalTrustAnchorsPEM = [server.certificatePEM]
    try change(&configuration)
    session = try TLSSession(client: configuration)
    socket = try TestClient(port: server.tlsPorts[port] ?? 0)
    session.start()
    try flush()
  }

  var failures: [VerificationFailure] {
    events.compactMap { if case .verificationFailed(let failure) = $0 { failure } else { nil } }
  }

  var error: TLSError? {
    if case .failed(let error) = session.phase { error } else { nil }
  }

  /// The newest session that can be resumed.
  var resumption: TLSResumption? {
    events.reversed().lazy.compactMap { if case .resumable(let resumption) = $0 { resumption } else { nil } }.first
  }

  /// Goes on until the handshake is finished or has failed.
  func shakeHands() throws {
    while session.phase == .handshaking { guard try step() else { return } }
  }

  func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  /// All plain bytes up to the end, which a failure is too.
  func receiveToEnd() throws -> String {
    var plain: [UInt8] = []
    while try step() { plain += session.takePlain() }
    return String(decoding: plain + session.takePlain(), as: UTF8.self)
  }

  /// Sends what there is and reads once; false at the end.
  private func step() throws -> Bool {
    if session.hasReceivedClose || error != nil { return false }
    let bytes = try socket.receive()
    if bytes.isEmpty { session.receiveEnd() } else { bytes.withUnsafeBytes { session.receive($0) } }
    events += session.takeEvents()
    try flush()
    return !bytes.isEmpty
  }

  private func flush() throws {
    let cipher = session.takeCipher()
    // After a refusal the server may have gone already.
    if !cipher.isEmpty { try? socket.send(cipher) }
  }
}

extension TLSTestClient: TestTransport {
  func send(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try session.write($0) }
    try flush()
  }

  func receive() throws -> [UInt8] {
    while !session.hasPlain { guard try step() else { return [] } }
    return session.takePlain()
  }
}
