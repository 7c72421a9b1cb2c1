extension PeerServers {
  static func withPractice(_ sandbox: Sandbox, _ body: ([PeerPlace: Int]) async throws -> Void) async throws {
    let (port, tlsPort) = try (LoopbackPort.free(), LoopbackPort.free())
    try await ServerProcess.with(
      [try BuiltProgram.path(), "practice", "--port", "\(port)", "--tls-port", "\(tlsPort)"],
      environment: sandbox.environment, port: port
    ) {
      try await body([.practice: port, .practiceTLS: tlsPort])
    }
  }
}
