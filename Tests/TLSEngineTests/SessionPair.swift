import TLSEngine

/// A client and a server session with a wire between them that the test holds.
final class SessionPair {
  let client: TLSSession
  let server: TLSSession
  private(set) var clientEvents: [TLSEvent] = []
  private(set) var serverEvents: [TLSEvent] = []
  private(set) var clientPlain: [UInt8] = []
  private(set) var serverPlain: [UInt8] = []
  private let step: Int

  /// Makes both sessions; the wire hands over at most `step` bytes at once.
  convenience init(client: TLSClientConfiguration, server: TLSServerConfiguration, step: Int = .max) throws {
    self.init(client: try TLSSession(client: client), server: try TLSSession(server: server), step: step)
  }

  /// Makes both sessions, the server's with what it shares with others.
  convenience init(client: TLSClientConfiguration, server: TLSServerContext) throws {
    self.init(client: try TLSSession(client: client), server: try TLSSession(server: server), step: .max)
  }

  private init(client: TLSSession, server: TLSSession, step: Int) {
    self.client = client
    self.server = server
    self.step = step
  }

  /// Starts the client and carries bytes until both are silent.
  func shakeHands() {
    client.start()
    carry()
  }

  /// Carries bytes both ways until both are silent.
  func carry() {
    collect()
    while client.hasCipher || server.hasCipher {
      deliver(client.takeCipher(), to: server)
      deliver(server.takeCipher(), to: client)
    }
  }

  func deliver(_ bytes: [UInt8], to session: TLSSession) {
    var start = 0
    while start < bytes.count {
      let count = min(step, bytes.count - start)
      bytes[start..<(start + count)].withUnsafeBytes { session.receive($0) }
      start += count
      collect()
    }
  }

  func collect() {
    clientEvents += client.takeEvents()
    serverEvents += server.takeEvents()
    clientPlain += client.takePlain()
    serverPlain += server.takePlain()
  }
}

extension TLSSession {
  func write(_ text: String) throws(TLSError) {
    let bytes = Array(text.utf8)
    let result = bytes.withUnsafeBytes { bytes in Result { () throws(TLSError) in try write(bytes) } }
    try result.get()
  }
}

extension [TLSEvent] {
  var failures: [VerificationFailure] {
    compactMap { if case .verificationFailed(let failure) = $0 { failure } else { nil } }
  }

  var error: TLSError? {
    compactMap { if case .failed(let error) = $0 { error } else { nil } }.first
  }

  var resumptions: [TLSResumption] {
    compactMap { if case .resumable(let resumption) = $0 { resumption } else { nil } }
  }

  var keyLogLines: [String] {
    compactMap { if case .keyLogLine(let line) = $0 { line } else { nil } }
  }

  var paths: [CertificatePath] {
    compactMap { if case .certificatePath(let path) = $0 { path } else { nil } }
  }

  /// The first message with a name, in a direction.
  func message(_ direction: TLSDirection, _ name: String) -> TLSHandshakeMessage? {
    for case .handshakeMessage(direction, let message) in self where message.name == name { return message }
    return nil
  }

  func records(_ direction: TLSDirection) -> [TLSRecord] {
    compactMap { event in
      if case .record(direction, let record) = event { record } else { nil }
    }
  }

  var messageNames: [String] {
    compactMap { event in
      guard case .handshakeMessage(let direction, let message) = event else { return nil }
      return (direction == .sent ? "→ " : "← ") + message.name
    }
  }

  var alerts: [String] {
    compactMap { event in
      guard case .alert(let direction, let alert) = event else { return nil }
      return (direction == .sent ? "→ " : "← ") + alert.name
    }
  }
}
